namespace SurveyHub.Statistics.Precision;

/// <summary>How far a result may be moved by who answered. It says nothing of chance, which intervals are for.</summary>
public enum Stability
{
    /// <summary>Nobody knows who was asked, or too few answered.</summary>
    CannotBeJudged,

    /// <summary>At least half answered, like those who were asked, and nothing that can be looked at moves the figure by more than a point.</summary>
    Stable,

    /// <summary>At least three in ten answered, and nothing moves the figure by more than three points.</summary>
    FairlyStable,

    Shaky,
}

/// <summary>The grade of a result's stability: a stated rule, and no test (docs/reports.md).</summary>
public static class StabilityRule
{
    public const double StableRate = 0.5, StableShift = 0.01, StableUnlikeness = 0.05;
    public const double FairRate = ResponseRates.FewAnsweredBelow, FairShift = 0.03, FairUnlikeness = 0.10;

    /// <param name="responseRate">RR2, 0..1; null where nobody knows who was asked.</param>
    /// <param name="unlikeness">
    /// The part of the answers that would have to come from another group for answers and people to be alike, of the group in which it is largest; null where no group is known.
    /// </param>
    /// <param name="shifts">How far the figure moves, 0..1 each: with weights, and if those who did not answer were like those who answered late. Null where it cannot be said.</param>
    /// <returns>Without any comparison of those who answered with others there is no grade: a rate alone tells nothing of them.</returns>
    public static Stability Of(double? responseRate, double? unlikeness, params IReadOnlyList<double?> shifts)
    {
        double[] known = [.. shifts.OfType<double>().Select(Math.Abs)];
        if (responseRate is not { } rate || (unlikeness is null && known.Length == 0)) return Stability.CannotBeJudged;
        var most = known.DefaultIfEmpty(0).Max();
        if (rate >= StableRate && (unlikeness ?? 0) <= StableUnlikeness && most <= StableShift) return Stability.Stable;
        return rate >= FairRate && (unlikeness ?? 0) <= FairUnlikeness && most <= FairShift ? Stability.FairlyStable : Stability.Shaky;
    }
}
