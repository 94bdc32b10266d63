using SurveyHub.Features.Importing.Mapping;
using SurveyHub.Shell.Csv;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>Where a person has several rows in one year: the last complete one counts, or the last one where none is complete (methodology, edge cases).</summary>
internal static class LatestRows
{
    /// <summary>The lines that do not count.</summary>
    public static async Task<IReadOnlySet<int>> ReplacedAsync(CsvHeader header, IAsyncEnumerable<CsvRow> rows, DataMapping mapping)
    {
        var latest = new Dictionary<(string Year, string Person), (int Line, bool Complete)>();
        var replaced = new HashSet<int>();
        await foreach (var row in rows)
        {
            var person = Cell(mapping.Columns.Person);
            if (person.Length == 0) continue;
            var (key, line) = ((Cell(mapping.Columns.Year), person), (int)row.Line);
            var complete = Cell(mapping.Columns.Complete) is "1" or "yes" or "true" or "complete";
            if (!latest.TryGetValue(key, out var other) || complete || !other.Complete)
            {
                if (other.Line > 0) replaced.Add(other.Line);
                latest[key] = (line, complete);
            }
            else
            {
                replaced.Add(line);
            }

            string Cell(ColumnName? column) => column is not null && header.Has(column.Name) ? row[column.Name] : "";
        }
        return replaced;
    }
}
