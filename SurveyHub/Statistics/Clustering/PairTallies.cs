namespace SurveyHub.Statistics.Clustering;

/// <summary>The pair tallies of all K(K-1)/2 pairs of items.</summary>
public sealed class PairTallies
{
    private readonly PairTally[] _pairs;

    /// <summary>Tallies for <paramref name="items"/> items, all empty.</summary>
    /// <param name="items">Number of items, 0 or more.</param>
    public PairTallies(int items)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        Items = items;
        _pairs = new PairTally[items * (items - 1) / 2];
    }

    /// <summary>Number of items.</summary>
    public int Items { get; }

    /// <summary>The tally of two different items; asking for (second, first) swaps its sides.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is not that of an item, or both are the same.</exception>
    public PairTally this[int first, int second]
    {
        get => first < second ? _pairs[Place(first, second)] : _pairs[Place(second, first)].Swapped;
        set => _pairs[first < second ? Place(first, second) : Place(second, first)] = first < second ? value : value.Swapped;
    }

    private int Place(int lower, int higher)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lower);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(higher, Items);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lower, higher);
        return higher * (higher - 1) / 2 + lower;
    }
}
