using System.Collections.Concurrent;
using SurveyHub.Surveys;

namespace SurveyHub.Results;

/// <summary>The report of a closed edition: its tables, as they were computed at closing.</summary>
public sealed class EditionReport(Edition edition, IReadOnlyDictionary<string, string> contents)
{
    private readonly ConcurrentDictionary<ReportTable, object> _rows = new();

    public Edition Edition => edition;

    /// <summary>A table's rows; empty when the edition has nothing for it.</summary>
    public IReadOnlyList<TRow> Rows<TRow>(ReportTable<TRow> table) =>
        (IReadOnlyList<TRow>)_rows.GetOrAdd(table, _ => contents.TryGetValue(table.Name, out var content) ? TableContent.Rows<TRow>(content) : []);
}
