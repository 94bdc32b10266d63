using SurveyHub.Results.Counting;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Disclosure;

/// <summary>
/// The one room in which it is decided what of an edition is shown (methodology M9). Whoever makes a table asks here and decides nothing
/// itself; what was decided, and why, is stored beside the tables (<see cref="LedgerRow"/>, docs/adr/0010).
/// </summary>
internal sealed class Ledger
{
    private readonly EditionTallies _tallies;
    private readonly HiddenFigures _hidden;
    private readonly Dictionary<int, FigureDecision> _ratings;
    private readonly AskedAfter _askedAfter;
    private readonly Lazy<IReadOnlyList<GroupTable>> _groups;
    private readonly Lazy<Ledger> _ofGroups;
    private readonly Dictionary<GroupTable, IReadOnlyDictionary<int, Pool>> _pools = [];

    private Ledger(EditionTallies tallies, HiddenFigures hidden)
    {
        (_tallies, _hidden) = (tallies, hidden);
        var services = ServiceVisibility.Of(tallies, _hidden);
        Pooled = services.Pooled;
        _askedAfter = AskedAfter.Of(tallies.Edition.Questionnaire, tallies.Edition.Items);
        _ratings = tallies.Edition.Items.MainRatings.ToDictionary(i => i.No, i => services[i]);
        foreach (var item in tallies.Edition.Items.All.Where(i => i.Kind == ItemKind.Rating && !i.IsMain)) _ratings[item.No] = Single(item);
        _groups = new(() => [.. Edition.Questionnaire.Groups.Select(g => GroupTable.Of(tallies, g, _hidden))]);
        _ofGroups = new(() => tallies.ForGroups == tallies ? this : Of(tallies.ForGroups));
    }

    public Edition Edition => _tallies.Edition;

    public EditionTallies Tallies => _tallies;

    /// <summary>The figure over all services.</summary>
    public FigureDecision Pooled { get; }

    /// <summary>What the figures of customer groups stand beside: this, or what was decided of the earlier report whose groups stay.</summary>
    public Ledger OfGroups => _ofGroups.Value;

    /// <summary>What may be shown by customer group, attribute by attribute. Ask <see cref="OfGroups"/> for those that are published.</summary>
    public IReadOnlyList<GroupTable> Groups => _groups.Value;

    /// <summary>What may be shown of a rating by all customers.</summary>
    public FigureDecision this[Item rating] => _ratings[rating.No];

    public static Ledger Of(EditionTallies tallies) => new(tallies, HiddenFigures.Of(tallies));

    /// <summary>What would be decided if these figures were hidden.</summary>
    public static Ledger Of(EditionTallies tallies, HiddenFigures hidden) => new(tallies, hidden);

    /// <summary>The small groups of a table joined, on one item; null where nothing is joined.</summary>
    public Pool? PoolOf(GroupTable table, Item item)
    {
        if (!_pools.TryGetValue(table, out var pools)) _pools[table] = pools = Pool.Of(this, table);
        return pools.GetValueOrDefault(item.No);
    }

    public bool IsShown(Item rating) => this[rating].IsShown;

    /// <summary>Whether and why not it is shown how the answers spread over the options; null for items that have none, or no answers, and for what is expected: that is told as gaps only.</summary>
    public Reason? SpreadOf(Item item)
    {
        if (Options(Edition, item).Count == 0 || item.IsExpectation) return null;
        var valid = BaseOfSpread(_tallies, item);
        if (IsPartOfAHiddenFigure(item)) return _hidden.ReasonOf(item) is { } reason && item.Kind != ItemKind.Rating ? reason : Reason.WholeIsHidden;
        if (valid == 0) return null;
        return valid >= _tallies.Thresholds.MinimumTestBase ? Reason.None : valid < _tallies.Thresholds.MinimumBase ? Reason.TooFewAnswers : Reason.TooFewForSpread;
    }

    /// <summary>How many answers an item's distribution is of: those that are among its options.</summary>
    public static int BaseOfSpread(EditionTallies tallies, Item item)
    {
        var codes = tallies.Codes(item);
        return Options(tallies.Edition, item).Sum(codes.GetValueOrDefault);
    }

    /// <summary>Why the column of an item is empty in the file of single responses; <see cref="Reason.None"/> where it is not. Numbers and texts are counted when the file is made.</summary>
    public Reason ColumnOf(Item item) => item.Kind switch
    {
        ItemKind.Rating => this[item] is { State: CellState.Hidden, Reason: var reason } ? reason : Reason.None,
        // Who used a hidden service is who was asked about it.
        ItemKind.Usage when RatingOfUsed(item) is { State: CellState.Hidden } => Reason.WholeIsHidden,
        ItemKind.Usage or ItemKind.Selected or ItemKind.SingleChoice or ItemKind.Number when IsAfterHidden(item) => Reason.WholeIsHidden,
        ItemKind.Usage or ItemKind.Selected or ItemKind.SingleChoice => _hidden.ReasonOf(item) ?? (AreFew(item) ? Reason.TooFewAnswers : Reason.None),
        _ => Reason.None,
    };

    /// <summary>The codes of an item's options that are answers.</summary>
    private static IReadOnlyList<int> Options(Edition edition, Item item) => item.Kind switch
    {
        ItemKind.Rating => [.. item.Scale!.Options.Select(o => o.Code)],
        ItemKind.SingleChoice => [.. edition.Questionnaire.QuestionOf(item)!.Options.Select(o => o.Code)],
        ItemKind.Usage or ItemKind.Selected => [1, 0],
        _ => [],
    };

    private bool IsPartOfAHiddenFigure(Item item) => item.Kind switch
    {
        ItemKind.Rating => this[item].State == CellState.Hidden && (item.IsMain || _hidden.Hides(item)),
        ItemKind.Usage => _hidden.Hides(item) || RatingOfUsed(item) is { State: CellState.Hidden },
        _ => _hidden.Hides(item) || IsAfterHidden(item),
    };

    // How many were asked tells how many of a hidden rating were below, or above, what the question's rule names.
    private bool IsAfterHidden(Item item) => _askedAfter.Decisive(item).Any(i => i.Kind == ItemKind.Rating && this[i].State == CellState.Hidden);

    private FigureDecision? RatingOfUsed(Item used) => Edition.Items.MainRatings.FirstOrDefault(m => m.Service == used.Service) is { } rating ? this[rating] : null;

    private bool AreFew(Item item) => _tallies.Codes(item).Where(c => c.Key >= 0).Sum(c => c.Value) is > 0 and var n && n < _tallies.Thresholds.MinimumBase;

    /// <summary>A rating that is no part of a total: the overall question, a further rating of a service.</summary>
    private FigureDecision Single(Item item)
    {
        var after = IsAfterHidden(item);
        var protects = (after || _hidden.Hides(item)) && _tallies.Of(item).Valid >= _tallies.Thresholds.MinimumBase;
        var state = CellStates.Of(_tallies.Of(item), _tallies.Thresholds, protects);
        return FigureDecision.Of(state, protects ? ExportWords.HiddenToProtectOthers : _tallies.WordsOf(state), _hidden.ReasonOf(item) ?? (after ? Reason.WholeIsHidden : Reason.ProtectsSameTable));
    }
}
