using SurveyHub.Features.Reporting.Following;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Shell.Charts;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Grouping;

/// <summary>One customer group in one edition.</summary>
/// <param name="Year">The edition.</param>
/// <param name="Count">Its ratings of the overall question; null where they are not shown.</param>
/// <param name="Words">What stands in the place of a share.</param>
/// <param name="Under">The groups that it was then, where these are others; null where it was itself.</param>
public sealed record GroupYear(int Year, GoodCount? Count, string Words, string? Under)
{
    /// <summary>What is hidden, as a table without room for words marks it: too few answers, or to protect a smaller one.</summary>
    public string? Mark { get; init; }

    /// <summary>Its figures are of few of its people: see <see cref="PartOfGroup"/>.</summary>
    public bool IsPart { get; init; }

    private bool IsCut => IsPart && Count is not null;

    /// <summary>The points of a chart: no line to or from a year that cannot be held against the others.</summary>
    public static IReadOnlyList<TrendPoint> Points(IReadOnlyList<GroupYear> years) =>
    [
        .. years.Select((y, at) => new TrendPoint(y.Year, y.Count?.Share, y.Count?.Interval?.Lower, y.Count?.Interval?.Upper,
            BreakBefore: at > 0 && (y.IsCut || years[at - 1].IsCut), IsTogether: y.Under is not null)),
    ];
}

/// <summary>The overall question by customer group through the years: departments that became one are taken together before.</summary>
public sealed class GroupYears
{
    /// <summary>In the place of a share that is hidden.</summary>
    public const string Few = "few";

    private readonly PublishedSurvey _survey;
    private readonly EditionReport _report;
    private readonly string _attribute;
    private readonly LineageNames _names;
    private readonly Dictionary<int, IReadOnlyDictionary<string, int>> _parts;

    /// <param name="survey">The survey.</param>
    /// <param name="report">The latest year that is wanted.</param>
    /// <param name="view">The groups.</param>
    /// <param name="only">One of them; null for all.</param>
    public GroupYears(PublishedSurvey survey, EditionReport report, GroupsView view, Segment? only = null)
    {
        (_survey, _report, _attribute, _names) = (survey, report, view.Attribute.Key, new(survey));
        EditionReport[] until = [.. survey.Reports.Where(r => r.Edition.Year <= report.Edition.Year && r.Edition.Items.Overall is not null && r.Edition.Questionnaire.Groups.Any(g => g.Key == _attribute))];
        Years = [.. until.Select(r => r.Edition.Year)];
        _parts = until.ToDictionary(r => r.Edition.Year, r => PartOfGroup.Of(r, _attribute));
        // Small groups together are others each year.
        Lines = [.. view.Segments.Where(s => s.Key.Length > 0 && s.Key != GroupsView.PoolKey && (only is null || s == only)).Select(s => (s.Name, (IReadOnlyList<GroupYear>)[.. until.Select(r => In(r, s.Key))]))];
    }

    public IReadOnlyList<int> Years { get; }

    /// <summary>The groups of the edition, each with its years.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<GroupYear> Years)> Lines { get; }

    /// <summary>Groups were others in an earlier year.</summary>
    public IEnumerable<string> Notes => Lines.SelectMany(l => l.Years.Where(y => y.Under is not null).GroupBy(y => y.Under).Select(g => $"{l.Name}: until {g.Max(y => y.Year)} {g.Key}."));

    /// <summary>A year of some group is of few of its people.</summary>
    public bool HasParts => Lines.Any(l => l.Years.Any(y => y.IsPart));

    private GroupYear In(EditionReport report, string segment)
    {
        var year = report.Edition.Year;
        if (report != _report && SeriesBreaks.WhyNot(_survey.Editions, report.Edition, _report.Edition, Questionnaire.OverallQuestion) is not null) return new(year, null, "not comparable", null);
        var ancestry = _survey.Lineage.Options(_attribute).Between(segment, year, _report.Edition.Year);
        var under = ancestry.IsPlain ? null : $"{(ancestry.IsSplit ? "a part of " : "")}{_names.Names(ancestry.Before, year, _attribute)}{(ancestry.IsComposite ? " together" : "")}";
        if (ancestry.IsSplit) return new(year, null, "split later", under);
        var rows = ancestry.Before.Select(key => Row(report, key)).ToArray();
        // People are in one group, so counts add up; of figures that are shown the sum tells nothing more.
        var isPart = ancestry.Before.Any(_parts[year].ContainsKey);
        if (rows.FirstOrDefault(r => r is { IsHidden: true }) is { } hidden) return new(year, null, Few, under) { Mark = Words.Few(hidden.Display), IsPart = isPart };
        if (rows.Any(r => r is null)) return new(year, null, "", under);
        var sum = rows.Aggregate(new GoodCount(0, 0), (all, r) => all + new GoodCount(r!.Good ?? 0, r.Valid ?? 0));
        return sum.Valid == 0 ? new(year, null, "no ratings", under) : new(year, sum, "", under) { IsPart = isPart };
    }

    private SegmentRow? Row(EditionReport report, string key) =>
        report.Rows(SegmentRow.Table).FirstOrDefault(r => r.Attribute == _attribute && r.Item == Questionnaire.OverallQuestion && r.SegmentKey == key);
}
