using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using SurveyHub.Features.Reporting.Benchmarking;
using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Shell.Csv;

namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>The counts behind a figure with the script that computes it from them, as one ZIP of a few kilobytes.</summary>
public static class FigureFiles
{
    // The same figure is the same file, whenever it is taken.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void MapFigureFiles(this WebApplication app) =>
        app.MapFile("/reports/{survey}/{year:int}/recompute.zip", SendAsync).RequireAuthorization(Policies.ExportReports);

    private static Task<IResult> SendAsync(string survey, int year, string? figure, PublishedSurveys surveys, PublishedOthers others, IAuthorizationService may, AuditLog audit, HttpContext context) =>
        ReportFiles.OfReportAsync(survey, year, surveys, context, async (published, report) => await PackAsync(
            report, FigurePlace.Find(published, report, figure, FigurePlace.NeedsOthers(figure) ? await others.OfAsync(published, context.RequestAborted) : null), may, audit, context));

    private static async Task<IResult> PackAsync(EditionReport report, ExplainedFigure? figure, IAuthorizationService may, AuditLog audit, HttpContext context)
    {
        var (survey, year) = (report.Edition.Survey, report.Edition.Year);
        if (figure is not { Recomputation: { } recomputation } found) return TypedResults.NotFound();
        foreach (var policy in new[] { found.Policy, recomputation.Policy }.OfType<string>())
            if (!(await may.AuthorizeAsync(context.User, policy)).Succeeded) return TypedResults.Forbid();
        await audit.RecordDownloadAsync(context, $"{survey} {year}", $"{context.Request.Path}?figure={found.Place}");
        var file = new MemoryStream();
        await WriteAsync(file, report, found, recomputation, context.RequestAborted);
        file.Position = 0;
        return TypedResults.Stream(file, "application/zip", $"{survey}-{year}-{found.Place.Replace('/', '-')}.zip");
    }

    /// <summary>The ZIP: the same figure is the same bytes.</summary>
    public static async Task WriteAsync(Stream stream, EditionReport report, ExplainedFigure figure, Recomputation recomputation, CancellationToken cancellation = default)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        await WriteCsvAsync(zip, "counts.csv", recomputation.Counts, cancellation);
        await WriteCsvAsync(zip, "published.csv", [["name", "value"], .. recomputation.Published.Select(p => (IReadOnlyList<object?>)[p.Name, p.Value])], cancellation);
        if (recomputation.Tests.Count > 0)
            await WriteCsvAsync(zip, "tests.csv", [["item", "p"], .. recomputation.Tests.Select(t => (IReadOnlyList<object?>)[t.Item, t.P])], cancellation);
        await using var script = Entry(zip, "recompute.R");
        await script.WriteAsync(Encoding.UTF8.GetBytes(ScriptOf(report, figure, recomputation)), cancellation);
    }

    private static string ScriptOf(EditionReport report, ExplainedFigure figure, Recomputation recomputation) => Scripts.File(
        figure.Title,
        [
            $"{report.Edition.Survey} {report.Edition.Year}, methods {report.MethodVersion}, data {figure.DataVersion ?? report.DataVersion}",
            Urls.Figure(report.Edition.Survey, report.Edition.Year, figure.Place),
        ], recomputation.Script);

    private static async Task WriteCsvAsync(ZipArchive zip, string name, IEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancellation)
    {
        await using var entry = Entry(zip, name);
        var csv = CsvWriter.To(entry);
        foreach (var row in rows)
        {
            foreach (var cell in row) ReportTableCsv.Write(csv, cell);
            await csv.EndRowAsync(cancellation);
        }
        await csv.FlushAsync(cancellation);
    }

    private static Stream Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }
}
