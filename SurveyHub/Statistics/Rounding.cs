namespace SurveyHub.Statistics;

/// <summary>A number of points as it is printed.</summary>
/// <param name="Value">The rounded points.</param>
/// <param name="Decimals">How many decimals to print, also when they are zero.</param>
public readonly record struct RoundedPoints(decimal Value, int Decimals);

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

    /// <summary>Later minus earlier share in points, exact on the fractions; null when a side has no ratings.</summary>
    /// <param name="from">The earlier counts.</param>
    /// <param name="to">The later counts.</param>
    /// <param name="decimals">0..6.</param>
    public static decimal? Points(GoodCount from, GoodCount to, int decimals = 0) => from.Valid == 0 || to.Valid == 0
        ? null
        : OfFraction(100 * ((Int128)to.Good * from.Valid - (Int128)from.Good * to.Valid), (Int128)from.Valid * to.Valid, decimals);

    /// <summary>The points printed beside a verdict: whole, but with one decimal when a confirmed change would read as 0.</summary>
    /// <param name="from">The earlier counts.</param>
    /// <param name="to">The later counts.</param>
    /// <param name="verdict">The verdict; null when not tested.</param>
    /// <returns>Null when a side has no ratings.</returns>
    public static RoundedPoints? Points(GoodCount from, GoodCount to, Verdict? verdict)
    {
        if (Points(from, to) is not { } whole)
            return null;
        return whole == 0 && verdict is Verdict.Better or Verdict.Worse
            ? new RoundedPoints(Points(from, to, 1)!.Value, 1)
            : new RoundedPoints(whole, 0);
    }

    /// <summary>A figure that is no plain fraction (weighted share, mean of services), half away from zero.</summary>
    /// <param name="value">The unrounded figure in the unit to be printed, for instance per cent; within the range of decimal.</param>
    /// <param name="decimals">0..6.</param>
    /// <remarks>The conversion to decimal drops the binary noise after 15 digits, so that 64.5 computed as 64.49999999999999 becomes 65.</remarks>
    public static decimal HalfAway(double value, int decimals = 0) =>
        Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero);

    private static decimal OfFraction(Int128 numerator, Int128 denominator, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 6);
        var unit = (long)Math.Pow(10, decimals);
        var size = (2 * Int128.Abs(numerator) * unit + denominator) / (2 * denominator);
        return new decimal((long)(numerator < 0 ? -size : size)) / unit;
    }
}
