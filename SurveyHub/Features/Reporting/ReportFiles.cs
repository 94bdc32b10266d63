using System.Net.Mime;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using SurveyHub.Features.Reporting.Bridging;
using SurveyHub.Features.Reporting.Changing;
using SurveyHub.Features.Reporting.Disclosing;
using SurveyHub.Features.Reporting.Distributing;
using SurveyHub.Features.Reporting.Driving;
using SurveyHub.Features.Reporting.Excel;
using SurveyHub.Features.Reporting.Expecting;
using SurveyHub.Features.Reporting.Following;
using SurveyHub.Features.Reporting.Framing;
using SurveyHub.Features.Reporting.Freezing;
using SurveyHub.Features.Reporting.Funnelling;
using SurveyHub.Features.Reporting.GroupDepth;
using SurveyHub.Features.Reporting.Grouping;
using SurveyHub.Features.Reporting.InDepth;
using SurveyHub.Features.Reporting.Listing;
using SurveyHub.Features.Reporting.Prioritizing;
using SurveyHub.Features.Reporting.Trending;
using SurveyHub.Features.Reporting.Yearly;
using SurveyHub.Results;
using SurveyHub.Results.Frozen;
using SurveyHub.Features.Reporting.Representing;
using SurveyHub.Results.Representing;
using SurveyHub.Shell;
using SurveyHub.Shell.Csv;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting;

/// <summary>What a report page shows is at its address plus <c>.csv</c>, filters included. Who took what stands in the audit log.</summary>
internal static partial class ReportFiles
{
    public static void MapReportFiles(this WebApplication app)
    {
        var files = app.MapGroup("/reports/{survey}").RequireAuthorization(Policies.ExportReports);
        files.MapFile("/{year:int}.csv", EditionAsync);
        files.MapFile("/{year:int}.xlsx", WorkbookAsync);
        // The board paper says nothing that the edition's own file does not.
        files.MapFile("/{year:int}/board-paper.csv", EditionAsync);
        files.MapFile("/{year:int}/services.csv", ServicesAsync);
        files.MapFile("/{year:int}/services/{service}.csv", ServiceAsync);
        files.MapFile("/{year:int}/changes.csv", ChangesAsync);
        files.MapFile("/{year:int}/groups.csv", GroupsAsync);
        files.MapFile("/{year:int}/groups/{attribute}/{group}.csv", GroupAsync);
        files.MapFile("/{year:int}/disclosure.csv", DisclosureAsync);
        files.MapFile("/{year:int}/representativeness.csv", RepresentativenessAsync);
        files.MapFile("/series/{service}.csv", SeriesAsync);
        files.MapFile("/{year:int}/priorities.csv", PrioritiesAsync);
        files.MapFile("/{year:int}/drivers.csv", DriversAsync);
        files.MapFile("/{year:int}/distribution.csv", DistributionAsync);
        files.MapFile("/{year:int}/expectations.csv", ExpectationsAsync);
        files.MapFile("/{year:int}/wordings.csv", WordingsAsync);
        files.MapFile("/recomputed.csv", RecomputedAsync);
        app.MapFile("/reports/{survey}.csv", TrendAsync).RequireAuthorization(Policies.ExportReports);
    }

    private static async Task<IResult> TrendAsync(
        string survey, string? from, string? to, PublishedSurveys surveys, AuditLog audit, HttpContext context)
    {
        if (await surveys.FindAsync(survey, context.RequestAborted) is not { } published) return TypedResults.NotFound();
        if (published.Reports.Count == 0) return NoTrendYet;
        var view = TrendView.Of(published, TrendQuery.Read(from, to));
        return Refused(TrendQuery.NotThere(view, from, to))
            ?? await SendAsync($"{survey}-trend", survey, Versioned(TrendLine.Table, line => published.Report(line.Edition.Year)), view.Lines, audit, context);
    }

    private static async Task<IResult> RecomputedAsync(string survey, FrozenReports frozen, AuditLog audit, HttpContext context)
    {
        if (await frozen.FindAsync(survey, context.RequestAborted) is not { } pending) return NotYet("What is published is what the software computes.");
        return await SendAsync($"{survey}-recomputed", survey, DifferenceLine.TableOf(pending), pending.Differences, audit, context);
    }

    private static async Task<IResult> SeriesAsync(string survey, string service, PublishedSurveys surveys, AuditLog audit, HttpContext context)
    {
        if (await surveys.FindAsync(survey, context.RequestAborted) is not { } published || SeriesLookup.Find(published, service) is not { } series) return TypedResults.NotFound();
        return await SendAsync($"{survey}-{series.Service}", survey, SeriesRow.TableOf(published), series.Lines.Select(l => new SeriesRow(series, l)), audit, context);
    }

    private static Task<IResult> EditionAsync(string survey, int year, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfEditionAsync(survey, year, "edition", surveys, audit, context, (published, report) => (EditionLine.Table, EditionView.Of(published, report).Lines));

    private static Task<IResult> WorkbookAsync(string survey, int year, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfReportAsync(survey, year, surveys, context, async (published, report) =>
        {
            await audit.RecordDownloadAsync(context, $"{survey} {year}", context.Request.Path);
            var whole = new MemoryStream();
            WorkbookFile.Write(whole, new ReportSheets(published, report).All);
            whole.Position = 0;
            return TypedResults.Stream(whole, WorkbookFile.MediaType, $"{survey}-{year}-report.xlsx");
        });

    private static Task<IResult> ServicesAsync(
        string survey, int year, string? compare, string? sort, string? show, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfQueryAsync(survey, year, "services", surveys, audit, context,
            (published, report) =>
            {
                var view = ServicesView.Of(published, report, ServicesQuery.Read(compare, sort));
                return (FunnelView.Of(view).With(ServiceLine.TableOf(report.Edition.Questionnaire)), view.Lines, ServicesQuery.NotThere(view, compare, sort, show));
            });

    private static async Task<IResult> ServiceAsync(string survey, int year, string service, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        (await surveys.FindAsync(survey, context.RequestAborted))?.Edition(year)?.Questionnaire.Service(service) is null
            ? TypedResults.NotFound()
            : await OfEditionAsync(survey, year, service, surveys, audit, context, (published, report) => (ServiceFact.Table, ServiceInDepth.Of(published, report, service)!.Facts));

    private static Task<IResult> ChangesAsync(
        string survey, int year, string? compare, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfQueryAsync(survey, year, "changes", surveys, audit, context,
            (published, report) =>
            {
                var view = ChangesView.Of(published, report, ServicesQuery.Read(compare, null));
                return (ChangedService.Table, view.Lines, ServicesQuery.NotThere(view.Comparable, view.Compared, compare));
            });

    private static Task<IResult> GroupsAsync(
        string survey, int year, string? by, string? show, string? group, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfQueryAsync(survey, year, "groups", surveys, audit, context,
            (_, report) =>
            {
                var view = GroupsView.Of(report, GroupsQuery.Read(by, show, group));
                return (GroupCell.Table, view?.Cells ?? [], GroupsQuery.NotThere(view, by, show, group));
            });

    private static async Task<IResult> GroupAsync(string survey, int year, string attribute, string group, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        (await surveys.FindAsync(survey, context.RequestAborted))?.Edition(year) is { } edition && GroupInDepth.IsKnown(edition, attribute, group)
            ? await OfEditionAsync(survey, year, $"{attribute}-{group}", surveys, audit, context,
                (published, report) => (GroupFact.Table, GroupInDepth.Of(published, report, attribute, group)?.Facts ?? []))
            : TypedResults.NotFound();

    private static Task<IResult> DisclosureAsync(
        string survey, int year, string? part, string? by, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfQueryAsync(survey, year, "disclosure", surveys, audit, context,
            (_, report) =>
            {
                var view = DisclosureView.Of(report, DisclosureQuery.Read(part, by));
                return (DisclosureLine.Table, view.FileLines, DisclosureQuery.NotThere(view, part, by));
            });

    private static Task<IResult> PrioritiesAsync(string survey, int year, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfEditionAsync(survey, year, "priorities", surveys, audit, context, (_, report) => (PriorityLine.Table, PrioritiesView.Of(report).Lines));

    private static Task<IResult> DriversAsync(string survey, int year, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfEditionAsync(survey, year, "drivers", surveys, audit, context, (_, report) => (DriverLine.Table, DriversView.Of(report).Lines));

    private static Task<IResult> DistributionAsync(string survey, int year, string? sort, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfQueryAsync(survey, year, "distribution", surveys, audit, context,
            (published, report) => (DistributionLine.TableOf(report.Edition.Questionnaire), DistributionView.Of(published, report, DistributionQuery.Read(sort)).Lines, DistributionQuery.NotThere(sort)));

    private static Task<IResult> ExpectationsAsync(string survey, int year, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfEditionAsync(survey, year, "expectations", surveys, audit, context, (_, report) => (ExpectationLine.Table, ExpectationsView.Of(report).Lines));

    private static Task<IResult> WordingsAsync(string survey, int year, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfEditionAsync(survey, year, "wordings", surveys, audit, context, (_, report) => (BridgedRating.Table, BridgeView.Of(report).Lines));

    private static Task<IResult> RepresentativenessAsync(string survey, int year, PublishedSurveys surveys, AuditLog audit, HttpContext context) =>
        OfEditionAsync(survey, year, "representativeness", surveys, audit, context, (_, report) => (RepresentationRow.Table, RepresentationView.Of(report).Lines));

    private static Task<IResult> OfEditionAsync<TRow>(
        string survey, int year, string page, PublishedSurveys surveys, AuditLog audit, HttpContext context,
        Func<PublishedSurvey, EditionReport, (ReportTable<TRow> Table, IEnumerable<TRow> Rows)> read) =>
        OfQueryAsync<TRow>(survey, year, page, surveys, audit, context, (published, report) =>
        {
            var (table, rows) = read(published, report);
            return (table, rows, []);
        });

    /// <summary>The same of a page whose address says what is wanted of it.</summary>
    private static Task<IResult> OfQueryAsync<TRow>(
        string survey, int year, string page, PublishedSurveys surveys, AuditLog audit, HttpContext context,
        Func<PublishedSurvey, EditionReport, (ReportTable<TRow> Table, IEnumerable<TRow> Rows, IEnumerable<Asked?> NotThere)> read) =>
        OfReportAsync(survey, year, surveys, context, async (published, report) =>
        {
            var (table, rows, notThere) = read(published, report);
            return Refused(notThere) ?? await SendAsync($"{survey}-{year}-{page}", $"{survey} {year}", Versioned(table, _ => report), rows, audit, context);
        });

    /// <summary>Any file of one edition's report: there is no such edition, it has no report yet, or this.</summary>
    public static async Task<IResult> OfReportAsync(
        string survey, int year, PublishedSurveys surveys, HttpContext context, Func<PublishedSurvey, EditionReport, Task<IResult>> answer)
    {
        var published = await surveys.FindAsync(survey, context.RequestAborted);
        if (published?.Edition(year) is not { } edition) return TypedResults.NotFound();
        if (published.Report(year) is not { } report) return NotYet(edition);
        return await answer(published, report);
    }

    /// <summary>A row says by which methods it was published, and of which figures it is part.</summary>
    internal static ReportTable<TRow> Versioned<TRow>(ReportTable<TRow> table, Func<TRow, EditionReport?> of) =>
        table.Replacing("method_version", row => of(row)?.MethodVersion).With(("data_version", ColumnKind.Text, row => of(row)?.DataVersion));

    /// <summary>In the place of a survey's trend.</summary>
    public static ContentHttpResult NoTrendYet => NotYet("No edition of this survey is closed yet. Its trend begins when the first one is.");

    /// <summary>In the place of a file whose address asks for what there is not: the page would say what it shows instead, and whoever opens a file would compute with other figures than they asked for.</summary>
    /// <returns>Null where all is there.</returns>
    public static IResult? Refused(IEnumerable<Asked?> notThere) => notThere.OfType<Asked>().Select(a => a.Sentence).ToArray() is { Length: > 0 } sentences
        ? TypedResults.Text($"{string.Join(' ', sentences)} So there is no file: take it out of the address, or choose on the page.", MediaTypeNames.Text.Plain, statusCode: StatusCodes.Status400BadRequest)
        : null;

    private static ContentHttpResult NotYet(Edition edition) => NotYet($"{Unpublished.Words(edition).Title}. {Unpublished.Words(edition).Text}");

    private static ContentHttpResult NotYet(string why) => TypedResults.Text(why, MediaTypeNames.Text.Plain, statusCode: StatusCodes.Status409Conflict);

    internal static async Task<IResult> SendAsync<TRow>(
        string name, string subject, ReportTable<TRow> table, IEnumerable<TRow> rows, AuditLog audit, HttpContext context)
    {
        await audit.RecordDownloadAsync(context, subject, context.Request.Path + Filters(context.Request.Query));
        return TypedResults.Stream(
            body => ReportTableCsv.WriteAsync(CsvWriter.To(body), table, rows, [], context.RequestAborted),
            "text/csv; charset=utf-8", $"{name}.csv");
    }

    /// <summary>Which part was taken. Only filters that there are, with what could be a value of theirs: anybody may put anything else into an address.</summary>
    public static string Filters(IQueryCollection query)
    {
        var told = from filter in query
                   where filter.Key is "from" or "to" or "compare" or "sort" or "by" or "part" or "show"
                   let value = filter.Value.ToString()
                   where FilterValue().IsMatch(value)
                   select $"{filter.Key}={value}";
        return string.Join('&', told) is { Length: > 0 } all ? $"?{all}" : "";
    }

    [GeneratedRegex("^[a-z0-9_-]{1,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex FilterValue();
}
