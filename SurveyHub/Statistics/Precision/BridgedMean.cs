namespace SurveyHub.Statistics.Precision;

/// <summary>The mean difference of several services' shares between two halves of the customers, of whom each half was asked in other words (methodology M13, bridge year).</summary>
/// <remarks>
/// The halves are independent; within a half the same people rated several services, in a way that published counts do not tell. So each half's mean is taken to be as
/// uncertain as if everybody gave all services the same rating: its limits are the means of the Wilson limits. No dependence makes a mean less certain (Cauchy and Schwarz).
/// Both halves are joined by Newcombe's (1998) squares of the distances to the limits, as for two shares.
/// </remarks>
/// <param name="Old">Mean share in the old words, 0..1.</param>
/// <param name="New">Mean share in the new words, 0..1.</param>
/// <param name="Interval">95 % limits of new minus old, at least as wide as they should be.</param>
public sealed record BridgedMean(double Old, double New, Interval Interval)
{
    /// <summary>New minus old, -1..1.</summary>
    public double Difference => New - Old;

    /// <summary>Beyond chance: the limits leave out 0. Never said too often, because they are too wide rather than too narrow.</summary>
    public bool IsClear => !Interval.Contains(0);

    /// <param name="services">Of each service the counts in the old and in the new words; all with ratings.</param>
    /// <param name="confidence">Two-sided level.</param>
    /// <returns>Null for fewer than two services: one has an interval of its own.</returns>
    public static BridgedMean? Of(IReadOnlyCollection<(GoodCount Old, GoodCount New)> services, double confidence = 0.95)
    {
        if (services.Count < 2) return null;
        var (old, before) = Mean(services.Select(s => s.Old), confidence);
        var (@new, now) = Mean(services.Select(s => s.New), confidence);
        return new(old, @new, new(
            @new - old - Length(@new - now.Lower, before.Upper - old),
            @new - old + Length(now.Upper - @new, old - before.Lower)));
    }

    private static (double Share, Interval Limits) Mean(IEnumerable<GoodCount> counts, double confidence)
    {
        (double Share, Interval Limits)[] all = [.. counts.Select(c => (c.Share!.Value, Wilson.Of(c.Good, c.Valid, confidence)))];
        return (all.Average(a => a.Share), new(all.Average(a => a.Limits.Lower), all.Average(a => a.Limits.Upper)));
    }

    private static double Length(double a, double b) => Math.Sqrt(a * a + b * b);
}
