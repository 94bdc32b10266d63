namespace SurveyHub.Statistics.Weighting;

/// <summary>A share with weights, and what its intervals and tests rest on (methodology M11). Minimum bases stay unweighted.</summary>
/// <param name="Count">Unweighted good and valid.</param>
/// <param name="Share">Σ w y / Σ w over valid ratings, 0..1.</param>
/// <param name="SumOfWeights">Σ w over valid ratings.</param>
/// <param name="EffectiveN">Kish's n_eff of the valid ratings.</param>
public sealed record WeightedShare(GoodCount Count, double Share, double SumOfWeights, double EffectiveN)
{
    /// <summary>Wilson's 95 % interval with n_eff in place of n.</summary>
    public Interval Interval => Wilson.Of(Math.Clamp(Share, 0, 1) * EffectiveN, EffectiveN);

    /// <summary>n / n_eff.</summary>
    public double DesignEffect => Count.Valid / EffectiveN;

    /// <param name="ratings">The valid ratings with their weights.</param>
    /// <returns>Null when nobody rated.</returns>
    public static WeightedShare? Of(IReadOnlyCollection<Clustering.WeightedRating> ratings)
    {
        if (ratings.Count == 0) return null;
        var kish = Kish.Of([.. ratings.Select(r => r.Weight)]);
        var good = ratings.Where(r => r.IsGood).Sum(r => r.Weight);
        var count = new GoodCount(ratings.Count(r => r.IsGood), ratings.Count);
        // All good is exactly 1, whatever the order in which weights are added.
        return new(count, count.Good == count.Valid ? 1 : good / kish.Sum, kish.Sum, kish.EffectiveN);
    }

    /// <summary>
    /// The standard error with weights taken as given, over a sample of which only some rated:
    /// sqrt(m/(m − 1) · Σ (w_i (y_i − p))²) / Σ w, sums over valid ratings, m all people of the sample.
    /// </summary>
    /// <param name="ratings">The valid ratings.</param>
    /// <param name="people">m, at least the number of ratings.</param>
    /// <returns>Null when nobody rated or the sample is one person.</returns>
    public static double? LinearizedError(IReadOnlyCollection<Clustering.WeightedRating> ratings, int people)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, ratings.Count);
        if (people < 2 || Of(ratings) is not { } share) return null;
        var squares = ratings.Sum(r => Math.Pow(r.Weight * ((r.IsGood ? 1 : 0) - share.Share), 2));
        return Math.Sqrt(squares * people / (people - 1)) / share.SumOfWeights;
    }

    /// <summary>Later minus earlier: Newcombe's interval and the pooled z with n_eff in place of n (methodology M3, M11).</summary>
    public static WeightedChange Change(WeightedShare from, WeightedShare to) => WeightedChange.Between(from, to);
}
