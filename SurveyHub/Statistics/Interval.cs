namespace SurveyHub.Statistics;

/// <summary>A confidence interval. Of a share: 0..1; of a difference of shares: -1..1 (multiply by 100 for points).</summary>
/// <param name="Lower">The lower limit.</param>
/// <param name="Upper">The upper limit, not below the lower.</param>
public readonly record struct Interval(double Lower, double Upper)
{
    /// <summary>Upper minus lower.</summary>
    public double Width => Upper - Lower;

    /// <summary>Whether the value lies between the limits, limits included.</summary>
    public bool Contains(double value) => Lower <= value && value <= Upper;
}
