using System.Globalization;
using SurveyHub.Features.Importing.Breaks;
using SurveyHub.Features.Importing.History;
using SurveyHub.Shell;

namespace SurveyHub.Features.Importing.Commands;

/// <summary>The command <c>import history</c>: preview, question, import.</summary>
public sealed class HistoryCommand(ImportHistory import)
{
    /// <param name="file">Path of the history file.</param>
    /// <param name="console">Where the preview goes, and where the answer comes from.</param>
    /// <param name="breaks">The breaks in the series that are meant; without it none is.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>0 when imported, 1 when refused or not confirmed.</returns>
    public async Task<int> RunAsync(string file, ImportConsole console, ConfirmedBreaks? breaks = null, CancellationToken cancellation = default)
    {
        if (file.Length == 0)
        {
            console.Output.WriteLine("--file names no file. Write the name of the history file behind it.");
            return 1;
        }
        var name = Path.GetFileName(file);
        var files = ImportFiles.In(Path.GetDirectoryName(Path.GetFullPath(file))!);
        switch (await import.PreviewAsync(name, () => files.Open(name), cancellation))
        {
            case HistoryOutcome.Refused refused:
                return Refuse(refused, console);
            case HistoryOutcome.Ready ready:
                Write(ready.Preview, console.Output);
                BreakWords.Write(ready.Preview.Breaks, console.Output);
                if (ready.Preview.Breaks.Where(b => breaks?.Has(b) != true).ToList() is { Count: > 0 } missing)
                {
                    BreakWords.Refuse(missing, console.Output);
                    return 1;
                }
                if (!console.Confirms()) return 1;
                break;
        }
        return Tell(await import.ExecuteAsync(AuditLog.System, name, () => files.Open(name), breaks, cancellation), console);
    }

    private static int Tell(HistoryOutcome outcome, ImportConsole console)
    {
        switch (outcome)
        {
            case HistoryOutcome.Refused refused:
                return Refuse(refused, console);
            case HistoryOutcome.Unconfirmed { Missing: var missing }:
                BreakWords.Refuse(missing, console.Output);
                return 1;
            default:
                console.Output.WriteLine("Imported. The reports are published.");
                return 0;
        }
    }

    private static int Refuse(HistoryOutcome.Refused refused, ImportConsole console)
    {
        console.Refuse(refused.Problems, refused.Count, refused.Count >= ImportProblems.Most);
        return 1;
    }

    private static void Write(HistoryPreview preview, TextWriter output)
    {
        output.WriteLine($"{preview.Title} ({preview.Survey})");
        output.WriteLine();
        foreach (var year in preview.Years)
        {
            output.WriteLine($"{year.Year}: {year.Rows} rows, {Number(year.Responses)} responses, {Number(year.Invited)} invited{(year.Groups.Count == 0 ? "" : $", by {string.Join(", ", year.Groups)}")}");
            foreach (var item in year.Items)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  {item.Key,-24}{item.Ratings,9:N0} ratings{item.Favourable,9:N0} good  {item.Name}{(item.IsComparable ? "" : " (not compared with the years before)")}{(item.HasPoints ? "" : " (only the share is known)")}"));
        }
        foreach (var note in preview.Notes) output.WriteLine($"note: {note}");
        output.WriteLine();
    }

    private static string Number(int? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "unknown";
}
