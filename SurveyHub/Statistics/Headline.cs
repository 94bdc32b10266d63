using SurveyHub.Statistics.Clustering;
using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Statistics;

/// <summary>How one figure is made of several services (methodology M6). A headline that is the overall question is a share like any other.</summary>
public enum HeadlineMethod
{
    /// <summary>The plain mean of the services' shares.</summary>
    MeanOfServices,

    /// <summary>All ratings of all services together.</summary>
    PooledShare,
}

/// <summary>One figure over several services with a margin that knows that the same people rated them (methodology M6).</summary>
/// <param name="Method">How it is made.</param>
/// <param name="Share">0..1.</param>
/// <param name="StandardError">Clustered by person; null with fewer than two people.</param>
/// <param name="Interval">95 %, within 0..1; null with fewer than two people.</param>
/// <param name="EffectiveN">p(1-p)/SE²: as many independent ratings would be as precise. Null for the mean of services.</param>
/// <param name="NaiveError">sqrt(p(1-p)/n), the margin one would claim if ratings were independent. Null for the mean of services.</param>
/// <param name="Items">Services in the figure.</param>
/// <param name="People">People with at least one rating among them.</param>
/// <param name="Ratings">Valid ratings in the figure.</param>
/// <param name="SumOfSquares">The clustered variance before its factor m/(m-1); what a comparison of two years starts from.</param>
public sealed record Headline(
    HeadlineMethod Method, double Share, double? StandardError, Interval? Interval, double? EffectiveN, double? NaiveError,
    int Items, int People, long Ratings, double SumOfSquares)
{
    /// <summary>The pooled share over all ratings, with Wilson's interval on the effective number of ratings.</summary>
    /// <param name="moments">The stored moments of the edition.</param>
    /// <param name="items">How many services are in them.</param>
    /// <returns>Null when nobody rated anything.</returns>
    /// <remarks>
    /// A share of 0 or 1 has no clustered variance: each person then counts as one rating. A variance of zero inside (0,1) means
    /// that every person has the same mix of ratings; the number of ratings is used then.
    /// </remarks>
    public static Headline? Pooled(PooledMoments moments, int items)
    {
        if (moments.Share is not { } share)
            return null;
        return Pooled(share, moments.SumOfSquares, moments.People, moments.Valid, items);
    }

    /// <summary>As above, from a share that may be weighted and the sum of its people's squared parts.</summary>
    internal static Headline Pooled(double share, double sumOfSquares, int people, long ratings, int items)
    {
        var naive = share * (1 - share) / ratings;
        var squares = share is 0 or 1 ? SmoothedSquares(share, people) : sumOfSquares;
        if (people < 2)
            return new Headline(HeadlineMethod.PooledShare, share, null, null, null, Math.Sqrt(naive), items, people, ratings, squares);
        var variance = sumOfSquares * people / (people - 1);
        var effective = variance > 0 ? share * (1 - share) / variance : naive > 0 ? ratings : people;
        return new Headline(
            HeadlineMethod.PooledShare, share, Math.Sqrt(variance), Wilson.Of(share * effective, effective), effective, Math.Sqrt(naive),
            items, people, ratings, squares);
    }

    /// <summary>A headline as it was stored: enough to compare it, without how its people rated.</summary>
    /// <param name="method">How it was made.</param>
    /// <param name="share">0..1.</param>
    /// <param name="error">Its clustered standard error.</param>
    /// <param name="items">Services in the figure.</param>
    /// <param name="people">People with at least one rating among them.</param>
    /// <param name="ratings">Valid ratings in the figure.</param>
    /// <remarks>SE² = Σu² · m/(m−1), turned round; a pooled share of 0 or 1 has the variance of comparisons, as <see cref="Pooled(PooledMoments, int)"/> gives it.</remarks>
    public static Headline Stored(HeadlineMethod method, double share, double error, int items, int people, long ratings)
    {
        var squares = method == HeadlineMethod.PooledShare && share is 0 or 1 ? SmoothedSquares(share, people) : error * error * Math.Max(1, people - 1) / people;
        return new Headline(method, share, error, null, null, null, items, people, ratings, squares);
    }

    /// <summary>The plain mean of the services' shares: a change in which services people rated does not move it.</summary>
    /// <param name="covariance">The covariance of the services averaged.</param>
    /// <remarks>When every service is at 0 or 1 the plain error is 0; the rule of comparisons then keeps the interval from vanishing.</remarks>
    public static Headline MeanOfServices(ClusteredCovariance covariance)
    {
        var count = covariance.Shares.Count;
        var share = covariance.Shares.Sum() / count;
        double[] contrast = [.. Enumerable.Repeat(1.0 / count, count)];
        var error = covariance.StandardError(contrast);
        if (error == 0)
            error = covariance.ComparisonError(contrast);
        Interval? interval = error is { } se
            ? new Interval(Math.Max(0, share - NormalDistribution.Z95 * se), Math.Min(1, share + NormalDistribution.Z95 * se))
            : null;
        var squares = error is { } e ? e * e * (covariance.People - 1) / covariance.People : 0;
        return new Headline(
            HeadlineMethod.MeanOfServices, share, error, interval, null, null,
            count, covariance.People, covariance.Items.Sum(item => (long)item.Valid), squares);
    }

    // The rule for a share of 0 or 1 of M5, taken over people, before the factor m/(m-1).
    private static double SmoothedSquares(double share, int people) =>
        ClusteredCovariance.SmoothedVariance(new GoodCount(share == 0 ? 0 : people, people)) * Math.Max(1, people - 1) / people;
}
