using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Statistics.Clustering;

/// <summary>
/// Headlines of which all ratings are counted, and only of a part it may be looked at who gave which together: how much a rating tells that is one of several of the same person
/// (the design effect) is taken from the part for all of them. Of the whole as its own part it is the clustered error itself.
/// </summary>
/// <remarks>Shares are those of all ratings. As many independent ratings as would be as precise: n · (n_eff of the part / n of the part). For a mean of services: SE = SE₀ · (SE of the part / SE₀ of the part), with
/// SE₀ = sqrt(Σ p(1−p)/n) / services, as if everybody had rated one of them.</remarks>
public static class DesignOfPart
{
    /// <summary>The pooled share of all ratings.</summary>
    /// <param name="all">Good and valid ratings, at least one.</param>
    /// <param name="items">Services in the figure.</param>
    /// <param name="part">The headline of the ratings that may be looked at together.</param>
    public static Headline Pooled(GoodCount all, int items, Headline part)
    {
        var share = all.Share!.Value;
        var naive = Math.Sqrt(share * (1 - share) / all.Valid);
        if (part.EffectiveN is not { } effectiveOfPart) return new(HeadlineMethod.PooledShare, share, null, null, null, naive, items, part.People, all.Valid, 0);
        // One person's ratings of all services alike are worth one: less than that none can be.
        var effective = Math.Max((double)all.Valid / items, all.Valid * effectiveOfPart / part.Ratings);
        return Pooled(share, effective, naive, items, part.People, all.Valid);
    }

    /// <summary>The mean of the services' shares.</summary>
    /// <param name="all">Good and valid ratings of each service, each at least one.</param>
    /// <param name="rated">The same of the part; services without a rating in it are missing.</param>
    /// <param name="part">The headline of the ratings that may be looked at together.</param>
    public static Headline Mean(IReadOnlyList<GoodCount> all, IReadOnlyList<GoodCount> rated, Headline part)
    {
        var (plain, plainOfPart) = (PlainError(all), PlainError(rated));
        var error = part.StandardError is not { } se ? (double?)null : plain > 0 && plainOfPart > 0 ? plain * se / plainOfPart : se;
        return Mean(all.Average(s => s.Share!.Value), error, all.Count, part.People, all.Sum(s => (long)s.Valid));
    }

    /// <summary>The same headline with everybody's weight, where it may not be looked at either who weighs how much: the design effect of the weights comes on top.</summary>
    /// <param name="headline">The unweighted one.</param>
    /// <param name="share">The weighted share, 0..1.</param>
    /// <param name="weights">Kish's design effect, 1 or more.</param>
    public static Headline Weighted(Headline headline, double share, double weights) => headline.Method == HeadlineMethod.MeanOfServices
        ? Mean(share, headline.StandardError * Math.Sqrt(weights), headline.Items, headline.People, headline.Ratings)
        : headline.EffectiveN is { } effective ? Pooled(share, effective / weights, headline.NaiveError!.Value, headline.Items, headline.People, headline.Ratings)
        : headline with { Share = share };

    private static Headline Pooled(double share, double effective, double naive, int items, int people, long ratings)
    {
        var error = Math.Sqrt(share * (1 - share) / effective);
        // A comparison of two years takes the squares; of all or none they are those of the rule for these.
        var squares = Headline.Stored(HeadlineMethod.PooledShare, share, error, items, people, ratings).SumOfSquares;
        return new(HeadlineMethod.PooledShare, share, error, Wilson.Of(share * effective, effective), effective, naive, items, people, ratings, squares);
    }

    private static Headline Mean(double share, double? error, int items, int people, long ratings)
    {
        Interval? interval = error is { } se ? new(Math.Max(0, share - NormalDistribution.Z95 * se), Math.Min(1, share + NormalDistribution.Z95 * se)) : null;
        var squares = error is { } e ? e * e * Math.Max(1, people - 1) / people : 0;
        return new(HeadlineMethod.MeanOfServices, share, error, interval, null, null, items, people, ratings, squares);
    }

    private static double PlainError(IReadOnlyList<GoodCount> services) =>
        Math.Sqrt(services.Sum(s => s.Share!.Value * (1 - s.Share.Value) / s.Valid)) / services.Count;
}
