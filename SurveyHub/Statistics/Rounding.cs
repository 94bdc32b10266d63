namespace SurveyHub.Statistics;

/// <summary>
/// Rounds once, at the end, half away from zero (methodology M19). Shown parts need not add up to 100 and are never adjusted;
/// differences come from unrounded shares.
/// </summary>
public static class Rounding
{
    /// <summary>Good / valid in whole per cent, exact on the fraction; null when nobody rated.</summary>
    public static int? Percent(GoodCount count) => count.Valid == 0 ? null : (int)Percent(count, 0)!.Value;

    /// <summary>Good / valid in per cent with some decimals, exact on the fraction; null when nobody rated.</summary>
    /// <param name="count">Good and valid ratings.</param>
    /// <param name="decimals">0..6.</param>
    public static decimal? Percent(GoodCount count, int decimals) =>
        count.Valid == 0 ? null : OfFraction(100 * (Int128)count.Good, count.Valid, decimals);

    /// <summary>A difference of shares in points, without the noise of binary numbers: 3 points are 3, and half a point is half a point.</summary>
    /// <param name="difference">Later minus earlier share, -1..1.</param>
    /// <remarks>
    /// The noise lies below 10^-13 points. A difference of two fractions that is not a half lies at least 1/(2 n1 n2) points beside it, so
    /// up to 700,000 ratings on both sides what is rounded from this is rounded as the fractions themselves would be.
    /// </remarks>
    public static decimal Points(double difference) => WithoutNoise(difference * 100);

    /// <summary>A figure that is no plain fraction (weighted share, mean of services), half away from zero.</summary>
    /// <param name="value">The unrounded figure in the unit to be printed, for instance per cent; within the range of decimal.</param>
    /// <param name="decimals">0..6.</param>
    /// <remarks>The noise of binary numbers does not decide: 64.5 computed as 64.49999999999999 becomes 65, 4.5 computed as 4.49999999999999 becomes 5.</remarks>
    public static decimal HalfAway(double value, int decimals = 0) => HalfAway(WithoutNoise(value), decimals);

    /// <inheritdoc cref="HalfAway(double, int)"/>
    public static decimal HalfAway(decimal value, int decimals = 0) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    // A difference has the noise of its shares, which are larger than it may be: 15 digits of it are not enough, places are counted.
    private static decimal WithoutNoise(double value) => HalfAway((decimal)value, 12);

    private static decimal OfFraction(Int128 numerator, Int128 denominator, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 6);
        var unit = (long)Math.Pow(10, decimals);
        var size = (2 * Int128.Abs(numerator) * unit + denominator) / (2 * denominator);
        return new decimal((long)(numerator < 0 ? -size : size)) / unit;
    }
}
