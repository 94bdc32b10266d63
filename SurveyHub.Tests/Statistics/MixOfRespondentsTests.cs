using SurveyHub.Statistics;

namespace SurveyHub.Tests.Statistics;

public sealed class MixOfRespondentsTests
{
    private static GoodCount Count(int good, int valid) => new(good, valid);

    [Test]
    public void A_total_that_rises_while_every_group_falls_is_the_mix()
    {
        // Charig et al. 1986, BMJ 292:879: small and large kidney stones under two treatments, the textbook case of Simpson's paradox.
        var mix = MixOfRespondents.Of(Count(273, 350), Count(289, 350), [(Count(81, 87), Count(234, 270)), (Count(192, 263), Count(55, 80))])!;

        Assert.Multiple(() =>
        {
            Assert.That((mix.Compared, mix.Against, mix.MovesTheTotal), Is.EqualTo((2, 2, true)));
            Assert.That(mix.Difference, Is.EqualTo(16.0 / 350).Within(1e-12));
            // (87 + 270) / 700 of -0.064368, and (263 + 80) / 700 of -0.042538.
            Assert.That(mix.SameMix, Is.EqualTo(0.51 * (234.0 / 270 - 81.0 / 87) + 0.49 * (55.0 / 80 - 192.0 / 263)).Within(1e-12));
        });
    }

    [Test]
    public void One_large_group_that_outweighs_many_small_ones_is_no_other_mix()
    {
        var mix = MixOfRespondents.Of(Count(500, 1000), Count(590, 1000), [(Count(400, 800), Count(500, 800)), (Count(50, 100), Count(45, 100)), (Count(50, 100), Count(45, 100))])!;

        Assert.That((mix.Compared, mix.Against, mix.MovesTheTotal), Is.EqualTo((3, 2, false)));
        Assert.That(mix.SameMix, Is.EqualTo(mix.Difference).Within(1e-12), "all of it is the groups' own");
    }

    [Test]
    public void Those_of_no_group_that_can_be_compared_count_as_one_more_which_is_not_among_them()
    {
        // 100 hidden ratings in either year: 50 good, then 20.
        var mix = MixOfRespondents.Of(Count(150, 300), Count(110, 300), [(Count(50, 100), Count(48, 100)), (Count(50, 100), Count(42, 100))])!;

        Assert.That((mix.Compared, mix.Against), Is.EqualTo((2, 0)));
        Assert.That(mix.SameMix, Is.EqualTo((-0.02 - 0.08 - 0.30) / 3).Within(1e-12));
    }

    [Test]
    public void A_group_that_is_new_has_no_change_of_its_own_and_is_all_mix()
    {
        var mix = MixOfRespondents.Of(Count(100, 200), Count(190, 300), [(Count(50, 100), Count(48, 100)), (Count(50, 100), Count(47, 100))])!;

        Assert.That(mix.SameMix, Is.EqualTo((1 / 2.0 + 1 / 3.0) / 2 * (-0.02 - 0.03)).Within(1e-12));
        Assert.That(mix.MovesTheTotal, Is.True);
    }

    [Test]
    public void A_mix_that_does_less_than_a_point_is_not_worth_a_word()
    {
        var mix = MixOfRespondents.Of(Count(500, 1000), Count(501, 1000), [(Count(300, 500), Count(305, 509)), (Count(200, 500), Count(196, 491))])!;

        Assert.That((mix.Compared, mix.Against), Is.EqualTo((2, 2)));
        Assert.That(mix.SameMix, Is.Negative);
        Assert.That(mix.MovesTheTotal, Is.False);
    }

    [Test]
    public void A_total_that_did_not_move_moved_against_nobody() =>
        Assert.That(MixOfRespondents.Of(Count(50, 100), Count(50, 100), [(Count(25, 50), Count(20, 50)), (Count(25, 50), Count(30, 50))]), Is.EqualTo(new MixOfRespondents(2, 0, 0, 0)));

    [Test]
    public void Without_ratings_or_with_one_group_there_is_nothing_to_look_at()
    {
        Assert.Multiple(() =>
        {
            Assert.That(MixOfRespondents.Of(Count(0, 0), Count(5, 10), []), Is.Null);
            Assert.That(MixOfRespondents.Of(Count(5, 10), Count(5, 10), [(Count(5, 10), Count(5, 10))]), Is.Null);
            Assert.That(() => MixOfRespondents.Of(Count(5, 10), Count(5, 10), [(Count(5, 11), Count(5, 10))]), Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
    }

    [Test]
    public void What_the_groups_did_and_what_the_mix_did_are_together_the_change()
    {
        Random random = new(20261122);
        for (var i = 0; i < 500; i++)
        {
            (GoodCount Before, GoodCount Now)[] groups = [.. Enumerable.Range(0, random.Next(2, 7)).Select(_ => (Any(), Any()))];
            var (before, now) = groups.Aggregate((Count(0, 0), Count(0, 0)), (sum, g) => (sum.Item1 + g.Before, sum.Item2 + g.Now));
            var mix = MixOfRespondents.Of(before, now, groups)!;
            var byMix = groups.Sum(g => (g.Before.Share!.Value + g.Now.Share!.Value) / 2 * ((double)g.Now.Valid / now.Valid - (double)g.Before.Valid / before.Valid));

            Assert.That(mix.SameMix + byMix, Is.EqualTo(mix.Difference).Within(1e-12));
        }

        GoodCount Any()
        {
            var valid = random.Next(1, 400);
            return new(random.Next(0, valid + 1), valid);
        }
    }
}
