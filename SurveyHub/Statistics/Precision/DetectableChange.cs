using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Statistics.Precision;

/// <summary>
/// How large a change would have been found: shown where the verdict is "no clear change", so that nobody reads it as "no change"
/// (methodology M17).
/// </summary>
/// <param name="Higher">The smallest later share above the earlier one that is found with the power asked for, 0..1; null when even 100 % would not be.</param>
/// <param name="Lower">The largest later share below the earlier one that is found, 0..1; null when even 0 % would not be.</param>
/// <remarks>
/// Power of the two-sided two-proportion z test with equal bases:
/// Φ((√n·|p1 − p2| − z·√((p1 + p2)(1 − (p1 + p2)/2))) / √(p1(1 − p1) + p2(1 − p2))), as R's <c>power.prop.test</c>, solved for p2.
/// </remarks>
public sealed record DetectableChange(double? Higher, double? Lower)
{
    /// <summary>Four times in five.</summary>
    public const double UsualPower = 0.8;

    private const int Halvings = 60;

    /// <summary>What two samples of this size can tell from a share.</summary>
    /// <param name="share">The share of the first year, 0..1.</param>
    /// <param name="perYear">Ratings in each year, above 0; of two different bases their harmonic mean (<see cref="CommonBase"/>).</param>
    /// <param name="power">How often the change is to be found, between 0.5 and 1.</param>
    /// <param name="level">Two-sided level of the test, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static DetectableChange From(double share, double perYear, double power = UsualPower, double level = 0.05)
    {
        if (!(share >= 0 && share <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        if (!(perYear > 0)) throw new ArgumentOutOfRangeException(nameof(perYear), perYear, "Nobody rated.");
        if (!(power >= 0.5 && power < 1)) throw new ArgumentOutOfRangeException(nameof(power), power, "The power lies between 0.5 and 1.");
        var z = Confidence.Quantile(1 - level);
        return new(Smallest(1), Smallest(0));

        // The power grows with the distance, so the smallest change that is found lies between "none" and "as far as it goes".
        double? Smallest(double end)
        {
            if (!(Power(share, end, perYear, z) >= power)) return null;
            var (near, far) = (share, end);
            for (var i = 0; i < Halvings; i++)
            {
                var middle = (near + far) / 2;
                if (Power(share, middle, perYear, z) >= power) far = middle;
                else near = middle;
            }
            return far;
        }
    }

    /// <summary>The base of two equal samples that tell as much as two different ones: 2 / (1/n1 + 1/n2). Both above 0; effective bases need not be whole.</summary>
    public static double CommonBase(double first, double second) => 2 / (1 / first + 1 / second);

    private static double Power(double p1, double p2, double n, double z)
    {
        var spread = Math.Sqrt(p1 * (1 - p1) + p2 * (1 - p2));
        var excess = Math.Sqrt(n) * Math.Abs(p1 - p2) - z * Math.Sqrt((p1 + p2) * (1 - (p1 + p2) / 2));
        return spread == 0 ? (excess > 0 ? 1 : 0) : NormalDistribution.Cdf(excess / spread);
    }
}
