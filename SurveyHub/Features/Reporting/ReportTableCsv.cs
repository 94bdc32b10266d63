using SurveyHub.Results;
using SurveyHub.Shell.Csv;

namespace SurveyHub.Features.Reporting;

/// <summary>A report table as a file: full precision, nothing formatted, nothing left out.</summary>
internal static class ReportTableCsv
{
    /// <param name="csv">The file.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="further">Columns that this survey has behind the table's own, and what a row holds there.</param>
    /// <param name="cancellation">Stops between two rows.</param>
    public static async Task WriteAsync<TRow>(
        CsvWriter csv, ReportTable<TRow> table, IEnumerable<TRow> rows, IReadOnlyList<(string Name, Func<TRow, string?> Value)> further, CancellationToken cancellation)
    {
        await csv.WriteRowAsync(table.Columns.Select(c => c.Name).Concat(further.Select(c => c.Name)), cancellation);
        foreach (var row in rows)
        {
            foreach (var cell in table.Cells(row)) Write(csv, cell);
            foreach (var (_, value) in further) csv.Write(value(row));
            await csv.EndRowAsync(cancellation);
        }
        await csv.FlushAsync(cancellation);
    }

    /// <summary>One cell; of no other kinds than a table has.</summary>
    public static void Write(CsvWriter csv, object? cell)
    {
        switch (cell)
        {
            case null: csv.Write((string?)null); break;
            case string text: csv.Write(text); break;
            case int number: csv.Write((long?)number); break;
            case long number: csv.Write((long?)number); break;
            case double number: csv.Write((double?)number); break;
            // In words: 1 and 0 would be read as counts.
            case bool fact: csv.Write(fact ? "true" : "false"); break;
            default: throw new System.Diagnostics.UnreachableException($"A table has a {cell.GetType().Name}.");
        }
    }
}
