using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Tests.Statistics.Clustering;
using SurveyHub.Tests.Statistics.Counting;

namespace SurveyHub.Tests.Statistics;

public sealed class HeadlineTests
{
    [Test]
    public void The_same_people_rating_many_services_know_less_than_as_many_strangers()
    {
        var pooled = Counted.Pooled(Crowd.Count([.. Crowd.Of(70, "5555"), .. Crowd.Of(30, "1111")]))!;

        Assert.That(pooled.Share, Is.EqualTo(0.7));
        Assert.That(pooled.StandardError!.Value / pooled.NaiveError!.Value, Is.EqualTo(2).Within(0.02));
        Assert.That(pooled.EffectiveN, Is.EqualTo(99).Within(1e-9));
    }

    [Test]
    public void The_mean_of_services_gives_each_service_the_same_say_and_leaves_small_ones_out()
    {
        var table = Crowd.Count([.. Crowd.Of(90, "5xx"), .. Crowd.Of(10, "51x"), .. Crowd.Of(9, "xx1")]);

        Assert.That(Counted.MeanOfServices(table)!.Share, Is.EqualTo(0.5));
        Assert.That(Counted.MeanOfServices(table)!.Items, Is.EqualTo(2));
        Assert.That(Counted.Pooled(table)!.Ratings, Is.EqualTo(119));
    }

    [Test]
    public void Everybody_satisfied_with_everything_is_as_certain_as_the_number_of_people()
    {
        var pooled = Counted.Pooled(Crowd.Count(Crowd.Of(50, "5555")))!;

        Assert.That(pooled.StandardError, Is.Zero);
        Assert.That(pooled.EffectiveN, Is.EqualTo(50));
        Assert.That(pooled.Interval, Is.EqualTo(Wilson.Of(50, 50)));
    }

    [Test]
    public void A_mean_of_services_that_all_please_everybody_still_has_a_margin()
    {
        var mean = Counted.MeanOfServices(Crowd.Count(Crowd.Of(50, "5555")))!;

        Assert.That(mean.Share, Is.EqualTo(1));
        Assert.That(mean.Interval!.Value.Upper, Is.EqualTo(1));
        Assert.That(mean.Interval.Value.Lower, Is.LessThan(0.99));
    }

    [Test]
    public void Everybody_with_the_same_mix_is_as_certain_as_the_number_of_ratings()
    {
        var pooled = Counted.Pooled(Crowd.Count(Crowd.Of(50, "51")))!;

        Assert.That(pooled.StandardError, Is.Zero);
        Assert.That(pooled.EffectiveN, Is.EqualTo(100));
    }

    [Test]
    public void One_person_has_a_share_and_no_margin()
    {
        var pooled = Counted.Pooled(Crowd.Count(Crowd.Of(1, "5551")))!;

        Assert.That(pooled.Share, Is.EqualTo(0.75));
        Assert.That((pooled.StandardError, pooled.Interval, pooled.EffectiveN), Is.EqualTo(((double?)null, (Interval?)null, (double?)null)));
    }

    [Test]
    public void Nobody_rated_has_no_headline()
    {
        var table = Crowd.Count(Crowd.Of(20, "xx "));

        Assert.That(Counted.Pooled(table), Is.Null);
        Assert.That(Counted.MeanOfServices(table), Is.Null);
    }

    [Test]
    public void The_moments_of_stored_counts_are_those_of_the_people() => Property.Holds(Crowd.Any, people =>
    {
        var moments = Crowd.Count(people).Pooled([.. Enumerable.Range(0, people[0].Length)]);
        var ratings = people.Select(person => person.Where(answer => answer.IsRated).ToArray()).Where(rated => rated.Length > 0)
            .Select(rated => (Good: (long)rated.Count(answer => Crowd.OneToFive.IsGood(answer.Code)), Valid: (long)rated.Length)).ToArray();
        return moments == new PooledMoments(
            ratings.Length, ratings.Sum(r => r.Good), ratings.Sum(r => r.Valid),
            ratings.Sum(r => r.Good * r.Good), ratings.Sum(r => r.Good * r.Valid), ratings.Sum(r => r.Valid * r.Valid));
    });

    [Test]
    public void From_nobody_to_everybody_satisfied_is_a_change_although_neither_year_has_a_spread()
    {
        var change = HeadlineChange.Unlinked(
            Counted.Pooled(Crowd.Count(Crowd.Of(40, "11")))!, Counted.Pooled(Crowd.Count(Crowd.Of(40, "55")))!);

        Assert.That(change.Verdict, Is.EqualTo(Verdict.Better));
        Assert.That(change.Interval.Upper, Is.LessThanOrEqualTo(1));
    }

    [Test]
    public void The_same_year_twice_is_no_clear_change()
    {
        var year = Counted.MeanOfServices(Crowd.Count([.. Crowd.Of(70, "55"), .. Crowd.Of(30, "15")]))!;

        var change = HeadlineChange.Unlinked(year, year);

        Assert.That((change.Difference, change.P, change.Verdict), Is.EqualTo((0.0, 1.0, Verdict.NoClearChange)));
    }

    [Test]
    public void A_mean_of_services_is_not_compared_with_a_pooled_share()
    {
        var table = Crowd.Count([.. Crowd.Of(70, "55"), .. Crowd.Of(30, "15")]);

        Assert.That(() => HeadlineChange.Unlinked(Counted.Pooled(table)!, Counted.MeanOfServices(table)!), Throws.ArgumentException);
    }

    [Test]
    public void Without_ratings_in_a_year_there_is_no_linked_change()
    {
        var nobody = new PooledMoments(0, 0, 0, 0, 0, 0);

        Assert.That(HeadlineChange.Linked(nobody, nobody, Counted.Linked([])), Is.Null);
    }
}
