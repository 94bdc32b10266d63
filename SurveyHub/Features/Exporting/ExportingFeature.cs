using System.Net.Mime;
using SurveyHub.Editions;
using SurveyHub.Features.Exporting.Ddi;
using SurveyHub.Features.Exporting.Spss;
using SurveyHub.Results;
using SurveyHub.Results.Benchmarks;
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
        services.AddSingleton<MicrodataGate>().AddSingleton<MicrodataDownload>();
        return services.AddSingleton<MicrodataZip>().AddSingleton<MicrodataSav>().AddSingleton<DdiCodebook>().AddSingleton<BenchmarkCsv>();
    }

    public static WebApplication MapExporting(this WebApplication app)
    {
        app.MapFile("/exports/{survey}/{year:int}/microdata.zip", DownloadZipAsync).RequireAuthorization(Policies.ExportMicrodata);
        app.MapFile("/exports/{survey}/{year:int}/microdata.sav", DownloadSavAsync).RequireAuthorization(Policies.ExportMicrodata);
        app.MapFile("/exports/{survey}/{year:int}/codebook.xml", DownloadCodebookAsync).RequireAuthorization(Policies.ExportReports);
        app.MapFile("/exports/{survey}/{year:int}/benchmark.csv", DownloadBenchmarkAsync).RequireAuthorization(Policies.ExportReports);
        return app;
    }

    private static Task<IResult> DownloadZipAsync(string survey, int year, MicrodataDownload download, MicrodataZip zip, HttpContext context) =>
        download.SendAsync(survey, year, context, _ => new($"{survey}-{year}-microdata.zip", MediaTypeNames.Application.Zip, zip.WriteAsync));

    // In a language that the edition does not speak there is no such file.
    private static Task<IResult> DownloadSavAsync(string survey, int year, string? lang, MicrodataDownload download, MicrodataSav sav, HttpContext context) =>
        download.SendAsync(survey, year, context, report =>
        {
            var languages = report.Edition.Questionnaire.Languages;
            var language = string.IsNullOrEmpty(lang) ? languages[0] : lang;
            if (!languages.Contains(language)) return null;
            var name = language == languages[0] ? $"{survey}-{year}.sav" : $"{survey}-{year}-{language}.sav";
            return new(name, "application/x-spss-sav", (stream, of, cancellation) => sav.WriteAsync(stream, of, language, cancellation));
        });

    private static async Task<IResult> DownloadCodebookAsync(
        string survey, int year, EditionStore editions, ReportTableStore reports, DdiCodebook codebook, AuditLog audit, HttpContext context)
    {
        if (await editions.FindAsync(survey, year, context.RequestAborted) is not { } edition) return TypedResults.NotFound();
        if (edition.Origin == EditionOrigin.History) return MicrodataDownload.Refused($"Of the edition {year} only counts are known: there are no single responses to describe.");
        if (await reports.FindAsync(survey, year, context.RequestAborted) is not { } report) return MicrodataDownload.Refused(MicrodataGate.NotClosed(year));
        if (!report.IsDecided) return MicrodataDownload.Refused(SingleResponses.Undecided(year));
        await audit.RecordDownloadAsync(context, $"{survey} {year}", context.Request.Path);
        return TypedResults.Stream(body => codebook.WriteAsync(body, report, context.RequestAborted), MediaTypeNames.Application.Xml, $"{survey}-{year}-codebook.xml");
    }

    private static async Task<IResult> DownloadBenchmarkAsync(
        string survey, int year, EditionStore editions, ReportTableStore reports, BenchmarkCsv benchmark, AuditLog audit, HttpContext context)
    {
        if (await editions.FindAsync(survey, year, context.RequestAborted) is null) return TypedResults.NotFound();
        if (await reports.FindAsync(survey, year, context.RequestAborted) is not { } report) return MicrodataDownload.Refused(MicrodataGate.NotClosed(year));
        if (!report.IsDecided) return MicrodataDownload.Refused(SingleResponses.Undecided(year));
        await audit.RecordDownloadAsync(context, $"{survey} {year}", context.Request.Path);
        return TypedResults.Stream(async body => await benchmark.WriteAsync(body, report, context.RequestAborted),
            "text/csv; charset=utf-8", $"{survey}-{year}-benchmark_v1.csv");
    }
}
