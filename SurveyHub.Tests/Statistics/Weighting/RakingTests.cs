using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Statistics.Weighting;

namespace SurveyHub.Tests.Statistics.Weighting;

public sealed class RakingTests
{
    [Test]
    public void A_value_with_people_and_no_answer_is_named()
    {
        var outcome = Raking.Rake([new("role", [0, 0, 1], [10, 20, 5])]);

        Assert.That(outcome, Is.EqualTo(new RakingOutcome.EmptyLevel("role", 2)));
    }

    [Test]
    public void An_answer_of_a_value_that_the_list_does_not_have_is_named_too() =>
        Assert.That(Raking.Rake([new("role", [0, 0, 1], [10, 0])]), Is.EqualTo(new RakingOutcome.EmptyLevel("role", 1)));

    [Test]
    public void Headcounts_that_contradict_each_other_are_said_to()
    {
        // Everybody of the first role is at the first site, and the list says otherwise.
        var outcome = Raking.Rake([new("role", [0, 0, 1, 1], [10, 90]), new("site", [0, 0, 1, 1], [80, 20])]);

        Assert.That(outcome, Is.TypeOf<RakingOutcome.NotConverged>());
    }

    [Test]
    public void No_weight_is_above_the_cap_and_the_headcounts_are_met()
    {
        int[] unit = [.. Enumerable.Repeat(0, 60), .. Enumerable.Repeat(1, 3), .. Enumerable.Repeat(2, 37)];
        int[] role = [.. Enumerable.Range(0, 100).Select(i => i % 3 == 0 ? 0 : 1)];
        Margin[] margins = [new("unit", unit, [300, 40, 160]), new("role", role, [250, 250])];

        var free = (RakingOutcome.Weighted)Raking.Rake(margins);
        var capped = (RakingOutcome.Weighted)Raking.RakeTrimmed(margins, 2.9);

        Assert.That(free.Kish.Most, Is.GreaterThan(3));
        Assert.That(capped.Kish.Most, Is.LessThanOrEqualTo(2.9 * (1 + Raking.Tolerance)));
        Assert.That(capped.Cap, Is.EqualTo(2.9));
        Assert.That(unit.Zip(capped.Weights).Where(p => p.First == 1).Sum(p => p.Second), Is.EqualTo(40).Within(1e-3), "the margin is met even so");
    }

    [Test]
    public void Where_the_headcounts_ask_for_more_than_the_cap_they_come_first()
    {
        // Three people stand for forty of five hundred: 2.7 times the mean, whatever the cap.
        Margin[] margins = [new("unit", [.. Enumerable.Repeat(0, 97), .. Enumerable.Repeat(1, 3)], [460, 40])];

        var capped = (RakingOutcome.Weighted)Raking.RakeTrimmed(margins, 2);

        Assert.That(capped.Kish.Most, Is.EqualTo(40 / 3.0 / 5).Within(1e-9));
    }

    [Test]
    public void Equal_weights_change_nothing()
    {
        var share = WeightedShare.Of([.. Enumerable.Range(0, 50).Select(i => new WeightedRating(i % 3 == 0, 7))])!;

        Assert.That((share.Share, share.EffectiveN), Is.EqualTo((17 / 50.0, 50.0)).Within(1e-12));
        Assert.That(share.Interval.Lower, Is.EqualTo(new GoodCount(17, 50).Interval!.Value.Lower).Within(1e-12));
    }

    [Test]
    public void A_change_of_weighted_shares_with_equal_weights_is_the_unweighted_change()
    {
        var (from, to) = (new GoodCount(70, 100), new GoodCount(88, 110));
        var weighted = WeightedShare.Change(Equal(from), Equal(to));
        var plain = Change.Between(from, to);

        Assert.That((weighted.Difference, weighted.Z!.Value, weighted.P), Is.EqualTo((plain.Difference, plain.Z!.Value, plain.PPearson)).Within(1e-12));
        Assert.That((weighted.Interval.Lower, weighted.Interval.Upper), Is.EqualTo((plain.Interval.Lower, plain.Interval.Upper)).Within(1e-12));
    }

    [Test]
    public void One_huge_weight_is_warned_of_and_too_much_is_refused()
    {
        Assert.That(Kish.Of([5, 1, 1, 1, 1]).DesignEffect, Is.GreaterThan(Kish.WarnAbove));
        Assert.That(Kish.Of([50, 1, 1, 1, 1, 1, 1, 1]).IsPublishable, Is.False);
    }

    [Test]
    public void What_is_no_weight_is_refused()
    {
        Assert.That(() => Kish.Of([]), Throws.ArgumentException);
        Assert.That(() => Kish.Of([1, 0]), Throws.ArgumentException);
        Assert.That(() => Raking.Trim([1, 2], 1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => Raking.Rake([]), Throws.ArgumentException);
    }

    private static WeightedShare Equal(GoodCount count) =>
        WeightedShare.Of([.. Enumerable.Range(0, count.Valid).Select(i => new WeightedRating(i < count.Good, 3))])!;
}
