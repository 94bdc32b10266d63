using SurveyHub.Statistics.Clustering;
using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Statistics;

/// <summary>The change of a headline over several services between two editions (methodology M5 and M6).</summary>
/// <remarks>If the set of services differs between the editions, compute both headlines on the common services and say so.</remarks>
/// <param name="Difference">Later minus earlier share, -1..1.</param>
/// <param name="StandardError">Clustered by person.</param>
/// <param name="P">Two-sided normal p; 1 when there is no difference and no variance.</param>
public sealed record HeadlineChange(double Difference, double StandardError, double P)
{
    /// <summary>The 95 % interval of the difference, cut to -1..1.</summary>
    public Interval Interval => new(
        Math.Max(-1, Difference - NormalDistribution.Z95 * StandardError), Math.Min(1, Difference + NormalDistribution.Z95 * StandardError));

    /// <summary>The verdict. The headline is one planned test, so its p is not adjusted.</summary>
    public Verdict Verdict => Verdicts.Of(P, Difference);

    /// <summary>
    /// The change when nobody knows who answered both times: everyone counts as another person in each edition.
    /// Cautious as long as the same person tends to answer alike.
    /// </summary>
    /// <param name="from">The earlier headline.</param>
    /// <param name="to">The later headline, of the same kind.</param>
    /// <exception cref="ArgumentException">The headlines are of different kinds.</exception>
    public static HeadlineChange Unlinked(Headline from, Headline to)
    {
        if (from.Method != to.Method)
            throw new ArgumentException($"A {from.Method} is not compared with a {to.Method}.", nameof(to));
        var people = (double)from.People + to.People;
        return Of(to.Share - from.Share, people / (people - 1) * (from.SumOfSquares + to.SumOfSquares));
    }

    /// <summary>The change of the pooled share when people are linked across the editions.</summary>
    /// <param name="from">The earlier edition's moments.</param>
    /// <param name="to">The later edition's moments.</param>
    /// <param name="both">The moments of the people who rated in both.</param>
    /// <returns>Null when an edition has no ratings or there are fewer than two people.</returns>
    public static HeadlineChange? Linked(PooledMoments from, PooledMoments to, LinkedMoments both)
    {
        var people = (double)from.People + to.People - both.People;
        if (from.Share is not { } p1 || to.Share is not { } p2 || people < 2)
            return null;
        var cross = (both.GoodGood - p2 * both.GoodValid - p1 * both.ValidGood + p1 * p2 * both.ValidValid) / from.Valid / to.Valid;
        return Of(p2 - p1, people / (people - 1) * (from.SumOfSquares + to.SumOfSquares - 2 * cross));
    }

    private static HeadlineChange Of(double difference, double variance)
    {
        var error = Math.Sqrt(Math.Max(0, variance));
        return new HeadlineChange(difference, error, error == 0 ? 1 : NormalDistribution.TwoSidedP(difference / error));
    }
}
