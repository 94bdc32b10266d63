using SurveyHub.Results.Weights;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Counting;

/// <summary>The counts of one edition in the terms of <see cref="Statistics"/>: all that its report is computed from.</summary>
public sealed class EditionTallies
{
    // The attribute under which the counts of all customers stand that go with groups of an earlier report. No customer group is called so.
    private const string OfGroups = "*";

    private static readonly Dictionary<int, int> None = [];

    private readonly Dictionary<(int Item, string Attribute, string Value), Dictionary<int, int>> _codes;
    private readonly Dictionary<(int First, int Second), PairTally> _pairs;
    private readonly Dictionary<(string Name, string Attribute, string Value), int> _counts;

    public EditionTallies(Edition edition, IEnumerable<TallyRow> tallies, IEnumerable<PairRow> pairs, IEnumerable<CountRow> counts)
    {
        Edition = edition;
        (tallies, counts) = (tallies.ToArray(), counts.ToArray());
        ForGroups = tallies.Any(t => t.Attribute == OfGroups)
            ? new(edition, tallies.Where(t => t.Attribute.Length > 0).Select(t => t.Attribute == OfGroups ? t with { Attribute = "" } : t), [],
                counts.Where(c => c.Attribute.Length > 0).Select(c => c.Attribute == OfGroups ? c with { Attribute = "" } : c))
            : this;
        (tallies, counts) = (tallies.Where(t => t.Attribute != OfGroups), counts.Where(c => c.Attribute != OfGroups));
        _codes = tallies.GroupBy(t => (t.ItemNo, t.Attribute, t.Value)).ToDictionary(g => g.Key, g => g.ToDictionary(t => t.Code, t => t.N));
        _pairs = pairs.ToDictionary(p => (p.FirstItem, p.SecondItem), p => new PairTally(p.BothRated, p.GoodFirst, p.GoodSecond, p.GoodBoth));
        _counts = counts.ToDictionary(c => (c.Name, c.Attribute, c.Value), c => c.N);
        Thresholds = Thresholds.Of(edition.Questionnaire.MinimumAnswers);
    }

    private EditionTallies(EditionTallies counted)
    {
        (Edition, Thresholds, Weights, OfFile) = (counted.Edition, counted.Thresholds, counted.Weights, counted.OfFile);
        (_codes, _pairs, _counts) = (counted._codes, counted._pairs, counted._counts);
        ForGroups = ReferenceEquals(counted.ForGroups, counted) ? this : counted.ForGroups;
    }

    public Edition Edition { get; }

    public Thresholds Thresholds { get; }

    /// <summary>Fewest answers that are hidden together (methodology M9, rules 2 and 6).</summary>
    public int MinimumHidden => Edition.Questionnaire.ProtectUnanimous == true ? Thresholds.MinimumTestBase : Thresholds.MinimumBase;

    /// <summary>The counts that the tables of customer groups are computed from: these, or those of an earlier report whose groups stay.</summary>
    public EditionTallies ForGroups { get; }

    /// <summary>The same counts over what the file of single responses tells; null where it tells every rating, or nobody knows.</summary>
    public EditionTallies? OfFile { get; init; }

    /// <summary>Where it is there, how ratings go together is taken from it, and only how many there are from these counts.</summary>
    public EditionTallies? Together { get; private init; }

    /// <summary>The sums with everybody's weight; null where nothing was weighted and nobody asked for it.</summary>
    public WeightedTallies? Weights { get; init; }

    /// <summary>False where answers came as counts: nobody knows which ratings belong to one person.</summary>
    public bool HasPairs => Edition.Origin != EditionOrigin.History;

    /// <summary>As readers are told: what rests on who gave which answers together follows from what the file of single responses tells.</summary>
    public EditionTallies AsTold() => OfFile is null ? this : new(this) { Together = OfFile };

    /// <summary>How many people gave each code to an item; empty when nobody did.</summary>
    public IReadOnlyDictionary<int, int> Codes(Item item, string attribute = "", string value = "") =>
        _codes.GetValueOrDefault((item.No, attribute, value), None);

    /// <summary>A rating's counts, of all customers or of those with one value of a customer group ("" = not known).</summary>
    public ItemTally Of(Item item, string attribute = "", string value = "")
    {
        var codes = Codes(item, attribute, value);
        var (notApplicable, skipped) = (codes.GetValueOrDefault(Item.CannotJudge), codes.GetValueOrDefault(Item.Skipped));
        var (good, other) = (codes.GetValueOrDefault(HistoryCodes.Favourable), codes.GetValueOrDefault(HistoryCodes.NotFavourable));
        if (good + other > 0)
            return new(notApplicable + skipped + good + other, notApplicable, skipped, good + other, good, 0, 0, None);
        return ItemTally.Of(ScaleOf(item), codes.Where(c => c.Key > 0).ToDictionary(), notApplicable, skipped);
    }

    public static ScaleCodes ScaleOf(Item item) => new(
        [.. item.Scale!.Options.Select(o => o.Code)], item.Scale.FavourableCodes,
        item.Scale.Options.Where(o => o.Role == OptionRole.Unfavourable).Select(o => o.Code));

    public PairTallies Pairs(IReadOnlyList<Item> items)
    {
        var pairs = new PairTallies(items.Count);
        for (var second = 1; second < items.Count; second++)
            for (var first = 0; first < second; first++)
                pairs[first, second] = Pair(items[first].No, items[second].No);
        return pairs;
    }

    /// <summary>A number of people; null when it was not counted.</summary>
    public int? Count(string name, string attribute = "", string value = "") =>
        _counts.TryGetValue((name, attribute, value), out var n) ? n : null;

    /// <summary>What has to be stored so that these customer groups stay beside later counts of all customers.</summary>
    public (IReadOnlyList<TallyRow> Tallies, IReadOnlyList<CountRow> Counts) GroupRows() => (
        [.. from cell in ForGroups._codes
            from code in cell.Value
            select new TallyRow { ItemNo = cell.Key.Item, Attribute = Kept(cell.Key.Attribute), Value = cell.Key.Value, Code = code.Key, N = code.Value }],
        [.. from count in ForGroups._counts
            where count.Key.Name is CountNames.Responses or CountNames.CompleteResponses or CountNames.Hidden
            select new CountRow { Name = count.Key.Name, Attribute = Kept(count.Key.Attribute), Value = count.Key.Value, N = count.Value }]);

    /// <summary>Of which attributes and values something was counted.</summary>
    public IEnumerable<(string Attribute, string Value)> Named(string name) => _counts.Keys.Where(c => c.Name == name).Select(c => (c.Attribute, c.Value));

    private static string Kept(string attribute) => attribute.Length == 0 ? OfGroups : attribute;

    private PairTally Pair(int first, int second) => first < second
        ? _pairs.GetValueOrDefault((first, second))
        : _pairs.GetValueOrDefault((second, first)).Swapped;
}
