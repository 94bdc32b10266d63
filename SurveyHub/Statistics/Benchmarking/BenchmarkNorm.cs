using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Statistics.Benchmarking;

/// <summary>
/// What other organisations reach with the same question on the same scale (methodology M18). The median of organisations, not their
/// pooled share, which the largest would dominate.
/// </summary>
/// <param name="Organisations">How many, at least <see cref="FewestOrganisations"/>.</param>
/// <param name="LowerQuartile">A quarter lie at or below it, 0..1.</param>
/// <param name="Median">The benchmark, 0..1.</param>
/// <param name="UpperQuartile">A quarter lie at or above it: the high performers.</param>
/// <remarks>Quartiles as R's type 7: h = (N − 1) q, linear between the two neighbours.</remarks>
public sealed record BenchmarkNorm(int Organisations, double LowerQuartile, double Median, double UpperQuartile)
{
    /// <summary>With fewer organisations one could tell who they are.</summary>
    public const int FewestOrganisations = 5;

    /// <param name="shares">One share for each other organisation, 0..1; one's own is not among them.</param>
    /// <returns>Null with too few organisations.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share is outside 0..1.</exception>
    public static BenchmarkNorm? Of(IReadOnlyCollection<double> shares)
    {
        foreach (var share in shares)
            if (!(share >= 0 && share <= 1)) throw new ArgumentOutOfRangeException(nameof(shares), share, "A share lies between 0 and 1.");
        if (shares.Count < FewestOrganisations) return null;
        double[] sorted = [.. shares.Order()];
        return new(sorted.Length, At(sorted, 0.25), At(sorted, 0.5), At(sorted, 0.75));
    }

    /// <summary>Our share against the benchmark, which is taken as exact: z = (p − b) / sqrt(b (1 − b) / n).</summary>
    /// <param name="own">Our ratings, at least one.</param>
    /// <returns>Difference in −1..1 and two-sided p; without variance (a benchmark of 0 or 1) p is 1 when we equal it, else 0.</returns>
    public (double Difference, double P) Compare(GoodCount own)
    {
        ArgumentOutOfRangeException.ThrowIfZero(own.Valid);
        var difference = own.Share!.Value - Median;
        var error = Math.Sqrt(Median * (1 - Median) / own.Valid);
        return (difference, difference == 0 ? 1 : error == 0 ? 0 : NormalDistribution.TwoSidedP(difference / error));
    }

    private static double At(double[] sorted, double quantile)
    {
        var h = (sorted.Length - 1) * quantile;
        var below = (int)h;
        return below + 1 < sorted.Length ? sorted[below] + (h - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }
}
