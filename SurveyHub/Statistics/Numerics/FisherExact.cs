namespace SurveyHub.Statistics.Numerics;

/// <summary>Fisher's exact test of a 2 × 2 table, for bases too small for the z test.</summary>
public static class FisherExact
{
    // Tables whose probability equals the observed one but for rounding belong to the tail; the same slack as R's fisher.test.
    private const double TieSlack = 1 + 1e-7;

    /// <summary>The two-sided p-value: the sum of all tables with these margins that are at most as probable as the observed one.</summary>
    /// <param name="first">Good and valid of the first group.</param>
    /// <param name="second">Good and valid of the second group.</param>
    /// <returns>0..1; 1 when nobody or everybody is good, and when a group is empty.</returns>
    /// <remarks>
    /// The hypergeometric terms are built as ratios outward from the most probable table and divided by their sum,
    /// which needs no factorial and loses less than logarithms of factorials do. Time is linear in the smaller margin.
    /// </remarks>
    public static double TwoSided(GoodCount first, GoodCount second)
    {
        var good = first.Good + second.Good;
        var lowest = Math.Max(0, good - second.Valid);
        var terms = Terms(first.Valid, second.Valid, good, lowest);
        var threshold = terms[first.Good - lowest] * TieSlack;
        double tail = 0, all = 0;
        foreach (var term in terms)
        {
            all += term;
            if (term <= threshold)
                tail += term;
        }
        return Math.Min(1, tail / all);
    }

    /// <summary>Probabilities of "x of the first group are good" relative to the most probable x, for x from <paramref name="lowest"/> up.</summary>
    private static double[] Terms(int first, int second, int good, int lowest)
    {
        var highest = Math.Min(good, first);
        var mode = (int)Math.Clamp((good + 1L) * (first + 1L) / (first + second + 2L), lowest, highest);
        var terms = new double[highest - lowest + 1];
        terms[mode - lowest] = 1;
        for (var x = mode; x < highest; x++)
            terms[x + 1 - lowest] = terms[x - lowest] * StepUp(x);
        for (var x = mode; x > lowest; x--)
            terms[x - 1 - lowest] = terms[x - lowest] / StepUp(x - 1);
        return terms;

        double StepUp(int x) => (double)(first - x) * (good - x) / ((x + 1.0) * ((double)second - good + x + 1));
    }
}
