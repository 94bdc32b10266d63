using SurveyHub.Statistics;
using SurveyHub.Statistics.Precision;

namespace SurveyHub.Tests.Statistics.Precision;

public sealed class BridgedMeanTests
{
    [Test]
    public void Where_everybody_gave_all_services_the_same_rating_the_mean_is_as_certain_as_one_of_them()
    {
        var one = Change.Between(new(60, 100), new(78, 100));
        var mean = BridgedMean.Of([.. Enumerable.Repeat((new GoodCount(60, 100), new GoodCount(78, 100)), 5)])!;

        Assert.That(mean.Difference, Is.EqualTo(one.Difference).Within(1e-12));
        Assert.That((mean.Interval.Lower, mean.Interval.Upper), Is.EqualTo((one.Interval.Lower, one.Interval.Upper)).Within(1e-12));
    }

    [Test]
    public void One_service_has_an_interval_of_its_own() => Assert.That(BridgedMean.Of([(new(1, 2), new(1, 2))]), Is.Null);

    [Test]
    public void Shares_of_none_and_all_have_limits_too()
    {
        var mean = BridgedMean.Of([(new(0, 30), new(30, 30)), (new(0, 40), new(40, 40))])!;

        Assert.That((mean.Difference, mean.Interval.Upper), Is.EqualTo((1.0, 1.0)));
        Assert.That(mean.Interval.Lower, Is.InRange(0.8, 0.95));
        Assert.That(mean.IsClear, Is.True);
    }

    [Test]
    public void Words_that_do_nothing_are_seldom_said_to_do_something_whether_or_not_the_ratings_of_a_person_go_together([Values(0, 0.5, 1)] double together)
    {
        var random = new Random(7);
        var clear = Enumerable.Range(0, 2000).Count(_ => BridgedMean.Of([.. Half(random, together).Zip(Half(random, together))])!.IsClear);

        // 5 % of 2000 are 100, with a standard deviation of 10.
        Assert.That(clear, Is.LessThan(135));
    }

    // 60 people rate 4 services; with this probability a person's rating of a service is the same as that of the first.
    private static GoodCount[] Half(Random random, double together)
    {
        var good = new int[4];
        for (var person = 0; person < 60; person++)
        {
            var first = random.NextDouble() < 0.7;
            for (var service = 0; service < good.Length; service++)
                if (random.NextDouble() < together ? first : random.NextDouble() < 0.7) good[service]++;
        }
        return [.. good.Select(g => new GoodCount(g, 60))];
    }
}
