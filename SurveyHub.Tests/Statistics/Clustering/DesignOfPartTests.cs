using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;

namespace SurveyHub.Tests.Statistics.Clustering;

internal sealed class DesignOfPartTests
{
    // Seven people, three services: good and valid of each, and of each two together.
    private static readonly GoodCount[] Services = [new(4, 7), new(2, 5), new(3, 6)];

    private static readonly PairTallies Pairs = new(3) { [0, 1] = new(5, 3, 2, 2), [0, 2] = new(6, 4, 3, 3), [1, 2] = new(4, 2, 2, 1) };

    [Test]
    public void A_pooled_share_whose_ratings_may_all_be_looked_at_has_its_clustered_error_and_interval()
    {
        var exact = Headline.Pooled(PooledMoments.FromTallies(Services, Pairs, 7), 3)!;

        Assert.That(DesignOfPart.Pooled(new(9, 18), 3, exact), Is.EqualTo(exact).Using<Headline>(AreAlike));
    }

    [Test]
    public void So_has_a_mean_of_services()
    {
        var exact = Headline.MeanOfServices(ClusteredCovariance.FromTallies(Services, Pairs, 7));

        Assert.That(DesignOfPart.Mean(Services, Services, exact), Is.EqualTo(exact).Using<Headline>(AreAlike));
    }

    [Test]
    public void Twice_as_many_ratings_as_may_be_looked_at_tell_twice_as_much()
    {
        var part = Headline.Pooled(PooledMoments.FromTallies(Services, Pairs, 7), 3)!;
        var mean = Headline.MeanOfServices(ClusteredCovariance.FromTallies(Services, Pairs, 7));
        GoodCount[] twice = [.. Services.Select(s => s + s)];

        Assert.That(DesignOfPart.Pooled(new(18, 36), 3, part).EffectiveN, Is.EqualTo(2 * part.EffectiveN).Within(1e-12));
        Assert.That(DesignOfPart.Mean(twice, Services, mean).StandardError, Is.EqualTo(mean.StandardError / Math.Sqrt(2)).Within(1e-12));
    }

    [Test]
    public void Less_than_each_persons_ratings_as_one_they_cannot_tell()
    {
        // One person of two rated all three alike, so the part seems to tell less than any part can.
        var part = Headline.Pooled(new PooledMoments(2, 3, 6, 9, 9, 18), 3)!;

        Assert.That(DesignOfPart.Pooled(new(60, 120), 3, part).EffectiveN, Is.EqualTo(40));
    }

    [Test]
    public void Weights_widen_the_interval_by_their_design_effect()
    {
        var pooled = Headline.Pooled(PooledMoments.FromTallies(Services, Pairs, 7), 3)!;
        var mean = Headline.MeanOfServices(ClusteredCovariance.FromTallies(Services, Pairs, 7));

        Assert.That(DesignOfPart.Weighted(pooled, 0.6, 1.5).EffectiveN, Is.EqualTo(pooled.EffectiveN / 1.5).Within(1e-12));
        Assert.That(DesignOfPart.Weighted(pooled, 0.6, 1.5).Interval, Is.EqualTo(Wilson.Of(0.6 * pooled.EffectiveN!.Value / 1.5, pooled.EffectiveN.Value / 1.5)));
        Assert.That(DesignOfPart.Weighted(mean, 0.6, 1.5).StandardError, Is.EqualTo(mean.StandardError * Math.Sqrt(1.5)).Within(1e-12));
    }

    [Test]
    public void Of_one_person_there_is_a_share_and_no_error()
    {
        var part = Headline.Pooled(new PooledMoments(1, 1, 2, 1, 2, 4), 2)!;
        var all = DesignOfPart.Pooled(new(5, 12), 2, part);

        Assert.That((all.Share, all.StandardError, all.Interval, all.EffectiveN), Is.EqualTo((5.0 / 12, (double?)null, (Interval?)null, (double?)null)));
        Assert.That(DesignOfPart.Weighted(all, 0.4, 1.2).Share, Is.EqualTo(0.4));
    }

    private static bool AreAlike(Headline one, Headline other) => (one.Method, one.Items, one.People, one.Ratings) == (other.Method, other.Items, other.People, other.Ratings)
        && Near(one.Share, other.Share) && Near(one.StandardError, other.StandardError) && Near(one.Interval?.Lower, other.Interval?.Lower) && Near(one.Interval?.Upper, other.Interval?.Upper)
        && Near(one.EffectiveN, other.EffectiveN) && Near(one.NaiveError, other.NaiveError) && Near(one.SumOfSquares, other.SumOfSquares);

    private static bool Near(double? one, double? other) => one is { } a && other is { } b ? Math.Abs(a - b) <= 1e-12 * Math.Max(1, Math.Abs(a)) : one == other;
}
