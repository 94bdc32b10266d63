using SurveyHub.Features.Reporting.Benchmarking;
using SurveyHub.Features.Reporting.Commenting;
using SurveyHub.Features.Reporting.Drawing;
using SurveyHub.Features.Reporting.Explaining;
using SurveyHub.Features.Reporting.Freezing;
using SurveyHub.Features.Reporting.Trending;
using SurveyHub.Shell;

namespace SurveyHub.Features.Reporting;

/// <summary>The published figures: trend, editions, services, customer groups, method; each as a page and as a file.</summary>
public static class ReportingFeature
{
    public static IServiceCollection AddReporting(this IServiceCollection services) =>
        services.AddSingleton<PublishedSurveys>().AddSingleton<DecideFigures>().AddSingleton<PublishedOthers>()
            .AddSingleton(new SurveyPart(typeof(PendingNotice), Policies.ExportReports)).AddSingleton(new SurveyPart(typeof(LatestResult), Policies.ReadReports));

    public static WebApplication MapReporting(this WebApplication app)
    {
        app.MapReportFiles();
        app.MapPictureFiles();
        app.MapFigureFiles();
        app.MapCommentFile();
        app.MapBenchmarkFiles();
        return app;
    }
}
