using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;

namespace SurveyHub.Tests.Statistics.Counting;

/// <summary>Everything counted over the people of one edition (or of one group in it): the input of headline and ranking.</summary>
internal sealed class RatingTable
{
    private readonly IReadOnlyDictionary<UInt128, int> _patterns;

    public RatingTable(IReadOnlyList<ItemTally> items, PairTallies pairs, IReadOnlyDictionary<UInt128, int> patterns) =>
        (Items, Pairs, _patterns) = (items, pairs, patterns);

    /// <summary>The tally of each item, in the counter's order.</summary>
    public IReadOnlyList<ItemTally> Items { get; }

    /// <summary>The pair tallies of the items.</summary>
    public PairTallies Pairs { get; }

    /// <summary>People counted, with ratings or without.</summary>
    public int People => _patterns.Values.Sum();

    /// <summary>m: people with a valid rating of at least one of these items.</summary>
    /// <param name="items">Indexes of items.</param>
    public int PeopleRatingAny(IEnumerable<int> items)
    {
        var wanted = items.Aggregate(UInt128.Zero, (mask, item) => mask | (UInt128.One << item));
        return _patterns.Where(pattern => (pattern.Key & wanted) != 0).Sum(pattern => pattern.Value);
    }

    /// <summary>The indexes of the items with at least this many valid ratings, in order.</summary>
    public IReadOnlyList<int> ItemsWithBase(int minimum) =>
        [.. Enumerable.Range(0, Items.Count).Where(item => Items[item].Valid >= minimum)];

    /// <summary>The covariance of the shares of some items.</summary>
    /// <param name="items">Indexes of the items compared, each with at least one rating.</param>
    public ClusteredCovariance Covariance(IReadOnlyList<int> items) => ClusteredCovariance.FromTallies(
        [.. items.Select(item => Items[item].GoodCount)], Among(items), PeopleRatingAny(items));

    /// <summary>The moments of the pooled share over some items.</summary>
    /// <param name="items">Indexes of the items pooled; those without ratings add nothing.</param>
    public PooledMoments Pooled(IReadOnlyList<int> items) => PooledMoments.FromTallies(
        [.. items.Select(item => Items[item].GoodCount)], Among(items), PeopleRatingAny(items));

    /// <summary>The tallies among some of the items, numbered anew in the given order.</summary>
    private PairTallies Among(IReadOnlyList<int> items)
    {
        var kept = new PairTallies(items.Count);
        for (var second = 1; second < items.Count; second++)
            for (var first = 0; first < second; first++)
                kept[first, second] = Pairs[items[first], items[second]];
        return kept;
    }
}
