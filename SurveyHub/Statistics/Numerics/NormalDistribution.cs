namespace SurveyHub.Statistics.Numerics;

/// <summary>The standard normal distribution, accurate far into the tails: verdicts rest on p-values of 1e-40 and less.</summary>
public static class NormalDistribution
{
    /// <summary>The two-sided 95 % quantile, the z of every default interval.</summary>
    public const double Z95 = 1.959963984540054;

    // Below this the series is short and loses nothing; above it the continued fraction needs few levels.
    private const double SeriesEnds = 2.5;
    private const int FractionLevels = 120;

    /// <summary>exp(-z²/2) / sqrt(2π).</summary>
    /// <param name="z">Any number; the result underflows to 0 beyond |z| of about 38.6.</param>
    public static double Density(double z)
    {
        // z² alone would carry a rounding error of z²·1e-16 into the exponent: split z into a short part and a rest.
        var head = Math.Round(z * 16) / 16;
        return Math.Exp(-head * head / 2) * Math.Exp(-(z - head) * (z + head) / 2) / Math.Sqrt(2 * Math.PI);
    }

    /// <summary>P(Z ≤ z), 0..1.</summary>
    /// <param name="z">Any number, infinities included. The lower tail has full relative accuracy.</param>
    public static double Cdf(double z) => z < 0 ? UpperTail(-z) : 1 - UpperTail(z);

    /// <summary>P(Z &gt; z), 0..1, with a relative error below 1e-12 for every z whose result is a normal double (z up to 37).</summary>
    /// <param name="z">Any number, infinities included. NaN gives NaN.</param>
    /// <remarks>Series of odd powers (Abramowitz and Stegun 26.2.11) near the middle, Laplace's continued fraction (26.2.14) beyond.</remarks>
    public static double UpperTail(double z)
    {
        if (z < 0)
            return 1 - UpperTail(-z);
        if (z < SeriesEnds)
            return 0.5 - Density(z) * OddSeries(z);
        return double.IsPositiveInfinity(z) ? 0 : Density(z) / LaplaceFraction(z);
    }

    /// <summary>The p-value of a two-sided z test: P(|Z| ≥ |z|), 0..1.</summary>
    public static double TwoSidedP(double z) => 2 * UpperTail(Math.Abs(z));

    /// <summary>The z with P(Z ≤ z) = <paramref name="probability"/>; relative error about 1e-16.</summary>
    /// <param name="probability">0..1; 0 and 1 give the infinities.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0..1, or NaN.</exception>
    /// <remarks>Wichura (1988), Algorithm AS 241, PPND16.</remarks>
    public static double Quantile(double probability)
    {
        if (!(probability >= 0 && probability <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
        var q = probability - 0.5;
        if (Math.Abs(q) <= 0.425)
            return q * NormalQuantileRatios.Central(0.180625 - q * q);
        var tail = q < 0 ? probability : 1 - probability;
        if (tail == 0)
            return q < 0 ? double.NegativeInfinity : double.PositiveInfinity;
        var r = Math.Sqrt(-Math.Log(tail));
        var z = r <= 5 ? NormalQuantileRatios.Intermediate(r - 1.6) : NormalQuantileRatios.Far(r - 5);
        return q < 0 ? -z : z;
    }

    private static double OddSeries(double z)
    {
        var term = z;
        var sum = z;
        for (var k = 1; term > sum * 1e-18; k++)
        {
            term *= z * z / (2 * k + 1);
            sum += term;
        }
        return sum;
    }

    private static double LaplaceFraction(double z)
    {
        var fraction = z;
        for (var level = FractionLevels; level > 0; level--)
            fraction = z + level / fraction;
        return fraction;
    }
}
