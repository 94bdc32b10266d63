using SurveyHub.Features.Reporting.Charts;
using SurveyHub.Features.Reporting.Disclosing;
using SurveyHub.Features.Reporting.Grouping;
using SurveyHub.Results;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Tables;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.GroupDepth;

/// <summary>
/// Everything that an edition and those before it say about one customer group. It is put together from cells that are published elsewhere
/// and makes no figure of its own, so there is nothing in it to protect.
/// </summary>
public sealed class GroupInDepth
{
    /// <summary>So many services at either end of its list.</summary>
    private const int MostAtAnEnd = 3;

    /// <summary>What rounds to a tenth of a point.</summary>
    private const double LeastPull = 0.0005;

    private readonly GroupsView _view;

    private GroupInDepth(PublishedSurvey survey, EditionReport report, GroupsView view, Segment segment)
    {
        (_view, Segment, IsPool) = (view, segment, segment.Key == GroupsView.PoolKey);
        Services = [.. view.CellsOf(segment).OrderBy(c => c.Row.Share is null).ThenBy(c => c.Row.Share).ThenBy(c => c.ItemName, StringComparer.InvariantCulture)];
        Overall = view.Overall?.Cells.First(c => c.Row.SegmentKey == segment.Key);
        Years = new GroupYears(survey, report, view, segment);
        Participation = PartOfGroup.ParticipationOf(report, Attribute.Key, segment.Key);
        OnlySo = view.OnlySo(segment);
        Hidden = [.. report.Rows(LedgerRow.Table)
            .Where(r => r.Of == LedgerRow.Segments && r.Attribute == view.Attribute.Key && r.SegmentKey == segment.Key)
            .Select(r => DisclosureLine.Of(report.Edition, r)).Where(l => l.IsHidden)];
    }

    public Edition Edition => _view.Edition;

    /// <summary>Department, role, site.</summary>
    public CustomerGroup Attribute => _view.Attribute;

    public Segment Segment { get; }

    /// <summary>Small groups together, which are others on some services.</summary>
    public bool IsPool { get; }

    /// <summary>The groups beside it.</summary>
    public IReadOnlyList<Segment> Beside => _view.Segments;

    /// <summary>Its services, the lowest rated by the group itself first, those without a figure last.</summary>
    public IReadOnlyList<GroupCell> Services { get; }

    /// <summary>The overall question; null when it was not asked.</summary>
    public GroupCell? Overall { get; }

    /// <summary>The overall question through the years; without lines where nothing can be followed.</summary>
    public GroupYears Years { get; }

    /// <summary>Who was invited and answered; null where that is not told of this group alone.</summary>
    public ParticipationLine? Participation { get; }

    /// <summary>Its people who are in a figure at most, where that is far fewer than answered; else null.</summary>
    public int? OnlySo { get; }

    /// <summary>What is hidden of it.</summary>
    public IReadOnlyList<DisclosureLine> Hidden { get; }

    /// <summary>Enough ratings to be called high or low.</summary>
    private GroupCell[] Large => [.. Services.Where(c => c is { IsSmall: false, Row.Share: not null })];

    private int AtAnEnd => Math.Min(MostAtAnEnd, Large.Length / 2);

    private IEnumerable<GroupCell> Small => Services.Where(c => c is { IsSmall: true, Row.Share: not null });

    public IReadOnlyList<GroupCell> Weakest => [.. Large.Take(AtAnEnd)];

    public IReadOnlyList<GroupCell> Strongest => [.. Large.TakeLast(AtAnEnd).Reverse()];

    /// <summary>Too few ratings to be called low, though they are as low.</summary>
    public IReadOnlyList<GroupCell> SmallAmongWeakest => [.. Small.Where(c => Weakest is [.., var last] && c.Row.Share <= last.Row.Share)];

    /// <summary>Too few ratings to be called high, though they are as high.</summary>
    public IReadOnlyList<GroupCell> SmallAmongStrongest => [.. Small.Where(c => Strongest is [.., var last] && c.Row.Share >= last.Row.Share)];

    /// <summary>The service whose share it pulls down most, and the one that it pulls up most; null where none moves by a tenth of a point.</summary>
    public (GroupCell? Down, GroupCell? Up) Pulls => (Services.Where(c => c.Impact <= -LeastPull).MinBy(c => c.Impact), Services.Where(c => c.Impact >= LeastPull).MaxBy(c => c.Impact));

    /// <summary>The share at the left end of the intervals of both ends.</summary>
    public double Floor => IntervalDot.FloorFor(Weakest.Concat(Strongest).Select(c => c.Row.Lower));

    public IEnumerable<GroupFact> Facts => GroupFact.Of(this);

    /// <summary>Whether the edition's questionnaire knows such a group.</summary>
    public static bool IsKnown(Edition edition, string attribute, string group) =>
        edition.Questionnaire.Groups.FirstOrDefault(g => g.Key == attribute) is { } of && (Urls.IsNotKnown(group) || group == GroupsView.PoolKey || of.Options.Any(o => o.Key == group));

    /// <returns>Null when nobody of the group rated anything.</returns>
    public static GroupInDepth? Of(PublishedSurvey survey, EditionReport report, string attribute, string group)
    {
        if (GroupsView.Of(report, new(attribute)) is not { } view || view.Attribute.Key != attribute) return null;
        var key = Urls.IsNotKnown(group) ? "" : group;
        return view.Segments.FirstOrDefault(s => s.Key == key) is { } segment ? new(survey, report, view, segment) : null;
    }
}
