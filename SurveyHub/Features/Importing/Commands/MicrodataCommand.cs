using SurveyHub.Features.Importing.Breaks;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Shell;

namespace SurveyHub.Features.Importing.Commands;

/// <summary>The command <c>import microdata</c>: preview, question, import.</summary>
public sealed class MicrodataCommand(ImportMicrodata import)
{
    /// <param name="mapping">Path of the mapping file.</param>
    /// <param name="data">Where the data lie, if not beside the mapping: a folder, or the one file of responses.</param>
    /// <param name="console">Where the preview goes, and where the answer comes from.</param>
    /// <param name="breaks">The breaks in the series that are meant; without it none is.</param>
    /// <param name="cancellation">Stops reading; what has begun to be stored is undone.</param>
    /// <returns>0 when imported, 1 when refused or not confirmed.</returns>
    public async Task<int> RunAsync(string mapping, string? data, ImportConsole console, ConfirmedBreaks? breaks = null, CancellationToken cancellation = default)
    {
        if (await ReadAsync(mapping, console) is not { } bytes) return 1;
        var (name, files) = (Path.GetFileName(mapping), FilesOf(mapping, data));
        console.Progress.WriteLine("Reading the files.");
        switch (await import.PreviewAsync(name, bytes, files, cancellation))
        {
            case MicrodataOutcome.Refused refused:
                return Refuse(refused, console);
            case MicrodataOutcome.Ready ready:
                MicrodataPreviewText.Write(ready.Preview, console.Output);
                BreakWords.Write(ready.Preview.Breaks, console.Output);
                if (ready.Preview.Breaks.Where(b => breaks?.Has(b) != true).ToList() is { Count: > 0 } missing)
                {
                    BreakWords.Refuse(missing, console.Output);
                    return 1;
                }
                if (!console.Confirms()) return 1;
                break;
        }
        return Tell(await import.ExecuteAsync(AuditLog.System, name, bytes, files, breaks, console.Progress.WriteLine, cancellation), console);
    }

    private static int Tell(MicrodataOutcome outcome, ImportConsole console)
    {
        switch (outcome)
        {
            case MicrodataOutcome.Refused refused:
                return Refuse(refused, console);
            case MicrodataOutcome.Unconfirmed { Missing: var missing }:
                BreakWords.Refuse(missing, console.Output);
                return 1;
            default:
                console.Output.WriteLine("Imported. The reports are published.");
                return 0;
        }
    }

    private static async Task<byte[]?> ReadAsync(string mapping, ImportConsole console)
    {
        if (mapping.Length == 0)
        {
            console.Output.WriteLine("--mapping names no file. Write the name of the mapping file behind it.");
            return null;
        }
        try
        {
            return await File.ReadAllBytesAsync(mapping);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            console.Output.WriteLine($"{mapping}: The mapping cannot be read: {error.Message}");
            return null;
        }
    }

    private static ImportFiles FilesOf(string mapping, string? data)
    {
        var beside = Path.GetDirectoryName(Path.GetFullPath(mapping))!;
        if (data is null) return ImportFiles.In(beside);
        return Directory.Exists(data) ? ImportFiles.In(data, beside) : ImportFiles.WithResponses(data, beside);
    }

    private static int Refuse(MicrodataOutcome.Refused refused, ImportConsole console)
    {
        console.Refuse(refused.Problems, refused.Count, refused.Count >= ImportProblems.Most);
        return 1;
    }
}
