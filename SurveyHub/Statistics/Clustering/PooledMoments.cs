namespace SurveyHub.Statistics.Clustering;

/// <summary>
/// What the pooled share over several items needs: with g_i good and n_i valid ratings of person i, the sums of g, n, g², g·n and n².
/// Six whole numbers per edition; nothing about a person remains.
/// </summary>
/// <param name="People">People with at least one valid rating.</param>
/// <param name="Good">Sum of g.</param>
/// <param name="Valid">Sum of n: all ratings.</param>
/// <param name="GoodSquared">Sum of g².</param>
/// <param name="GoodTimesValid">Sum of g·n.</param>
/// <param name="ValidSquared">Sum of n².</param>
public sealed record PooledMoments(int People, long Good, long Valid, long GoodSquared, long GoodTimesValid, long ValidSquared)
{
    /// <summary>Good / valid over all ratings, 0..1; null without ratings.</summary>
    public double? Share => Valid == 0 ? null : (double)Good / Valid;

    /// <summary>The sum over people of ((g_i - p n_i) / N)², the clustered variance before its factor m/(m-1); 0 without ratings.</summary>
    /// <remarks>Computed as a whole number over N⁴, so nothing cancels.</remarks>
    public double SumOfSquares
    {
        get
        {
            if (Valid == 0)
                return 0;
            Int128 n = Valid, g = Good;
            var whole = GoodSquared * n * n - 2 * g * n * GoodTimesValid + g * g * ValidSquared;
            return (double)whole / Math.Pow(Valid, 4);
        }
    }

    /// <summary>
    /// Whether the sums may tell how a few people answered: of up to three items they solve to how many rated how many; and where nearly everybody rated all items, or just
    /// one, or nearly all their ratings are good, or none, to what the few others did.
    /// </summary>
    /// <param name="items">Number of items pooled.</param>
    /// <param name="minimum">Fewest people who may be told apart.</param>
    /// <remarks>Of numbers of zero and more whose sum is s and whose squares' sum is q, at least s²/q are not zero (Cauchy and Schwarz). What is bounded so are the people without a rating of some item, with more than one rating, with a good one and with another.</remarks>
    public bool TellOfFew(int items, int minimum)
    {
        return items <= 3
            || MayBeFew((long)items * People - Valid, (long)items * items * People - 2L * items * Valid + ValidSquared)
            || MayBeFew(Valid - People, ValidSquared - 2 * Valid + People)
            || MayBeFew(Good, GoodSquared)
            || MayBeFew(Valid - Good, ValidSquared - 2 * GoodTimesValid + GoodSquared);

        bool MayBeFew(long sum, long squares) => sum > 0 && (double)sum * sum / squares <= minimum - 1;
    }

    /// <summary>The moments from stored counts.</summary>
    /// <param name="items">Good and valid of each item pooled.</param>
    /// <param name="pairs">The pair tallies among them.</param>
    /// <param name="people">People with a valid rating of at least one of them.</param>
    /// <exception cref="ArgumentException">Pair tallies and items differ in number.</exception>
    public static PooledMoments FromTallies(IReadOnlyList<GoodCount> items, PairTallies pairs, int people)
    {
        if (pairs.Items != items.Count)
            throw new ArgumentException($"Pair tallies of {pairs.Items} items do not belong to {items.Count} items.", nameof(pairs));
        long good = items.Sum(item => (long)item.Good), valid = items.Sum(item => (long)item.Valid);
        long goodSquared = good, goodTimesValid = good, validSquared = valid;
        for (var second = 1; second < items.Count; second++)
            for (var first = 0; first < second; first++)
            {
                var pair = pairs[first, second];
                goodSquared += 2L * pair.GoodBoth;
                goodTimesValid += (long)pair.GoodFirst + pair.GoodSecond;
                validSquared += 2L * pair.Both;
            }
        return new PooledMoments(people, good, valid, goodSquared, goodTimesValid, validSquared);
    }
}
