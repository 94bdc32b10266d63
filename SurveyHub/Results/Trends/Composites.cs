using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Results.Trends;

/// <summary>Figures of several services of one edition taken together (docs/adr/0016).</summary>
internal sealed class Composites(Ledger ledger)
{
    private readonly EditionTallies _tallies = ledger.Tallies;

    /// <summary>One service, or several together.</summary>
    /// <param name="services">Of this edition; none is nothing asked.</param>
    /// <param name="raters">Knows how many people rated at least one of them.</param>
    public Composite Of(IReadOnlyList<Item> services, RaterSets raters)
    {
        var count = services.Aggregate(new GoodCount(0, 0), (sum, s) => sum + _tallies.Of(s).GoodCount);
        var (state, display) = StateOf(services);
        return new(state, display, count, count.Valid == 0 ? null : services.Count == 1 ? PooledShare.Of(count) : PooledShare.Of(Pooled(services, raters)!, count));
    }

    public CompositeRow Row(IReadOnlyList<Item> services, RaterSets raters)
    {
        var figure = Of(services, raters);
        var row = new CompositeRow { Year = _tallies.Edition.Year, Items = Ancestry.Name(services.Select(s => s.ReportKey).Order(StringComparer.Ordinal)), State = figure.State, Display = figure.Display };
        return figure is { IsShown: true, Share: { } share }
            ? row with { Valid = share.Count.Valid, Good = share.Count.Good, Share = share.Share, Lower = share.Interval.Lower, Upper = share.Interval.Upper, EffectiveN = share.EffectiveN }
            : row;
    }

    /// <summary>Whether it is shown and why not: never where one of the services is hidden.</summary>
    public LedgerRow Decide(CompositeRow row, IReadOnlyList<Item> services)
    {
        var (decision, reason) = services.Any(s => ledger[s].State == CellState.Hidden) ? (Decision.Suppressed, Reason.WholeIsHidden) : row.State switch
        {
            CellState.Hidden => (Decision.Suppressed, Reason.TooFewAnswers),
            CellState.NotAsked => (Decision.Empty, Reason.NotAsked),
            CellState.NoRatings => (Decision.Empty, Reason.NobodyRated),
            _ => (Decision.Shown, Reason.None),
        };
        return LedgerRows.Row(ledger, LedgerRow.Composite, row.Items, decision, reason);
    }

    // A sum of figures that are shown tells nothing more; with a hidden one in it, it would tell that one.
    private (CellState State, string Display) StateOf(IReadOnlyList<Item> services)
    {
        if (services.FirstOrDefault(s => ledger[s].State == CellState.Hidden) is { } hidden) return (CellState.Hidden, ledger[hidden].Display);
        var state = CellStates.Of(services.Sum(s => _tallies.Of(s).Asked), services.Sum(s => _tallies.Of(s).Valid), _tallies.Thresholds);
        return (state, services.Count == 1 ? ledger[services[0]].Display : ExportWords.Of(state));
    }

    // The margin is computed from how the people answered who rated several. Where these are a few, it would tell it.
    private Headline? Pooled(IReadOnlyList<Item> services, RaterSets raters)
    {
        var rated = services.Where(s => _tallies.Of(s).Valid > 0).ToArray();
        return TellsOfFew(rated)
            ? CautiousHeadline.Pooled([.. rated.Select(s => _tallies.Of(s).GoodCount)], _tallies.Count(CountNames.Responses))
            : Headlines.Pooled(_tallies, rated, raters);
    }

    private bool TellsOfFew(Item[] services)
    {
        var pairs = _tallies.Pairs(services);
        for (var second = 1; second < services.Length; second++)
            for (var first = 0; first < second; first++)
                if (new[] { pairs[first, second].Both, _tallies.Of(services[first]).Valid - pairs[first, second].Both, _tallies.Of(services[second]).Valid - pairs[first, second].Both }.Any(IsFew))
                    return _tallies.HasPairs;
        return false;
    }

    private bool IsFew(int people) => people > 0 && people < _tallies.Thresholds.MinimumBase;
}

/// <summary>What can be said of several services together.</summary>
/// <param name="State">Whether it may be shown.</param>
/// <param name="Display">The same in the words of the files.</param>
/// <param name="Count">All their ratings.</param>
/// <param name="Share">Null without a rating.</param>
internal sealed record Composite(CellState State, string Display, GoodCount Count, PooledShare? Share)
{
    public bool IsShown => State is CellState.Shown or CellState.SmallBase;
}
