using SurveyHub.Shell.Csv;

namespace SurveyHub.Features.Importing;

/// <summary>Opens a CSV file of an import. One that is not there or is no CSV is a problem like any other.</summary>
internal static class CsvFile
{
    public static Task ReadAsync(
        string name, ImportFiles files, ImportProblems problems, Func<CsvHeader, IAsyncEnumerable<CsvRow>, Task> read, CancellationToken cancellation) =>
        ReadAsync(name, files.Open(name), problems, read, cancellation);

    public static async Task ReadAsync(
        string name, Stream? opened, ImportProblems problems, Func<CsvHeader, IAsyncEnumerable<CsvRow>, Task> read, CancellationToken cancellation, CsvLimits? limits = null)
    {
        await using var stream = opened;
        if (stream is null)
        {
            problems.Add(name, 1, null, "The file cannot be found or read.", "Check its name and its place.");
            return;
        }
        try
        {
            var reader = new CsvReader(stream, limits);
            var header = await reader.ReadHeaderAsync(cancellation);
            await read(header, reader.RowsAsync(cancellation));
        }
        catch (CsvFormatException error)
        {
            problems.Add(name, (int)error.Line, error.Reason);
        }
    }
}
