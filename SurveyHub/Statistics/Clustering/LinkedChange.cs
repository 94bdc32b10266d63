using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Statistics.Clustering;

/// <summary>The change of one share between two editions when people are linked across them (methodology M5).</summary>
/// <param name="Difference">Later minus earlier share, -1..1.</param>
/// <param name="InBoth">People with a valid rating in both editions.</param>
/// <param name="StandardError">Clustered by person over everyone who rated in either; null with fewer than two people.</param>
/// <param name="P">Two-sided normal p; 1 without variance, null with fewer than two people.</param>
public sealed record LinkedChange(double Difference, int InBoth, double? StandardError, double? P)
{
    /// <summary>The linked change from stored counts.</summary>
    /// <param name="from">All ratings of the earlier edition, at least one.</param>
    /// <param name="to">All ratings of the later edition, at least one.</param>
    /// <param name="both">The people with a valid rating in both: first = earlier, second = later.</param>
    public static LinkedChange Of(GoodCount from, GoodCount to, PairTally both)
    {
        var pairs = new PairTallies(2) { [0, 1] = both };
        return Of(ClusteredCovariance.FromTallies([from, to], pairs, from.Valid + to.Valid - both.Both), both.Both);
    }

    /// <summary>The linked change from people, with weights if there are any.</summary>
    /// <param name="people">For each person the rating of the earlier and of the later edition, null where not validly rated.</param>
    public static LinkedChange Of(IReadOnlyList<(WeightedRating? Earlier, WeightedRating? Later)> people) => Of(
        ClusteredCovariance.FromPeople([.. people.Select(person => new[] { person.Earlier, person.Later })]),
        people.Count(person => person.Earlier is not null && person.Later is not null));

    private static LinkedChange Of(ClusteredCovariance covariance, int inBoth)
    {
        var difference = covariance.Shares[1] - covariance.Shares[0];
        var error = covariance.StandardError([-1, 1]);
        double? p = error switch { null => null, 0 => 1, { } se => NormalDistribution.TwoSidedP(difference / se) };
        return new LinkedChange(difference, inBoth, error, p);
    }
}
