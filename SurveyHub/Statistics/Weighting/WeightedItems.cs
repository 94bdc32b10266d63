using SurveyHub.Statistics.Clustering;

namespace SurveyHub.Statistics.Weighting;

/// <summary>Several weighted items rated by overlapping people: the figures over all of them, with the person as the cluster (methodology M5, M6, M11).</summary>
/// <param name="counts">Good and valid of each item, unweighted; each with at least one rating.</param>
/// <param name="sums">The weighted sums of each.</param>
/// <param name="pair">The weighted pair of two items, by their places, the first the smaller.</param>
/// <param name="people">m: people with a rating of at least one of the items.</param>
public sealed class WeightedItems(IReadOnlyList<GoodCount> counts, IReadOnlyList<WeightedSums> sums, Func<int, int, WeightedPair> pair, int people)
{
    private double[] Shares => [.. counts.Zip(sums, (count, sum) => sum.ShareOf(count))];

    /// <summary>All ratings together; Wilson's interval on the ratings that would be as precise.</summary>
    public Headline Pooled()
    {
        var (all, total) = (counts.Aggregate((a, b) => a + b), sums.Sum(s => s.Sum));
        var share = new WeightedSums(total, sums.Sum(s => s.GoodSum), 0, 0).ShareOf(all);
        var squares = 0.0;
        for (var j = 0; j < counts.Count; j++)
            for (var k = 0; k < counts.Count; k++)
                squares += CrossProduct(j, k, share, share);
        return Headline.Pooled(share, Math.Max(0, squares) / (total * total), people, all.Valid, counts.Count);
    }

    /// <summary>The plain mean of the items' weighted shares.</summary>
    public Headline Mean() => Headline.MeanOfServices(Covariance());

    /// <summary>The covariance of the weighted shares; weights scaled by any factor change nothing.</summary>
    public ClusteredCovariance Covariance()
    {
        var (shares, crossed) = (Shares, new double[counts.Count, counts.Count]);
        for (var j = 0; j < counts.Count; j++)
            for (var k = 0; k < counts.Count; k++)
                crossed[j, k] = CrossProduct(j, k, shares[j], shares[k]) / (sums[j].Sum * sums[k].Sum);
        return ClusteredCovariance.FromSums([.. counts], shares, crossed, people);
    }

    /// <summary>Σ w² (y1 − p1)(y2 − p2) over the people who rated both.</summary>
    private double CrossProduct(int first, int second, double p1, double p2)
    {
        var both = first == second ? WeightedPair.WithItself(sums[first]) : first < second ? pair(first, second) : pair(second, first).Swapped;
        // Where all are good, or none, each person's part is nothing; sums would leave what rounding left.
        if (IsWhole(first, p1) || IsWhole(second, p2)) return 0;
        return both.GoodBoth - p2 * both.GoodFirst - p1 * both.GoodSecond + p1 * p2 * both.Both;
    }

    private bool IsWhole(int item, double share) =>
        (share == 1 && counts[item].Good == counts[item].Valid) || (share == 0 && counts[item].Good == 0);
}
