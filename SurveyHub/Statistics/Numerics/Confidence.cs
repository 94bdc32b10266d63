namespace SurveyHub.Statistics.Numerics;

/// <summary>The z that goes with a two-sided confidence level.</summary>
public static class Confidence
{
    /// <summary>z with P(|Z| ≤ z) = <paramref name="level"/>; 1.96 for 0.95.</summary>
    /// <param name="level">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static double Quantile(double level)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies strictly between 0 and 1.");
        return level == 0.95 ? NormalDistribution.Z95 : NormalDistribution.Quantile((1 + level) / 2);
    }
}
