using SurveyHub.Features.Reporting.Charts;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Listing;

/// <summary>The services of one edition in the order asked for, with everything their page and its file say about them.</summary>
public sealed class ServicesView
{
    private ServicesView(
        PublishedSurvey survey, EditionReport report, EditionReport? compared, IReadOnlyList<int> comparable, ServicesQuery query, IReadOnlyList<ServiceLine> services, IReadOnlyList<ServiceLine> aspects)
    {
        // What goes on under another name has not gone.
        Gone = compared is null ? [] : [.. new Counterparts(survey.Editions, survey.Lineage, compared.Edition, report.Edition).All
            .Where(c => c.Now.Count == 0).SelectMany(c => c.Before).Select(i => compared.Edition.Questionnaire.ServiceName(i.ReportKey))];
        (Edition, Compared, Comparable, Query) = (report.Edition, compared?.Edition, comparable, query);
        (Services, Aspects) = (services, aspects);
        Standing = Words.OnStandings(report.Rows(LowestRatedRow.Table), Words.TestBase(Edition.Questionnaire));
        Floor = IntervalDot.FloorFor(services.Select(s => s.Figures.Lower));
        TrendFloor = IntervalDot.FloorFor(services.SelectMany(s => s.Trend).Select(p => p.Share));
    }

    public Edition Edition { get; }

    /// <summary>Weighted shares stand beside the others.</summary>
    public bool IsWeighted => Services.Any(s => s.Figures.WeightedShare is not null);

    /// <summary>The earlier edition the changes are held against; null when there is none.</summary>
    public Edition? Compared { get; }

    /// <summary>Years that can be compared with, the latest first.</summary>
    public IReadOnlyList<int> Comparable { get; }
    public ServicesQuery Query { get; }

    /// <summary>One line a service, by its main rating.</summary>
    public IReadOnlyList<ServiceLine> Services { get; }

    /// <summary>The further ratings of the template, service by service in the same order.</summary>
    public IReadOnlyList<ServiceLine> Aspects { get; }

    /// <summary>What is to be said above the list; null when badges say it.</summary>
    public string? Standing { get; }

    /// <summary>Services of the edition compared with that are not asked about any more, by name.</summary>
    public IReadOnlyList<string> Gone { get; }

    /// <summary>The share at the left end of all intervals.</summary>
    public double Floor { get; }

    /// <summary>The share at the foot of all small trends.</summary>
    public double TrendFloor { get; }

    /// <summary>The rows of the file: as the page shows them, then the questions behind each.</summary>
    public IEnumerable<ServiceLine> Lines => [.. Services, .. Aspects];

    public IEnumerable<ServiceLine> AspectsOf(ServiceLine service) => Aspects.Where(a => a.Service == service.Service);

    public static ServicesView Of(PublishedSurvey survey, EditionReport report, ServicesQuery query)
    {
        var earlier = survey.Before(report.Edition.Year);
        var before = earlier is [var latest, ..] ? latest : null;
        var compared = earlier.FirstOrDefault(r => r.Edition.Year == query.Compare) ?? before;
        var lines = new ServiceLines(survey, report, compared);
        var services = InOrder(lines.Main(), query.Order);
        return new(survey, report, compared, [.. earlier.Select(r => r.Edition.Year)], query with { Compare = compared == before ? null : compared?.Edition.Year },
            services, [.. services.SelectMany(s => lines.AspectsOf(s.Service))]);
    }

    // What has no figure stands at the end, by name.
    private static ServiceLine[] InOrder(IEnumerable<ServiceLine> lines, ServiceOrder order)
    {
        var byName = lines.OrderBy(l => l.Name, StringComparer.InvariantCulture).ThenBy(l => l.Service, StringComparer.Ordinal);
        return order switch
        {
            ServiceOrder.Name => [.. byName],
            ServiceOrder.Change => [.. byName.OrderBy(l => l.Change?.Difference is null).ThenBy(l => l.Change?.Difference)],
            _ => [.. byName.OrderBy(l => l.Figures.Share is null).ThenBy(l => l.Figures.Share)],
        };
    }
}
