using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Statistics;

/// <summary>Wilson's score interval of a share.</summary>
/// <remarks>
/// Methodology M2: centre = (p + z²/2n) / (1 + z²/n), half = z/(1 + z²/n) · sqrt(p(1-p)/n + z²/4n²). It stays inside 0..1 and keeps
/// its coverage at small bases and at shares near 100 % (Wilson 1927; Brown, Cai and DasGupta 2001).
/// </remarks>
public static class Wilson
{
    /// <summary>The interval of good / n.</summary>
    /// <param name="good">Good ratings, 0..n; a weighted share times its effective n is allowed, so it need not be whole.</param>
    /// <param name="n">The base, above 0: valid ratings or an effective sample size.</param>
    /// <param name="confidence">Two-sided level, strictly between 0 and 1.</param>
    /// <returns>Limits within 0..1; the lower is exactly 0 when none is good, the upper exactly 1 when all are.</returns>
    /// <exception cref="ArgumentOutOfRangeException">n is not above 0, good is outside 0..n, or the level is outside 0..1.</exception>
    public static Interval Of(double good, double n, double confidence = 0.95)
    {
        if (!(n > 0) || double.IsInfinity(n))
            throw new ArgumentOutOfRangeException(nameof(n), n, "A share without ratings has no interval.");
        if (!(good >= 0 && good <= n))
            throw new ArgumentOutOfRangeException(nameof(good), good, "The good ratings are between none and all of them.");
        var z = Confidence.Quantile(confidence);
        var p = good / n;
        var shrink = 1 + z * z / n;
        var centre = (p + z * z / (2 * n)) / shrink;
        var half = z / shrink * Math.Sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return new Interval(
            good == 0 ? 0 : Math.Clamp(centre - half, 0, p),
            good == n ? 1 : Math.Clamp(centre + half, p, 1));
    }
}
