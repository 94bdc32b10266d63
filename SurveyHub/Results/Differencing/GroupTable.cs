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

    public CellDisclosure this[Item item, string value] => _cells[(item.No, value)];

    public static IReadOnlyList<GroupTable> All(EditionTallies tallies, HiddenFigures hidden) =>
        [.. tallies.Edition.Questionnaire.Groups.Select(g => Of(tallies, g, hidden))];

    public static GroupTable Of(EditionTallies tallies, CustomerGroup group, HiddenFigures hidden) => Of(
        tallies, group, (item, value) => tallies.Of(item, group.Key, value).Valid,
        (item, value) => hidden.Hides(item, group.Key, value) || TellsOfEverybody(tallies, item, group, value), hidden.Hides);

    /// <summary>The same rules for other counts of the same table.</summary>
    public static GroupTable Of(
        EditionTallies tallies, CustomerGroup group, Func<Item, string, int> count, Func<Item, string, bool> isCellHidden, Func<Item, bool> isItemHidden)
    {
        var table = new GroupTable(group, [.. group.Options.Select(o => o.Key), .. SomeAreNotKnown(tallies, group) ? [""] : Array.Empty<string>()]);
        var minimum = tallies.Thresholds.MinimumBase;
        if (tallies.Edition.Items.Overall is { } overall) table.OneWay(overall, minimum, count, isCellHidden);
        table.TwoWay([.. tallies.Edition.Items.MainRatings], minimum, count, isCellHidden, isItemHidden);
        return table;
    }

    private void OneWay(Item item, int minimum, Func<Item, string, int> count, Func<Item, string, bool> isHidden)
    {
        var line = OneWayRule.Apply([.. Values.Select(v => count(item, v))], minimum, at => isHidden(item, Values[at]));
        for (var at = 0; at < Values.Count; at++) _cells[(item.No, Values[at])] = line.Cells[at];
    }

    private void TwoWay(Item[] services, int minimum, Func<Item, string, int> count, Func<Item, string, bool> isCellHidden, Func<Item, bool> isItemHidden)
    {
        var counts = new int[services.Length, Values.Count];
        for (var service = 0; service < services.Length; service++)
            for (var value = 0; value < Values.Count; value++)
                counts[service, value] = count(services[service], Values[value]);
        var table = TwoWayRule.Apply(counts, minimum, new((service, value) => isCellHidden(services[service], Values[value]), service => isItemHidden(services[service])));
        for (var service = 0; service < services.Length; service++)
            for (var value = 0; value < Values.Count; value++)
                _cells[(services[service].No, Values[value])] = table[service, value];
    }

    private static bool SomeAreNotKnown(EditionTallies tallies, CustomerGroup group) =>
        tallies.Edition.Items.All.Any(i => i.Kind == ItemKind.Rating && tallies.Of(i, group.Key).Asked > 0);

    // Those not known may be a few small groups whose names the response rates tell. All of one opinion, each of them is known (M9, rule 6).
    private static bool TellsOfEverybody(EditionTallies tallies, Item item, CustomerGroup group, string value) =>
        value.Length == 0 && tallies.Of(item, group.Key) is { Valid: > 0 } tally && tally.Valid < tallies.Thresholds.MinimumTestBase
        && (tally.Good == 0 || tally.Good == tally.Valid);
}
