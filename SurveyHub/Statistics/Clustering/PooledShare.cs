using SurveyHub.Statistics.Weighting;

namespace SurveyHub.Statistics.Clustering;

/// <summary>The ratings of several items taken together, by people of whom some rated more than one of them (methodology M6, 3).</summary>
/// <param name="Count">Good and valid, added up.</param>
/// <param name="EffectiveN">As many independent ratings would be as precise.</param>
/// <param name="Interval">Wilson's, on the effective number.</param>
public sealed record PooledShare(GoodCount Count, double EffectiveN, Interval Interval)
{
    public double Share => Count.Share!.Value;

    /// <summary>One item: one rating a person.</summary>
    public static PooledShare Of(GoodCount item) => new(item, item.Valid, item.Interval!.Value);

    /// <param name="headline">The pooled share over the items.</param>
    /// <param name="count">Their counts, added up.</param>
    public static PooledShare Of(Headline headline, GoodCount count) =>
        headline is { Interval: { } interval, EffectiveN: { } effective } ? new(count, effective, interval) : Of(count);

    /// <summary>Later minus earlier, with the effective numbers in place of the numbers of ratings (methodology M3, M11).</summary>
    public static WeightedChange Change(PooledShare from, PooledShare to) => WeightedShare.Change(from.Effective, to.Effective);

    private WeightedShare Effective => new(Count, Share, Count.Valid, EffectiveN);
}
