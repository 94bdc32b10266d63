using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Statistics.Weighting;

/// <summary>The difference of two weighted shares (methodology M3 with n_eff in place of n, M11).</summary>
/// <param name="Difference">Later minus earlier, −1..1.</param>
/// <param name="Interval">Newcombe's hybrid score interval.</param>
/// <param name="Z">The pooled z; null when nobody or everybody is good on both sides.</param>
/// <param name="P">Two-sided p; 1 when z is undefined.</param>
public sealed record WeightedChange(double Difference, Interval Interval, double? Z, double P)
{
    internal static WeightedChange Between(WeightedShare from, WeightedShare to)
    {
        var (p1, p2, n1, n2) = (from.Share, to.Share, from.EffectiveN, to.EffectiveN);
        var pooled = (p1 * n1 + p2 * n2) / (n1 + n2);
        double? z = pooled is > 0 and < 1 ? (p2 - p1) / Math.Sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2)) : null;
        var (first, second) = (from.Interval, to.Interval);
        return new(
            p2 - p1,
            new(p2 - p1 - Math.Sqrt(Math.Pow(p2 - second.Lower, 2) + Math.Pow(first.Upper - p1, 2)),
                p2 - p1 + Math.Sqrt(Math.Pow(second.Upper - p2, 2) + Math.Pow(p1 - first.Lower, 2))),
            z, z is { } value ? NormalDistribution.TwoSidedP(value) : 1);
    }
}
