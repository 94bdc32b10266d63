using SurveyHub.Features.Reporting.Driving;
using SurveyHub.Features.Reporting.Following;
using SurveyHub.Features.Reporting.Grouping;
using SurveyHub.Features.Reporting.Listing;
using SurveyHub.Features.Reporting.Prioritizing;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Precision;
using SurveyHub.Statistics.Ranking;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.InDepth;

/// <summary>Everything that an edition and those before it say about one service.</summary>
public sealed class ServiceInDepth
{
    private ServiceInDepth(PublishedSurvey survey, EditionReport report, ServiceLine line, IReadOnlyList<ServiceLine> aspects)
    {
        (Edition, Line, Aspects) = (report.Edition, line, aspects);
        Survey = survey;
        Series = ServiceSeries.Of(survey, new ServicePasts(survey, report), line.Service)!;
        Editions = ServiceEdition.AllOf(survey, Series);
        Mix = line.Change is { State: ComparisonState.Tested } change ? MixNote.Of(survey, survey.Report(change.From)!, report, line.Service) : null;
        Groups = GroupsOf(report, line);
        Drivers = DriversView.Of(report).Services.FirstOrDefault(s => s.Service == line.Service);
        Priority = PrioritiesView.Of(report).Lines.FirstOrDefault(l => l.Row.Service == line.Service);
        Ranked = report.Rows(LowestRatedRow.Table).Count;
        YearsRunning = Persistence.YearsRunning([.. survey.Reports.Where(r => r.Edition.Year <= report.Edition.Year)
            .Select(r => r.Rows(LowestRatedRow.Table).FirstOrDefault(p => p.Service == line.Service)?.Standing)]);
        IsYearly = Enumerable.Range(report.Edition.Year - Math.Max(0, YearsRunning - 1), Math.Max(1, YearsRunning)).All(year => survey.Report(year) is not null);
    }

    public Edition Edition { get; }

    public PublishedSurvey Survey { get; }

    /// <summary>The service through the years, under whatever name.</summary>
    public ServiceSeries Series { get; }

    /// <summary>The service's own rating.</summary>
    public ServiceLine Line { get; }

    /// <summary>Where other respondents turned its change round; else null.</summary>
    public MixNote? Mix { get; }

    /// <summary>The further questions about it.</summary>
    public IReadOnlyList<ServiceLine> Aspects { get; }

    /// <summary>Editions up to this one, the earliest first.</summary>
    public IReadOnlyList<ServiceEdition> Editions { get; }

    /// <summary>By customer group, attribute by attribute; values that nobody has left out.</summary>
    public IReadOnlyList<(CustomerGroup Attribute, IReadOnlyList<GroupCell> Cells)> Groups { get; }

    /// <summary>Null where the service has no further questions.</summary>
    public DrivenService? Drivers { get; }

    /// <summary>Its place in the priority matrix, or why it has none; null where the edition has no matrix.</summary>
    public PriorityLine? Priority { get; }

    /// <summary>How many services were compared with each other.</summary>
    public int Ranked { get; }

    /// <summary>Editions running in which it has had the badge it has now; 0 without a badge.</summary>
    public int YearsRunning { get; }

    // With a year between them without an edition they are editions, not years.
    private bool IsYearly { get; }

    /// <summary>"lowest rated"; null without a badge.</summary>
    public string? Badge => Words.Badge(Line.Place?.Standing ?? default);

    /// <summary>"second year running"; null for a first time, and without a badge.</summary>
    public string? Running => YearsRunning < 2 ? null : $"{Ordinal(YearsRunning)} {(IsYearly ? "year" : "edition")} running";

    /// <summary>How exactly the share is known; null where there is none.</summary>
    public PrecisionLabel? Precision => Line.Figures is { IsVisible: true, Lower: { } lower, Upper: { } upper } ? PrecisionLabels.Of(new(lower, upper)) : null;

    /// <summary>"precise: about 3 points to either side on average".</summary>
    public string PrecisionWords => Precision is { } label && Line.Figures is { Lower: { } lower, Upper: { } upper }
        ? $"{LabelOf(label)}: about {Figures.Count((long)Rounding.HalfAway((upper - lower) * 50), "point", "points")} to either side on average"
        : "";

    public IEnumerable<ServiceFact> Facts => ServiceFact.Of(this);

    /// <returns>Null when the edition does not ask about such a service.</returns>
    public static ServiceInDepth? Of(PublishedSurvey survey, EditionReport report, string service)
    {
        var lines = new ServiceLines(survey, report, survey.Before(report.Edition.Year) is [var before, ..] ? before : null);
        return lines.Main().FirstOrDefault(l => l.Service == service) is { } line ? new(survey, report, line, [.. lines.AspectsOf(service)]) : null;
    }

    // As on the page of customer groups, small groups together among them; values that nobody has are left out.
    private static (CustomerGroup, IReadOnlyList<GroupCell>)[] GroupsOf(EditionReport report, ServiceLine line) =>
        [.. from attribute in report.Edition.Questionnaire.Groups
            let row = GroupsView.Of(report, new(attribute.Key))?.Lines.FirstOrDefault(l => l.All.Item == line.Service)
            where row is not null
            let cells = row.Cells.Where(c => c.IsHidden || c.Row.Valid > 0).ToArray()
            where cells.Length > 0
            select (attribute, (IReadOnlyList<GroupCell>)cells)];

    /// <summary>What a value of a customer group is called.</summary>
    public string NameOf(GroupCell cell) => cell.Pool is { } pool
        ? $"small groups together: {string.Join(", ", pool.Names.Select(n => n == SegmentRow.NotKnown ? "not known" : n))}"
        : Edition.Questionnaire.Groups.First(g => g.Key == cell.Row.Attribute).Options.FirstOrDefault(o => o.Key == cell.Row.SegmentKey) is { } option
            ? Edition.Questionnaire.In(option.Label)
            : "not known";

    public static string LabelOf(PrecisionLabel label) => label switch
    {
        PrecisionLabel.Precise => "precise",
        PrecisionLabel.Fair => "fairly precise",
        PrecisionLabel.Rough => "rough",
        PrecisionLabel.IntervalOnly => "too rough for one figure",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Ordinal(int number) => number switch
    {
        2 => "second",
        3 => "third",
        4 => "fourth",
        5 => "fifth",
        _ => $"{Figures.Count(number)}th",
    };
}
