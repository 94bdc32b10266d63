using System.Net.Mime;
using SurveyHub.Editions;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting;

public static class ExportingFeature
{
    public static IServiceCollection AddExporting(this IServiceCollection services) => services.AddSingleton<MicrodataZip>();

    public static WebApplication MapExporting(this WebApplication app)
    {
        app.MapGet("/exports/{survey}/{year:int}/microdata.zip", DownloadMicrodataAsync).RequireAuthorization(Policies.ExportMicrodata);
        return app;
    }

    private static async Task<IResult> DownloadMicrodataAsync(
        string survey, int year, EditionStore editions, MicrodataZip zip, HttpContext context, CancellationToken cancellation)
    {
        if (await editions.FindAsync(survey, year, cancellation) is not { Origin: not EditionOrigin.History } edition) return TypedResults.NotFound();
        // Before the edition is closed nobody sees answers, not even the analyst.
        if (edition.Status != EditionStatus.Closed) return TypedResults.NotFound();
        return TypedResults.Stream(async body => await zip.WriteAsync(body, edition, context.RequestAborted),
            MediaTypeNames.Application.Zip, $"{edition.Survey}-{edition.Year}-microdata.zip");
    }
}
