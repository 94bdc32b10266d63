using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Statistics.Ranking;

/// <summary>One ordered pair of services: the evidence that the first is rated lower than the second.</summary>
/// <param name="Service">Index of the service that may be lower.</param>
/// <param name="Other">Index of the service it is held against.</param>
/// <param name="Difference">Share of the service minus share of the other, -1..1.</param>
/// <param name="StandardError">Standard error of the difference.</param>
/// <param name="P">One-sided p of "the service is lower than the other".</param>
/// <param name="AdjustedP">p after Holm over all ordered pairs.</param>
public sealed record ServicePair(int Service, int Other, double Difference, double StandardError, double P, double AdjustedP)
{
    /// <summary>Whether the service is proven to be lower than the other.</summary>
    public bool IsLower => AdjustedP <= Verdicts.Alpha;
}

/// <summary>The positions each service may truly have, all of them right at once with 95 % confidence (methodology M7).</summary>
/// <remarks>
/// Holm's procedure over all K(K-1) one-sided comparisons; a closed-form cousin of the confidence sets for ranks of Mogstad, Romano,
/// Shaikh and Wilhelm (2023). Position 1 is the lowest share.
/// </remarks>
public sealed class RankLimits
{
    private RankLimits(IReadOnlyList<double> shares, IReadOnlyList<ServicePair> pairs)
    {
        Pairs = pairs;
        Rank = [.. shares.Select(share => 1 + shares.Count(other => other < share))];
        var (below, above) = (new int[shares.Count], new int[shares.Count]);
        foreach (var pair in pairs.Where(pair => pair.IsLower))
        {
            below[pair.Other]++;
            above[pair.Service]++;
        }
        Lower = [.. below.Select(services => 1 + services)];
        Upper = [.. above.Select(services => shares.Count - services)];
    }

    /// <summary>Position by share, 1 = lowest; ties share the smaller one. Not to be printed without its limits.</summary>
    public IReadOnlyList<int> Rank { get; }

    /// <summary>1 + the number of services proven lower than this one.</summary>
    public IReadOnlyList<int> Lower { get; }

    /// <summary>K - the number of services this one is proven to be lower than.</summary>
    public IReadOnlyList<int> Upper { get; }

    /// <summary>All ordered pairs, by other service first and by service within it.</summary>
    public IReadOnlyList<ServicePair> Pairs { get; }

    /// <summary>The limits from shares and the errors of their differences.</summary>
    /// <param name="shares">The shares, 0..1.</param>
    /// <param name="errorOfDifference">The standard error of share j minus share k.</param>
    public static RankLimits Of(IReadOnlyList<double> shares, Func<int, int, double> errorOfDifference)
    {
        var indexes = Enumerable.Range(0, shares.Count).ToArray();
        var tested = (from other in indexes
                      from service in indexes
                      where service != other
                      let difference = shares[service] - shares[other]
                      let error = errorOfDifference(service, other)
                      select new ServicePair(service, other, difference, error, POf(difference, error), 1)).ToArray();
        var adjusted = MultipleTesting.Holm([.. tested.Select(pair => (double?)pair.P)]);
        return new RankLimits(shares, [.. tested.Zip(adjusted, (pair, p) => pair with { AdjustedP = p!.Value })]);
    }

    // Without any variance nothing is proven.
    private static double POf(double difference, double error) => error > 0 ? NormalDistribution.Cdf(difference / error) : 1;
}
