namespace SurveyHub.Statistics.Precision;

/// <summary>
/// Census mode: the interval of the share among <em>these</em> people, most of whom answered. It is narrower than Wilson's, which also
/// allows for the chance of another year, and it is never used for a test (methodology M12).
/// </summary>
/// <remarks>Wilson's interval on n* = n (N − 1) / (N − n). When everybody answered, the interval is the share itself.</remarks>
public static class CensusInterval
{
    /// <summary>The interval of good / n in a population that is known.</summary>
    /// <param name="good">Good ratings, 0..<paramref name="n"/>.</param>
    /// <param name="n">Valid ratings, above 0.</param>
    /// <param name="population">People who could have rated. Fewer than <paramref name="n"/> means that the list of people is wrong.</param>
    /// <returns>Null when more people rated than there are: there is nothing to divide by, and the reader has to be told.</returns>
    /// <exception cref="ArgumentOutOfRangeException">n is not above 0, or good is outside 0..n.</exception>
    public static Interval? Of(int good, int n, int population)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(good);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(good, n);
        if (n > population) return null;
        var share = (double)good / n;
        if (n == population) return new(share, share);
        var effective = EffectiveBase(n, population);
        return good == n ? Wilson.Of(effective, effective) : Wilson.Of(share * effective, effective);
    }

    /// <summary>The standard error of the share among a known population: sqrt(p (1 − p) / (n − 1) · (1 − n / N)), that of R's svymean; 0 when everybody answered.</summary>
    /// <param name="good">Good ratings.</param>
    /// <param name="n">Valid ratings, above 0 and at most <paramref name="population"/>.</param>
    /// <param name="population">People who could have rated.</param>
    /// <returns>Null for one rating of several people: nobody can say how others differ from it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">n is not above 0, or above the population.</exception>
    public static double? StandardError(int good, int n, int population)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, population);
        if (n == population) return 0;
        var share = (double)good / n;
        return n == 1 ? null : Math.Sqrt(share * (1 - share) / (n - 1) * (1 - (double)n / population));
    }

    /// <summary>n* = n (N − 1) / (N − n): the base that a sample without replacement is worth; infinite when everybody answered.</summary>
    public static double EffectiveBase(int n, int population) => (double)n * (population - 1) / (population - n);
}
