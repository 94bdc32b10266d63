using SurveyHub.Statistics;
using SurveyHub.Statistics.Weighting;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Weights;

/// <summary>The weighted sums of one edition in the terms of <see cref="Statistics"/>.</summary>
public sealed class WeightedTallies(WeightedCount count)
{
    private readonly Dictionary<int, WeightedSums> _sums = count.Tallies.ToDictionary(t => t.ItemNo, t => t.Sums);
    private readonly Dictionary<(int, int), WeightedPair> _pairs = count.Pairs.ToDictionary(p => (p.FirstItem, p.SecondItem), p => p.Pair);

    public EditionWeighting Outcome => count.Outcome;

    /// <summary>Weighted figures may be published.</summary>
    public bool AreShown => Outcome.State == WeightingState.Weighted;

    /// <summary>The sums of an item's valid ratings; nothing where nobody rated it.</summary>
    public WeightedSums Of(Item item) => _sums.GetValueOrDefault(item.No);

    /// <summary>Several items over the people who rated any of them.</summary>
    /// <param name="items">Each with at least one rating.</param>
    /// <param name="counts">Good and valid of each, unweighted.</param>
    /// <param name="people">People with a rating of at least one of them.</param>
    public WeightedItems Together(IReadOnlyList<Item> items, IReadOnlyList<GoodCount> counts, int people) =>
        new(counts, [.. items.Select(Of)], (first, second) => Pair(items[first].No, items[second].No), people);

    private WeightedPair Pair(int first, int second) => first < second
        ? _pairs.GetValueOrDefault((first, second))
        : _pairs.GetValueOrDefault((second, first)).Swapped;
}
