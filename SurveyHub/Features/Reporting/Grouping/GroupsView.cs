using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Grouping;

/// <summary>A value of the attribute: a column of the heat map.</summary>
public sealed record Segment(string Key, string Name);

/// <summary>A service with its cell for every segment, in the segments' order.</summary>
public sealed record GroupLine(ServiceYearRow All, string Name, IReadOnlyList<GroupCell> Cells);

/// <summary>The services of one edition by customer group, as they were computed and protected when it was closed.</summary>
public sealed class GroupsView
{
    /// <summary>In the place of a group's key; none is called so.</summary>
    public const string PoolKey = "(pooled)";

    private readonly EditionReport _report;
    private readonly Dictionary<string, PooledRow> _pools;
    private readonly Lazy<IReadOnlyDictionary<string, int>> _parts;

    private GroupsView(EditionReport report, CustomerGroup attribute, GroupsQuery query)
    {
        (_report, Attribute, _parts) = (report, attribute, new(() => PartOfGroup.Of(report, attribute.Key)));
        var rows = report.Rows(SegmentRow.Table).Where(r => r.Attribute == attribute.Key).ToArray();
        // A value that nobody has, or nobody who rated anything, is no column.
        Segments = [.. rows.GroupBy(r => r.SegmentKey).Where(g => g.Any(r => r.IsHidden || r.Valid > 0)).Select(g => new Segment(g.Key, NameOf(g.First())))];
        _pools = report.Rows(PooledRow.Table).Where(r => r.Attribute == attribute.Key).ToDictionary(r => r.Item);
        if (_pools.Count > 0) Segments = [.. Segments, new(PoolKey, "small groups together")];
        var cells = rows.ToDictionary(r => (r.Item, r.SegmentKey));
        // Groups of an earlier report are held against everybody of that report.
        var all = report.Rows(ServiceYearRow.OfGroupsTable) is { Count: > 0 } earlier ? earlier : report.Rows(ServiceYearRow.Table);
        Lines =
        [
            .. from row in all
               where report.Edition.Questionnaire.Service(row.Item) is not null && Segments.All(s => s.Key == PoolKey || cells.ContainsKey((row.Item, s.Key)))
               let name = report.Edition.Questionnaire.ServiceName(row.Item)
               orderby row.Share is null, row.Share, name
               select new GroupLine(row, name, [.. Segments.Select(s => s.Key == PoolKey ? PoolCell(row, name) : Cell(cells[(row.Item, s.Key)], name, row))]),
        ];
        if (all.FirstOrDefault(r => r.Item == Questionnaire.OverallQuestion) is { } overall && report.Edition.Items.Overall is { } item
            && Segments.All(s => s.Key == PoolKey || cells.ContainsKey((overall.Item, s.Key))))
        {
            var wording = report.Edition.Questionnaire.In(report.Edition.Questionnaire.QuestionOf(item)!.Text);
            GroupCell[] split = [.. Segments.Select(s => s.Key == PoolKey ? PoolCell(overall, wording) : Cell(cells[(overall.Item, s.Key)], wording, overall))];
            // Counts of earlier years may have it for everybody only.
            if (!IsCountsOnly || split.Any(c => c.IsHidden || c.Row.Share is not null)) Overall = new(overall, wording, split);
        }
        Query = query with { By = attribute == Attributes[0] ? null : attribute.Key, Group = Segments.Any(s => s.Key == query.Group) ? query.Group : null };
    }

    public Edition Edition => _report.Edition;

    /// <summary>By what results are split; at least one.</summary>
    public IReadOnlyList<CustomerGroup> Attributes => Edition.Questionnaire.Groups;

    public CustomerGroup Attribute { get; }
    public GroupsQuery Query { get; }
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>The lowest rated by all customers first.</summary>
    public IReadOnlyList<GroupLine> Lines { get; }

    /// <summary>The overall question; null when it was not asked.</summary>
    public GroupLine? Overall { get; }

    /// <summary>The group looked at more closely.</summary>
    public Segment? Chosen => Segments.FirstOrDefault(s => s.Key == Query.Group);

    /// <summary>The rows of the file: service by service as on the page, then the overall question.</summary>
    public IEnumerable<GroupCell> Cells => [.. Lines.SelectMany(l => l.Cells).Concat(Overall?.Cells ?? []).Where(c => c.Row.SegmentKey != PoolKey || c.Pool is not null)];

    /// <summary>Who is in "small groups together": on most ratings, and then where others are; empty without such a column.</summary>
    public IReadOnlyList<string> PoolWords
    {
        get
        {
            var named = Lines.Append(Overall).OfType<GroupLine>().Where(l => _pools.ContainsKey(l.All.Item)).Select(l => (Pool: _pools[l.All.Item], l.Name)).ToArray();
            return [.. from line in named
                       group line.Name by (line.Pool.IsUsual, Members: string.Join(", ", line.Pool.Names.Select(n => n == SegmentRow.NotKnown ? "not known" : n))) into same
                       orderby !same.Key.IsUsual, same.Count() descending
                       select same.Key.IsUsual || same.Count() == named.Length ? same.Key.Members : $"on {string.Join(", ", same)}: {same.Key.Members}"];
        }
    }

    /// <summary>Whether far fewer of its people are in a figure than answered.</summary>
    public bool IsPart(Segment segment) => _parts.Value.ContainsKey(segment.Key);

    /// <summary>Its people who are in a figure at most, where that is far fewer than answered; else null.</summary>
    public int? OnlySo(Segment segment) => _parts.Value.TryGetValue(segment.Key, out var most) ? most : null;

    /// <summary>What a dash in a cell says, in one entry of a legend; null where no cell has one.</summary>
    /// <param name="areAlsoTotals">A service has no figure of all customers either.</param>
    public string? Blank(bool areAlsoTotals = false)
    {
        GroupCell[] blank = [.. Lines.SelectMany(l => l.Cells).Where(c => c is { IsHidden: false, Difference: null })];
        var (ofGroups, ofPool) = (areAlsoTotals || blank.Any(c => !c.IsPool), blank.Any(c => c.IsPool));
        return (ofGroups, ofPool) switch
        {
            (true, true) => "nobody was asked, or nobody rated it; under “small groups together”: none are joined here",
            (true, false) => "nobody was asked, or nobody rated it",
            (false, true) => "no small groups are joined here",
            _ => null,
        };
    }

    /// <summary>One group's cells, service by service.</summary>
    public IEnumerable<GroupCell> CellsOf(Segment segment) => Lines.Select(l => l.Cells.First(c => c.Row.SegmentKey == segment.Key));

    /// <returns>Null when the edition knows of no customer groups.</returns>
    public static GroupsView? Of(EditionReport report, GroupsQuery query)
    {
        var attributes = report.Edition.Questionnaire.Groups;
        if (attributes.Count == 0 || report.Rows(SegmentRow.Table).Count == 0) return null;
        return new(report, attributes.FirstOrDefault(g => g.Key == query.By) ?? attributes[0], query);
    }

    private bool IsCountsOnly => Edition.Origin == EditionOrigin.History;

    private GroupCell Cell(SegmentRow row, string name, ServiceYearRow all) =>
        new(row, name, all.Share) { IsCountsOnly = IsCountsOnly, AllValid = all.Valid, IsPart = row.SegmentKey == PoolKey ? null : _parts.Value.ContainsKey(row.SegmentKey) };

    private GroupCell PoolCell(ServiceYearRow all, string name)
    {
        var pool = _pools.GetValueOrDefault(all.Item);
        var cell = Cell(new()
        {
            Year = Edition.Year, Attribute = Attribute.Key, Item = all.Item, Segment = pool?.Label ?? "", SegmentKey = PoolKey, IsHidden = false, HiddenReason = "",
            Valid = pool?.Valid, Good = pool?.Good, Share = pool?.Share, Lower = pool?.Lower, Upper = pool?.Upper,
            PVersusRest = pool?.PVersusRest, AdjustedP = pool?.AdjustedP, DifferenceToRest = pool?.DifferenceToRest,
            State = pool?.State ?? CellState.NotAsked, Display = pool?.Display ?? "",
        }, name, all);
        return cell with { Pool = pool };
    }

    private string NameOf(SegmentRow row) =>
        Attribute.Options.FirstOrDefault(o => o.Key == row.SegmentKey) is { } option ? Edition.Questionnaire.In(option.Label) : "not known";
}
