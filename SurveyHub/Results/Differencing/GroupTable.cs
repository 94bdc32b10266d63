using SurveyHub.Results.Counting;
using SurveyHub.Statistics.Disclosure;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Differencing;

/// <summary>What may be shown of the ratings by one customer group: of the overall question by the one-way rule, of the services by the two-way rule (methodology M9).</summary>
internal sealed class GroupTable
{
    private readonly Dictionary<(int Item, string Value), CellDisclosure> _cells = [];

    private GroupTable(CustomerGroup group, IReadOnlyList<string> values) => (Group, Values) = (group, values);

    public CustomerGroup Group { get; }

    /// <summary>Keys of the group's values; who did not say is one too, for without them the others would not add up to everyone.</summary>
    public IReadOnlyList<string> Values { get; }

    public IEnumerable<CellDisclosure> Cells => _cells.Values;

    public CellDisclosure this[Item item, string value] => _cells[(item.No, value)];

    public static IReadOnlyList<GroupTable> All(EditionTallies tallies, HiddenFigures hidden) =>
        [.. tallies.Edition.Questionnaire.Groups.Select(g => Of(tallies, g, hidden))];

    public static GroupTable Of(EditionTallies tallies, CustomerGroup group, HiddenFigures hidden)
    {
        var table = new GroupTable(group, [.. group.Options.Select(o => o.Key), .. SomeAreNotKnown(tallies, group) ? [""] : Array.Empty<string>()]);
        if (tallies.Edition.Items.Overall is { } overall) table.OneWay(overall, tallies, hidden);
        table.TwoWay([.. tallies.Edition.Items.MainRatings], tallies, hidden);
        return table;
    }

    private void OneWay(Item item, EditionTallies tallies, HiddenFigures hidden)
    {
        var line = OneWayRule.Apply(
            [.. Values.Select(v => tallies.Of(item, Group.Key, v).Valid)], tallies.Thresholds.MinimumBase, at => IsHidden(item, Values[at], tallies, hidden));
        for (var at = 0; at < Values.Count; at++) _cells[(item.No, Values[at])] = line.Cells[at];
    }

    private void TwoWay(Item[] services, EditionTallies tallies, HiddenFigures hidden)
    {
        var counts = new int[services.Length, Values.Count];
        for (var service = 0; service < services.Length; service++)
            for (var value = 0; value < Values.Count; value++)
                counts[service, value] = tallies.Of(services[service], Group.Key, Values[value]).Valid;
        var table = TwoWayRule.Apply(counts, tallies.Thresholds.MinimumBase,
            new((service, value) => IsHidden(services[service], Values[value], tallies, hidden), service => hidden.Hides(services[service])));
        for (var service = 0; service < services.Length; service++)
            for (var value = 0; value < Values.Count; value++)
                _cells[(services[service].No, Values[value])] = table[service, value];
    }

    private bool IsHidden(Item item, string value, EditionTallies tallies, HiddenFigures hidden) =>
        hidden.Hides(item, Group.Key, value) || TellsOfEverybody(tallies, item, Group, value);

    private static bool SomeAreNotKnown(EditionTallies tallies, CustomerGroup group) =>
        tallies.Edition.Items.All.Any(i => i.Kind == ItemKind.Rating && tallies.Of(i, group.Key).Asked > 0);

    // Those not known may be a few small groups whose names the response rates tell. All of one opinion, each of them is known (M9, rule 6).
    private static bool TellsOfEverybody(EditionTallies tallies, Item item, CustomerGroup group, string value) =>
        value.Length == 0 && tallies.Of(item, group.Key) is { Valid: > 0 } tally && tally.Valid < tallies.Thresholds.MinimumTestBase
        && (tally.Good == 0 || tally.Good == tally.Valid);
}
