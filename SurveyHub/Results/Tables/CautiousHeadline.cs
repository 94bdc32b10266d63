using SurveyHub.Statistics;
using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Results.Tables;

/// <summary>
/// Headlines of earlier years of which only counts are known. Nobody can say which ratings belong to one person, so the margin is the
/// widest there can be: the errors of the services are added up as if everybody had judged all of them alike.
/// </summary>
/// <remarks>The standard deviation of a sum is at most the sum of the standard deviations: SE = Σ w_j · sqrt(p_j (1 − p_j) / n_j).</remarks>
internal static class CautiousHeadline
{
    public static Headline Pooled(IReadOnlyList<GoodCount> services, int? respondents)
    {
        var all = services.Aggregate((a, b) => a + b);
        var share = all.Share!.Value;
        var error = Error(services, s => (double)s.Valid / all.Valid);
        // With a share of 0 or 1 there is no error to go by: the largest service is the number of people there were at least.
        var effective = error > 0 ? share * (1 - share) / (error * error) : services.Max(s => s.Valid);
        return Of(HeadlineMethod.PooledShare, services, respondents, share, error, Wilson.Of(share * effective, effective)) with
        {
            EffectiveN = effective,
            NaiveError = Math.Sqrt(share * (1 - share) / all.Valid),
        };
    }

    public static Headline Mean(IReadOnlyList<GoodCount> services, int? respondents)
    {
        var share = services.Average(s => s.Share!.Value);
        var error = Error(services, _ => 1.0 / services.Count);
        var margin = NormalDistribution.Z95 * error;
        return Of(HeadlineMethod.MeanOfServices, services, respondents, share, error, new(Math.Max(0, share - margin), Math.Min(1, share + margin)));
    }

    private static double Error(IReadOnlyList<GoodCount> services, Func<GoodCount, double> weight) =>
        services.Sum(s => weight(s) * Math.Sqrt(s.Share!.Value * (1 - s.Share.Value) / s.Valid));

    private static Headline Of(
        HeadlineMethod method, IReadOnlyList<GoodCount> services, int? respondents, double share, double error, Interval interval)
    {
        var people = Math.Max(2, respondents ?? services.Max(s => s.Valid));
        return new(method, share, error, interval, null, null, services.Count, people, services.Sum(s => (long)s.Valid),
            error * error * (people - 1) / people);
    }
}
