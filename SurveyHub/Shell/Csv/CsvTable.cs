namespace SurveyHub.Shell.Csv;

/// <summary>Rows of one kind under one header. Every column's name stands beside what is written in it, so that neither moves without the other.</summary>
public sealed class CsvTable<TRow>(IReadOnlyList<(string Name, Action<CsvWriter, TRow> Write)> columns)
{
    /// <summary>The header, the rows, and all of it handed on.</summary>
    public async Task WriteAsync(CsvWriter csv, IEnumerable<TRow> rows, CancellationToken cancellation = default)
    {
        await csv.WriteRowAsync(columns.Select(c => c.Name), cancellation);
        foreach (var row in rows)
        {
            foreach (var (_, write) in columns) write(csv, row);
            await csv.EndRowAsync(cancellation);
        }
        await csv.FlushAsync(cancellation);
    }
}
