using System.Net.Mime;
using SurveyHub.Editions;
using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting;

/// <summary>Files for analysts, of closed editions only. Who took what stands in the audit log before the first byte is sent.</summary>
public static class ExportingFeature
{
    public static IServiceCollection AddExporting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BenchmarkOptions>().Bind(configuration.GetSection(BenchmarkOptions.Section));
        services.AddSingleton(provider => new ExportFolder(DataFolder.Beside(configuration, "exports"), provider.GetRequiredService<ILogger<ExportFolder>>()));
        services.AddHostedService(provider => provider.GetRequiredService<ExportFolder>());
        return services.AddSingleton<MicrodataZip>().AddSingleton<BenchmarkCsv>();
    }

    public static WebApplication MapExporting(this WebApplication app)
    {
        app.MapFile("/exports/{survey}/{year:int}/microdata.zip", DownloadMicrodataAsync).RequireAuthorization(Policies.ExportMicrodata);
        app.MapFile("/exports/{survey}/{year:int}/benchmark.csv", DownloadBenchmarkAsync).RequireAuthorization(Policies.ExportReports);
        return app;
    }

    private static async Task<IResult> DownloadMicrodataAsync(
        string survey, int year, EditionStore editions, ReportTableStore reports, LaterResponses later, HandedOut handedOut, MicrodataZip zip, ExportFolder folder, AuditLog audit, HttpContext context)
    {
        if (await editions.FindAsync(survey, year, context.RequestAborted) is not { } edition) return TypedResults.NotFound();
        if (edition.Origin == EditionOrigin.History) return Refused($"Of the edition {year} only counts are known: there are no single responses to download.");
        if (await reports.FindAsync(survey, year, context.RequestAborted) is not { IsDecided: true } report) return NotClosed(year);
        if (!report.MayShowResponses)
            return Refused($"In {year} fewer than {edition.Questionnaire.MinimumAnswers} people answered. Then nothing is shown of what they said, on no page and in no file.");
        if (await later.OfAsync(edition, context.RequestAborted) > 0)
            return Refused($"Since the report of {year} was published more people have answered, and beside it the file would tell what some of them say. It is there again when enough have answered for a new report.");
        var isHead = HttpMethods.IsHead(context.Request.Method);
        if (!await handedOut.MayAsync(report, context.RequestAborted)) return HandedOutBefore(year);
        await audit.RecordDownloadAsync(context, $"{survey} {year}", context.Request.Path);
        var name = $"{edition.Survey}-{edition.Year}-microdata.zip";
        // Whoever asks for the head only is told what the file would be, and none is made.
        if (isHead) return TypedResults.Stream(_ => Task.CompletedTask, MediaTypeNames.Application.Zip, name);
        if (await folder.MakeAsync(stream => zip.WriteAsync(stream, report, context.RequestAborted)) is not { } file)
            return TypedResults.Text("The server’s disk has no room to make the file. Tell whoever runs SurveyHub; nothing is wrong with the answers.",
                MediaTypeNames.Text.Plain, statusCode: StatusCodes.Status507InsufficientStorage);
        // Only now, for a file that could not be made was given to nobody; from here on it may arrive.
        if (await handedOut.TakeAsync(report)) return TypedResults.Stream(file, MediaTypeNames.Application.Zip, name);
        await file.DisposeAsync();
        return HandedOutBefore(year);
    }

    private static async Task<IResult> DownloadBenchmarkAsync(
        string survey, int year, EditionStore editions, ReportTableStore reports, BenchmarkCsv benchmark, AuditLog audit, HttpContext context)
    {
        if (await editions.FindAsync(survey, year, context.RequestAborted) is null) return TypedResults.NotFound();
        if (await reports.FindAsync(survey, year, context.RequestAborted) is not { IsDecided: true } report) return NotClosed(year);
        await audit.RecordDownloadAsync(context, $"{survey} {year}", context.Request.Path);
        return TypedResults.Stream(async body => await benchmark.WriteAsync(body, report, context.RequestAborted),
            "text/csv; charset=utf-8", $"{survey}-{year}-benchmark_v1.csv");
    }

    private static IResult HandedOutBefore(int year) =>
        Refused($"Of {year} microdata were downloaded before it was reopened. With the later answers among them they would tell, beside those, what the people said who came later; so they are not given out again.");

    private static IResult NotClosed(int year) =>
        Refused($"The edition {year} is not closed yet. Before that nobody sees answers, only how many there are.");

    private static IResult Refused(string why) => TypedResults.Text(why, MediaTypeNames.Text.Plain, statusCode: StatusCodes.Status409Conflict);
}
