using SurveyHub.Results.Counting;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Disclosure;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Disclosure;

/// <summary>What may be shown of the ratings by one customer group: a line of its own for every item, for totals of a group over several services are published nowhere (methodology M9).</summary>
internal sealed class GroupTable
{
    private readonly Dictionary<(int Item, string Value), CellDisclosure> _cells = [];
    private readonly HiddenFigures _hidden;

    // Items on which those of an unknown group are fewer than a test needs.
    private readonly HashSet<int> _fewNotKnown = [];

    private GroupTable(CustomerGroup group, IReadOnlyList<string> values, HiddenFigures hidden) => (Group, Values, _hidden) = (group, values, hidden);

    public CustomerGroup Group { get; }

    /// <summary>Keys of the group's values; who did not say is one too, for without them the others would not add up to everyone.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>The overall question first, then the services.</summary>
    public required IReadOnlyList<Item> Items { get; init; }

    public IEnumerable<CellDisclosure> Cells => _cells.Values;

    public CellDisclosure this[Item item, string value] => _cells[(item.No, value)];

    /// <summary>Why the cell is not shown.</summary>
    public Reason ReasonOf(Item item, string value) => this[item, value] switch
    {
        { IsHidden: false } => Reason.None,
        { Visibility: CellVisibility.HiddenPrimary } => Reason.TooFewAnswers,
        { Reason: HidingReason.LineIsHidden } => Reason.WholeIsHidden,
        _ when value.Length == 0 && _fewNotKnown.Contains(item.No) => Reason.FewNotKnown,
        // That all are of one opinion is no reason to be given: it would be the answer.
        _ => _hidden.ReasonOf(item, Group.Key, value) ?? Reason.ProtectsSameTable,
    };

    /// <summary>The values that are too few themselves on this item: what a cell beside them is hidden for.</summary>
    public IEnumerable<string> TooFew(Item item) => Values.Where(v => this[item, v].Visibility == CellVisibility.HiddenPrimary);

    public static GroupTable Of(EditionTallies tallies, CustomerGroup group, HiddenFigures hidden)
    {
        var table = new GroupTable(group, [.. group.Options.Select(o => o.Key), .. SomeAreNotKnown(tallies, group) ? [""] : Array.Empty<string>()], hidden) { Items = ItemsOf(tallies.Edition) };
        var services = ServiceVisibility.Of(tallies, hidden);
        foreach (var item in table.Items) table.Decide(item, tallies, item.IsMain ? services.StateOf(item) == CellState.Hidden : hidden.Hides(item));
        return table;
    }

    /// <summary>A value's name in the first language of its text.</summary>
    public string NameOf(string value) => Group.Options.FirstOrDefault(o => o.Key == value)?.Label.ToString() ?? SegmentRow.NotKnown;

    private static IReadOnlyList<Item> ItemsOf(Edition edition) => [.. edition.Items.Overall is { } overall ? [overall] : Array.Empty<Item>(), .. edition.Items.MainRatings];

    private void Decide(Item item, EditionTallies tallies, bool isHiddenAsAWhole)
    {
        int[] valid = [.. Values.Select(v => tallies.Of(item, Group.Key, v).Valid)];
        var line = OneWayRule.Apply(valid, tallies.Thresholds.MinimumBase, IsHiddenElsewhere, tallies.MinimumHidden);
        if (Values.Index().Any(v => AreFewNotKnown(v.Item, valid[v.Index], tallies.Thresholds))) _fewNotKnown.Add(item.No);
        for (var at = 0; at < Values.Count; at++) _cells[(item.No, Values[at])] = isHiddenAsAWhole ? PartOfTheWhole(line.Cells[at]) : line.Cells[at];

        bool IsHiddenElsewhere(int at) => isHiddenAsAWhole || _hidden.Hides(item, Group.Key, Values[at]) || AreFewNotKnown(Values[at], valid[at], tallies.Thresholds);
    }

    private static CellDisclosure PartOfTheWhole(CellDisclosure cell) =>
        cell.Visibility == CellVisibility.HiddenComplementary ? cell with { Reason = HidingReason.LineIsHidden } : cell;

    // Those not known may be a few small groups whose names the response rates tell. All of one opinion, each of them would be known (M9, rule 6); hidden only
    // then, the rule itself would tell it.
    private static bool AreFewNotKnown(string value, int valid, Thresholds thresholds) => value.Length == 0 && valid > 0 && valid < thresholds.MinimumTestBase;

    private static bool SomeAreNotKnown(EditionTallies tallies, CustomerGroup group) =>
        tallies.Edition.Items.All.Any(i => i.Kind == ItemKind.Rating && tallies.Of(i, group.Key).Asked > 0);
}
