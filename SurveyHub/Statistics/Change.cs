using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Statistics;

/// <summary>The size of the difference between two independent shares, and the evidence for it (methodology M3).</summary>
/// <remarks>
/// Computed for any two bases above zero; whether it may be shown or tested is <see cref="ComparisonState"/>'s business.
/// The interval is not adjusted for many comparisons, so it may exclude 0 where the verdict is "no clear change".
/// </remarks>
public sealed record Change
{
    private const double FisherBelowExpected = 5;

    private Change(GoodCount from, GoodCount to, double confidence)
    {
        (From, To) = (from, to);
        var (p1, p2) = (from.Share!.Value, to.Share!.Value);
        Difference = p2 - p1;
        Interval = Newcombe(from, to, confidence);
        CohenH = 2 * Math.Asin(Math.Sqrt(p2)) - 2 * Math.Asin(Math.Sqrt(p1));
        var everyone = from + to;
        var pooled = everyone.Share!.Value;
        MinimumExpected = Math.Min(from.Valid, to.Valid) * (double)Math.Min(everyone.Good, everyone.Valid - everyone.Good) / everyone.Valid;
        if (everyone.Good > 0 && everyone.Good < everyone.Valid)
            Z = Difference / Math.Sqrt(pooled * (1 - pooled) * (1.0 / from.Valid + 1.0 / to.Valid));
        PPearson = Z is { } z ? NormalDistribution.TwoSidedP(z) : 1;
        PFisher = FisherExact.TwoSided(from, to);
        P = Z is not null && MinimumExpected < FisherBelowExpected ? PFisher : PPearson;
    }

    /// <summary>The earlier year, or everyone else.</summary>
    public GoodCount From { get; }

    /// <summary>The later year, or the group.</summary>
    public GoodCount To { get; }

    /// <summary>Later minus earlier share, -1..1, not rounded.</summary>
    public double Difference { get; }

    /// <summary>Newcombe's hybrid score interval of the difference, within -1..1.</summary>
    public Interval Interval { get; }

    /// <summary>The pooled two-proportion z, without continuity correction; null when nobody or everybody is good on both sides.</summary>
    public double? Z { get; }

    /// <summary>Two-sided p of <see cref="Z"/> (Pearson's chi-squared); 1 when z is undefined.</summary>
    public double PPearson { get; }

    /// <summary>The smallest expected count of the 2 × 2 table.</summary>
    public double MinimumExpected { get; }

    /// <summary>Two-sided p of Fisher's exact test.</summary>
    public double PFisher { get; }

    /// <summary>The p-value that counts: Fisher's when an expected count is below 5, else Pearson's.</summary>
    public double P { get; }

    /// <summary>Cohen's effect size h, for exports only.</summary>
    public double CohenH { get; }

    /// <summary>Compares two independent groups, the later against the earlier.</summary>
    /// <param name="from">The earlier group, at least one rating.</param>
    /// <param name="to">The later group, at least one rating.</param>
    /// <param name="confidence">Level of <see cref="Interval"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side has no ratings, or the level is outside 0..1.</exception>
    public static Change Between(GoodCount from, GoodCount to, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfZero(from.Valid);
        ArgumentOutOfRangeException.ThrowIfZero(to.Valid);
        return new Change(from, to, confidence);
    }

    // Newcombe (1998), method 10: the Wilson limits of each side, squared and added.
    private static Interval Newcombe(GoodCount from, GoodCount to, double confidence)
    {
        var (p1, p2) = (from.Share!.Value, to.Share!.Value);
        var first = Wilson.Of(from.Good, from.Valid, confidence);
        var second = Wilson.Of(to.Good, to.Valid, confidence);
        return new Interval(
            p2 - p1 - Length(p2 - second.Lower, first.Upper - p1),
            p2 - p1 + Length(second.Upper - p2, p1 - first.Lower));

        static double Length(double a, double b) => Math.Sqrt(a * a + b * b);
    }
}
