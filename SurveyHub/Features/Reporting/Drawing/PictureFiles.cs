using System.Xml;
using System.Xml.Linq;
using SurveyHub.Features.Reporting.Bridging;
using SurveyHub.Features.Reporting.Changing;
using SurveyHub.Features.Reporting.Distributing;
using SurveyHub.Features.Reporting.Driving;
using SurveyHub.Features.Reporting.Expecting;
using SurveyHub.Features.Reporting.Following;
using SurveyHub.Features.Reporting.Framing;
using SurveyHub.Features.Reporting.Funnelling;
using SurveyHub.Features.Reporting.GroupDepth;
using SurveyHub.Features.Reporting.Grouping;
using SurveyHub.Features.Reporting.Listing;
using SurveyHub.Features.Reporting.Prioritizing;
using SurveyHub.Features.Reporting.Representing;
using SurveyHub.Features.Reporting.Trending;
using SurveyHub.Results;
using SurveyHub.Shell;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>The chart of a report page is at its address plus <c>.svg</c>, filters included. Who took what stands in the audit log.</summary>
internal static class PictureFiles
{
    public static void MapPictureFiles(this WebApplication app)
    {
        var files = app.MapGroup("/reports/{survey}").RequireAuthorization(Policies.ExportReports);
        files.MapFile("/{year:int}/services.svg", ServicesAsync);
        files.MapFile("/{year:int}/changes.svg", ChangesAsync);
        files.MapFile("/{year:int}/groups.svg", GroupsAsync);
        files.MapFile("/{year:int}/distribution.svg", DistributionAsync);
        files.MapFile("/{year:int}/priorities.svg", PrioritiesAsync);
        files.MapFile("/{year:int}/drivers.svg", DriversAsync);
        files.MapFile("/{year:int}/expectations.svg", ExpectationsAsync);
        files.MapFile("/{year:int}/wordings.svg", WordingsAsync);
        files.MapFile("/{year:int}/services/{service}.svg", ServiceAsync);
        files.MapFile("/{year:int}/groups/{attribute}/{group}.svg", GroupAsync);
        files.MapFile("/series/{service}.svg", SeriesAsync);
        files.MapFile("/{year:int}/representativeness.svg", RepresentativenessAsync).RequireAuthorization(Policies.ReadParticipation);
        app.MapFile("/reports/{survey}.svg", TrendAsync).RequireAuthorization(Policies.ExportReports);
    }

    private static async Task<IResult> TrendAsync(string survey, string? from, string? to, PublishedSurveys surveys, AuditLog audit, HttpContext context)
    {
        if (await surveys.FindAsync(survey, context.RequestAborted) is not { } published) return TypedResults.NotFound();
        if (published.Reports.Count == 0) return ReportFiles.NoTrendYet;
        var view = TrendView.Of(published, TrendQuery.Read(from, to));
        return ReportFiles.Refused(TrendQuery.NotThere(view, from, to)) ?? await SendAsync($"{survey}-trend", survey, TrendPicture.Of(published, view), audit, context);
    }

    private static Task<IResult> ServicesAsync(string survey, int year, string? compare, string? sort, string? show, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfQueryAsync(survey, year, "services", surveys, audit, context, (published, report) =>
        {
            var view = ServicesView.Of(published, report, ServicesQuery.Read(compare, sort, show));
            var picture = view.Query.IsFunnel
                ? FunnelPicture.Of(report, FunnelView.Of(view))
                : ServicesPicture.Of(report, view, view.Compared is { } compared ? published.Report(compared.Year) : null);
            return (picture, ServicesQuery.NotThere(view, compare, sort, show));
        });

    private static Task<IResult> ChangesAsync(string survey, int year, string? compare, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfQueryAsync(survey, year, "changes", surveys, audit, context, (published, report) =>
        {
            var view = ChangesView.Of(published, report, ServicesQuery.Read(compare, null));
            return (ChangesPicture.Of(report, view, view.Compared is { } compared ? published.Report(compared.Year) : null), ServicesQuery.NotThere(view.Comparable, view.Compared, compare));
        });

    private static Task<IResult> GroupsAsync(string survey, int year, string? by, string? show, string? group, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfQueryAsync(survey, year, "groups", surveys, audit, context, (_, report) =>
        {
            var view = GroupsView.Of(report, GroupsQuery.Read(by, show, group));
            return (GroupsPicture.Of(report, view), GroupsQuery.NotThere(view, by, show, group));
        });

    private static Task<IResult> DistributionAsync(string survey, int year, string? sort, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfQueryAsync(survey, year, "distribution", surveys, audit, context,
            (published, report) => (DistributionPicture.Of(report, DistributionView.Of(published, report, DistributionQuery.Read(sort))), DistributionQuery.NotThere(sort)));

    private static Task<IResult> PrioritiesAsync(string survey, int year, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfEditionAsync(survey, year, "priorities", surveys, audit, context, (_, report) => PrioritiesPicture.Of(report, PrioritiesView.Of(report)));

    private static Task<IResult> DriversAsync(string survey, int year, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfEditionAsync(survey, year, "drivers", surveys, audit, context, (_, report) => DriversPicture.Of(report, DriversView.Of(report)));

    private static Task<IResult> ExpectationsAsync(string survey, int year, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfEditionAsync(survey, year, "expectations", surveys, audit, context, (_, report) => ExpectationsPicture.Of(report, ExpectationsView.Of(report)));

    private static Task<IResult> WordingsAsync(string survey, int year, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfEditionAsync(survey, year, "wordings", surveys, audit, context, (_, report) => WordingsPicture.Of(report, BridgeView.Of(report)));

    private static Task<IResult> RepresentativenessAsync(string survey, int year, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfEditionAsync(survey, year, "representativeness", surveys, audit, context, (_, report) => RepresentationPicture.Of(report, RepresentationView.Of(report)));

    private static async Task<IResult> ServiceAsync(string survey, int year, string service, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        (await surveys.FindAsync(survey, context.RequestAborted))?.Edition(year)?.Questionnaire.Service(service) is null
            ? TypedResults.NotFound()
            : await OfEditionAsync(survey, year, service, surveys, audit, context, (published, report) => YearsPicture.Of(published, ServiceSeries.Of(published, new ServicePasts(published, report), service)!));

    private static async Task<IResult> GroupAsync(string survey, int year, string attribute, string group, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        (await surveys.FindAsync(survey, context.RequestAborted))?.Edition(year) is { } edition && GroupInDepth.IsKnown(edition, attribute, group)
            ? await OfEditionAsync(survey, year, $"{attribute}-{group}", surveys, audit, context, (published, report) => YearsPicture.Of(published, report, GroupInDepth.Of(published, report, attribute, group)))
            : TypedResults.NotFound();

    private static async Task<IResult> SeriesAsync(string survey, string service, PublishedSurveys surveys, AuditLog audit, HttpContext context)
    {
        if (await surveys.FindAsync(survey, context.RequestAborted) is not { } published || SeriesLookup.Find(published, service) is not { } series) return TypedResults.NotFound();
        return await SendAsync($"{survey}-{series.Service}", survey, YearsPicture.Of(published, series), audit, context);
    }

    private static Task<IResult> OfEditionAsync(
        string survey, int year, string page, PublishedSurveys surveys, AuditLog audit, HttpContext context, Func<PublishedSurvey, EditionReport, XDocument> draw) =>
        OfQueryAsync(survey, year, page, surveys, audit, context, (published, report) => (draw(published, report), []));

    /// <summary>The same of a page whose address says what is wanted of it.</summary>
    private static Task<IResult> OfQueryAsync(
        string survey, int year, string page, PublishedSurveys surveys, AuditLog audit, HttpContext context, Func<PublishedSurvey, EditionReport, (XDocument Picture, IEnumerable<Asked?> NotThere)> draw) =>
        ReportFiles.OfReportAsync(survey, year, surveys, context, async (published, report) =>
        {
            var (picture, notThere) = draw(published, report);
            return ReportFiles.Refused(notThere) ?? await SendAsync($"{survey}-{year}-{page}", $"{survey} {year}", picture, audit, context);
        });

    internal static async Task<IResult> SendAsync(string name, string subject, XDocument picture, AuditLog audit, HttpContext context)
    {
        await audit.RecordDownloadAsync(context, subject, context.Request.Path + ReportFiles.Filters(context.Request.Query));
        var whole = new MemoryStream();
        await using (var writer = XmlWriter.Create(whole, new() { Async = true, Encoding = new System.Text.UTF8Encoding(false) }))
            await picture.SaveAsync(writer, context.RequestAborted);
        whole.Position = 0;
        return TypedResults.Stream(whole, "image/svg+xml; charset=utf-8", $"{name}.svg");
    }
}
