using SurveyHub.Statistics;

namespace SurveyHub.Tests.Statistics;

public sealed class ItemTallyTests
{
    private static readonly ScaleCodes OneToFive = new([1, 2, 3, 4, 5]);

    [Test]
    public void Good_bad_and_best_follow_from_the_scale()
    {
        var tally = ItemTally.Of(OneToFive, new Dictionary<int, int> { [1] = 1, [2] = 2, [3] = 3, [4] = 4, [5] = 10 }, notApplicable: 7, skipped: 2);

        Assert.That((tally.Asked, tally.Valid, tally.Good, tally.Bad, tally.Best), Is.EqualTo((29, 20, 14, 3, 10)));
        Assert.That((tally.Share, tally.BadShare, tally.BestShare), Is.EqualTo((0.7, 0.15, 0.5)));
        Assert.That(tally.MeanCode, Is.EqualTo(4.0));
    }

    [Test]
    public void Nobody_rated_means_no_share_rather_than_zero()
    {
        var tally = ItemTally.Of(OneToFive, new Dictionary<int, int>(), notApplicable: 152);

        Assert.That(tally.Share, Is.Null);
        Assert.That(tally.BestShare, Is.Null);
        Assert.That(tally.MeanCode, Is.Null);
        Assert.That(tally.GoodCount.Interval, Is.Null);
        Assert.That(tally.NotApplicableShare, Is.EqualTo(1));
        Assert.That(ItemTally.Nobody.NotApplicableShare, Is.Null);
    }

    [Test]
    public void A_year_known_only_by_its_sums_has_a_share_but_no_mean()
    {
        var imported = new ItemTally(100, 0, 0, 100, 70, 10, 30, new Dictionary<int, int>());

        Assert.That(imported.Share, Is.EqualTo(0.7));
        Assert.That(imported.MeanCode, Is.Null);
    }

    [TestCase(10, 0, 0, 9, 5, 1, 2)]
    [TestCase(10, -1, 1, 10, 5, 1, 2)]
    [TestCase(10, 0, 0, 10, 8, 3, 2)]
    [TestCase(10, 0, 0, 10, 8, 1, 11)]
    [TestCase(10, 0, 0, 10, -1, 1, 1)]
    public void Counts_that_contradict_each_other_are_refused(int asked, int notApplicable, int skipped, int valid, int good, int bad, int best) =>
        Assert.That(() => new ItemTally(asked, notApplicable, skipped, valid, good, bad, best, new Dictionary<int, int>()), Throws.ArgumentException);

    [Test]
    public void Ratings_per_code_that_do_not_add_up_are_refused()
    {
        Assert.That(() => new ItemTally(3, 0, 0, 3, 1, 0, 1, new Dictionary<int, int> { [5] = 1, [3] = 1 }), Throws.ArgumentException);
        Assert.That(() => ItemTally.Of(OneToFive, new Dictionary<int, int> { [6] = 1 }), Throws.ArgumentException);
    }

    [Test]
    public void The_default_good_codes_are_the_two_best_and_on_a_short_scale_the_best_alone()
    {
        Assert.That(new[] { 1, 2, 3, 4, 5 }.Where(OneToFive.IsGood), Is.EqualTo(new[] { 4, 5 }));
        Assert.That(new[] { 1, 2, 3, 4, 5 }.Where(OneToFive.IsBad), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(new[] { 0, 1, 2 }.Where(new ScaleCodes([0, 1, 2]).IsGood), Is.EqualTo(new[] { 2 }));
        Assert.That(new[] { 1, 2, 3, 4, 5 }.Where(new ScaleCodes([1, 2, 3, 4, 5], good: [3, 4, 5]).IsBad), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public void A_scale_may_run_from_large_to_small()
    {
        var marks = new ScaleCodes([6, 5, 4, 3, 2, 1]);

        Assert.That(marks.Best, Is.EqualTo(1));
        Assert.That(marks.IsGood(2), Is.True);
        Assert.That(marks.IsBad(6), Is.True);
    }

    [Test]
    public void A_scale_that_makes_no_sense_is_refused()
    {
        Assert.That(() => new ScaleCodes([1]), Throws.ArgumentException);
        Assert.That(() => new ScaleCodes([1, 2, 2]), Throws.ArgumentException);
        Assert.That(() => new ScaleCodes([1, 2, 3], good: [4]), Throws.ArgumentException);
        Assert.That(() => new ScaleCodes([1, 2, 3], good: [3], bad: [3]), Throws.ArgumentException);
    }

    [Test]
    public void A_part_larger_than_the_whole_is_refused()
    {
        Assert.That(() => new GoodCount(3, 2), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new GoodCount(-1, 2), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new GoodCount(1, 2) - new GoodCount(2, 2), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(new GoodCount(5, 9) - new GoodCount(2, 4), Is.EqualTo(new GoodCount(3, 5)));
    }
}
