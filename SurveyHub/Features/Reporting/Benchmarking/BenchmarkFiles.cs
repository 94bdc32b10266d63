using SurveyHub.Features.Reporting.Drawing;
using SurveyHub.Shell;

namespace SurveyHub.Features.Reporting.Benchmarking;

/// <summary>The comparison with other organisations as a table and as a picture. No file names an organisation.</summary>
internal static class BenchmarkFiles
{
    public static void MapBenchmarkFiles(this WebApplication app)
    {
        app.MapFile("/reports/{survey}/{year:int}/benchmark.csv", SendTableAsync).RequireAuthorization(Policies.ExportReports);
        app.MapFile("/reports/{survey}/{year:int}/benchmark.svg", SendPictureAsync).RequireAuthorization(Policies.ExportReports);
    }

    private static Task<IResult> SendTableAsync(string survey, int year, PublishedSurveys surveys, PublishedOthers others, AuditLog audit, HttpContext context) =>
        ReportFiles.OfReportAsync(survey, year, surveys, context, async (published, report) =>
        {
            var view = BenchmarkView.Of(report, await others.OfAsync(published, context.RequestAborted));
            var table = ReportFiles.Versioned(ComparedService.Table, _ => report).Replacing("data_version", _ => view.DataVersion);
            return await ReportFiles.SendAsync($"{survey}-{year}-benchmark", $"{survey} {year}", table, view.Lines, audit, context);
        });

    private static Task<IResult> SendPictureAsync(string survey, int year, PublishedSurveys surveys, PublishedOthers others, AuditLog audit, HttpContext context) =>
        ReportFiles.OfReportAsync(survey, year, surveys, context, async (published, report) =>
        {
            var view = BenchmarkView.Of(report, await others.OfAsync(published, context.RequestAborted));
            return await PictureFiles.SendAsync($"{survey}-{year}-benchmark", $"{survey} {year}", BenchmarkPicture.Of(report, view), audit, context);
        });
}
