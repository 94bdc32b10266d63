using System.Globalization;
using SurveyHub.Features.Importing.Microdata;

namespace SurveyHub.Features.Importing.Commands;

/// <summary>The preview as a command prints it.</summary>
internal static class MicrodataPreviewText
{
    public static void Write(MicrodataPreview preview, TextWriter output)
    {
        output.WriteLine($"{preview.Title} ({preview.Survey})");
        output.WriteLine();
        output.WriteLine("year  responses  complete    ratings  cannot judge    skipped  comments    invited  file");
        foreach (var edition in preview.Editions)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{edition.Year}  {edition.Rows,9:N0}  {edition.Complete,8:N0}  {edition.Ratings,9:N0}  {edition.CannotJudge,12:N0}  {edition.Skipped,9:N0}  {edition.Comments,8:N0}  {Number(edition.Invited),9}  {edition.File}"));
        output.WriteLine();
        WriteServices(preview, output);
        foreach (var group in preview.Editions.SelectMany(e => e.Groups).GroupBy(g => (g.Key, g.Name)))
            output.WriteLine($"customer group {group.Key.Key}: {group.Key.Name}, {group.Max(g => g.Options)} options, known of {string.Join(", ", group.Select(g => Number(g.Known)))} responses");
        foreach (var note in preview.Notes) output.WriteLine($"note: {note}");
        foreach (var column in preview.IgnoredColumns)
            output.WriteLine($"left out: column “{column.Column}” of {column.File}, because nothing says what it holds{(column.Nearest is { } near ? $". Did you mean “{near}”?" : "")}");
        output.WriteLine();
    }

    /// <summary>Ratings of each service, year by year.</summary>
    private static void WriteServices(MicrodataPreview preview, TextWriter output)
    {
        output.WriteLine($"ratings of each service{string.Concat(preview.Editions.Select(e => $"{e.Year,12}"))}");
        foreach (var service in preview.Editions.SelectMany(e => e.Services).GroupBy(s => s.Key))
        {
            var cells = preview.Editions.Select(e => e.Services.FirstOrDefault(s => s.Key == service.Key) is { WasAsked: true } asked ? Number(asked.Ratings) : "not asked");
            output.WriteLine($"{service.Key,-23}{string.Concat(cells.Select(c => $"{c,12}"))}  {service.First().Name}");
        }
        output.WriteLine();
    }

    private static string Number(int? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "-";
}
