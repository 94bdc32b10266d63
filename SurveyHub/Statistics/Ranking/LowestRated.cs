using SurveyHub.Statistics.Clustering;
using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Statistics.Ranking;

/// <summary>What is said about a service's place among the others. Only the first two give a badge.</summary>
public enum ServiceStanding
{
    /// <summary>Nothing is said.</summary>
    None,

    /// <summary>Below the mean of the others by at least 5 points, and no service is proven to be lower.</summary>
    LowestRated,

    /// <summary>Below the mean of the others by at least 5 points, but another service is proven to be lower.</summary>
    BelowTheRest,

    /// <summary>Below the mean of the others, by less than 5 points.</summary>
    SlightlyBelowTheRest,

    /// <summary>Among the three lowest shares, which may be chance.</summary>
    LowNotCertain,
}

/// <summary>A service's place among the services of one edition.</summary>
/// <param name="Service">The service's code.</param>
/// <param name="Count">Good and valid ratings.</param>
/// <param name="StandardError">Clustered standard error of the share; null below three services.</param>
/// <param name="Rank">Position from the lowest; ties share the smaller one.</param>
/// <param name="RankLower">The lowest position it may truly have; null below three services.</param>
/// <param name="RankUpper">The highest position it may truly have; null below three services.</param>
/// <param name="Gap">Share minus the mean of the other services' shares, -1..1; null below three services.</param>
/// <param name="GapError">Standard error of the gap.</param>
/// <param name="GapP">Two-sided p of the gap.</param>
/// <param name="GapAdjustedP">p after Benjamini-Hochberg over the services.</param>
/// <param name="Standing">What is said about it.</param>
public sealed record RankedService(
    string Service, GoodCount Count, double? StandardError, int Rank, int? RankLower, int? RankUpper,
    double? Gap, double? GapError, double? GapP, double? GapAdjustedP, ServiceStanding Standing);

/// <summary>The services of one edition ranked, and the pairs behind the rank limits.</summary>
/// <param name="Services">One row for each eligible service, in the order given.</param>
/// <param name="Pairs">All ordered pairs by index into <see cref="Services"/>; empty below three services.</param>
public sealed record ServiceRanking(IReadOnlyList<RankedService> Services, IReadOnlyList<ServicePair> Pairs);

/// <summary>Finds the services rated lowest, or that none stands out (methodology M7). Point estimates alone are wrong every time all services are equal.</summary>
public static class LowestRated
{
    /// <summary>Below this number of eligible services nothing is compared.</summary>
    public const int FewestServices = 3;

    // A gap smaller than this is real but does not deserve a badge.
    private const double BadgeGap = 0.05;

    /// <summary>Ranks services whose covariance is known.</summary>
    /// <param name="codes">The services' codes, in the order of the covariance.</param>
    /// <param name="covariance">The covariance of exactly the eligible services.</param>
    /// <exception cref="ArgumentException">Codes and services differ in number.</exception>
    public static ServiceRanking Rank(IReadOnlyList<string> codes, ClusteredCovariance covariance)
    {
        if (codes.Count != covariance.Items.Count)
            throw new ArgumentException($"{codes.Count} codes do not belong to {covariance.Items.Count} services.", nameof(codes));
        if (codes.Count < FewestServices || covariance.People < 2)
            return OnlySorted(codes, covariance.Items);
        var limits = RankLimits.Of(covariance.Shares, (j, k) => covariance.ComparisonError(Contrast(codes.Count, j, k))!.Value);
        var gaps = Enumerable.Range(0, codes.Count).Select(service => GapOf(covariance, service)).ToArray();
        var adjusted = MultipleTesting.BenjaminiHochberg([.. gaps.Select(gap => (double?)gap.P)]);
        var rows = codes.Select((code, i) => new RankedService(
            code, covariance.Items[i], Math.Sqrt(covariance.ComparisonCovariance(i, i)!.Value),
            limits.Rank[i], limits.Lower[i], limits.Upper[i], gaps[i].Size, gaps[i].Error, gaps[i].P, adjusted[i],
            StandingOf(gaps[i].Size, adjusted[i]!.Value, limits.Rank[i], limits.Lower[i])));
        return new ServiceRanking([.. rows], limits.Pairs);
    }

    private static ServiceStanding StandingOf(double gap, double adjusted, int rank, int rankLower)
    {
        if (gap >= 0 || adjusted > Verdicts.Alpha)
            return rank <= 3 ? ServiceStanding.LowNotCertain : ServiceStanding.None;
        if (gap > -BadgeGap)
            return ServiceStanding.SlightlyBelowTheRest;
        return rankLower == 1 ? ServiceStanding.LowestRated : ServiceStanding.BelowTheRest;
    }

    private static (double Size, double Error, double P) GapOf(ClusteredCovariance covariance, int service)
    {
        var count = covariance.Shares.Count;
        var contrast = Enumerable.Repeat(-1.0 / (count - 1), count).ToArray();
        contrast[service] = 1;
        var gap = covariance.Shares[service] - (covariance.Shares.Sum() - covariance.Shares[service]) / (count - 1);
        var error = covariance.ComparisonError(contrast)!.Value;
        return (gap, error, error > 0 ? NormalDistribution.TwoSidedP(gap / error) : 1);
    }

    private static double[] Contrast(int count, int plus, int minus)
    {
        var contrast = new double[count];
        (contrast[plus], contrast[minus]) = (1, -1);
        return contrast;
    }

    private static ServiceRanking OnlySorted(IReadOnlyList<string> codes, IReadOnlyList<GoodCount> counts) => new(
        [.. codes.Select((code, i) => new RankedService(
            code, counts[i], null, 1 + counts.Count(other => other.Share < counts[i].Share),
            null, null, null, null, null, null, ServiceStanding.None))],
        []);
}
