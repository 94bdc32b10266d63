using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Tests.Statistics.Clustering;

namespace SurveyHub.Tests.Statistics.Counting;

public sealed class RatingCounterTests
{
    [Test]
    public void Not_used_and_skipped_are_counted_but_are_no_base()
    {
        var tally = Crowd.Count([.. Crowd.Of(3, "5"), .. Crowd.Of(1, "2"), .. Crowd.Of(6, "x"), .. Crowd.Of(2, " "), .. Crowd.Of(4, "-")]).Items[0];

        Assert.That(tally, Is.EqualTo(new ItemTally(12, 6, 2, 4, 3, 1, 3, new Dictionary<int, int> { [2] = 1, [5] = 3 })));
        Assert.That(tally.Share, Is.EqualTo(0.75));
        Assert.That(tally.NotApplicableShare, Is.EqualTo(0.5));
    }

    [Test]
    public void Pairs_are_counted_among_those_who_rated_both()
    {
        var table = Crowd.Count([.. Crowd.Of(4, "55"), .. Crowd.Of(3, "51"), .. Crowd.Of(2, "15"), .. Crowd.Of(7, "5x"), .. Crowd.Of(1, " 1")]);

        Assert.That(table.Pairs[0, 1], Is.EqualTo(new PairTally(9, 7, 6, 4)));
        Assert.That(table.Pairs[1, 0], Is.EqualTo(new PairTally(9, 6, 7, 4)));
        Assert.That(table.PeopleRatingAny([0]), Is.EqualTo(16));
        Assert.That(table.PeopleRatingAny([0, 1]), Is.EqualTo(17));
        Assert.That(table.People, Is.EqualTo(17));
    }

    [Test]
    public void A_code_off_the_scale_is_refused_and_nothing_of_that_person_is_counted()
    {
        var counter = new RatingCounter([Crowd.OneToFive, Crowd.OneToFive]);

        Assert.That(() => counter.Add([ItemAnswer.Rated(5), ItemAnswer.Rated(6)]), Throws.ArgumentException);
        Assert.That(() => counter.Add([ItemAnswer.Rated(5)]), Throws.ArgumentException);

        Assert.That(counter.ToTable().People, Is.Zero);
        Assert.That(counter.ToTable().Items[0], Is.EqualTo(ItemTally.Nobody));
    }

    [Test]
    public void A_table_of_the_most_items_is_counted_to_the_last_one()
    {
        var counter = new RatingCounter([.. Enumerable.Repeat(Crowd.OneToFive, RatingCounter.MostItems)]);
        counter.Add([.. Enumerable.Repeat(ItemAnswer.Rated(4), RatingCounter.MostItems)]);

        Assert.That(counter.ToTable().PeopleRatingAny([RatingCounter.MostItems - 1]), Is.EqualTo(1));
        Assert.That(() => new RatingCounter([.. Enumerable.Repeat(Crowd.OneToFive, 129)]), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_table_taken_earlier_does_not_change_with_those_who_come_later()
    {
        var counter = new RatingCounter([Crowd.OneToFive]);
        counter.Add([ItemAnswer.Rated(4)]);
        var before = counter.ToTable();
        counter.Add([ItemAnswer.Rated(1)]);

        Assert.That(before.Items[0].Valid, Is.EqualTo(1));
        Assert.That(before.People, Is.EqualTo(1));
        Assert.That(counter.ToTable().Items[0].Valid, Is.EqualTo(2));
    }
}
