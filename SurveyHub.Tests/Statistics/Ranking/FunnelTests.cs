using SurveyHub.Statistics.Ranking;

namespace SurveyHub.Tests.Statistics.Ranking;

public sealed class FunnelTests
{
    [Test]
    public void Few_ratings_may_lie_farther_from_the_mean_than_many()
    {
        var (few, many) = (FunnelLimits.At(0.8, 25), FunnelLimits.At(0.8, 2500));

        Assert.That(few.Usual.Lower, Is.EqualTo(0.8 - 1.959963984540054 * 0.08).Within(1e-12));
        Assert.That(few.Extreme.Lower, Is.EqualTo(0.8 - 3.090232306167813 * 0.08).Within(1e-12));
        Assert.That((few.PlaceOf(0.7), many.PlaceOf(0.7)), Is.EqualTo((FunnelPlace.Inside, FunnelPlace.Outside)));
        Assert.That(few.PlaceOf(0.6), Is.EqualTo(FunnelPlace.Alert));
        Assert.That(few.Usual.Upper, Is.LessThanOrEqualTo(1));
    }

    [Test]
    public void Without_ratings_there_is_no_funnel() =>
        Assert.That(() => FunnelLimits.At(0.8, 0), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void A_second_year_running_is_counted_and_a_year_without_the_badge_ends_the_run()
    {
        Assert.That(Persistence.YearsRunning([ServiceStanding.LowestRated, ServiceStanding.None, ServiceStanding.LowestRated, ServiceStanding.LowestRated]), Is.EqualTo(2));
        Assert.That(Persistence.YearsRunning([ServiceStanding.LowestRated, null, ServiceStanding.LowestRated]), Is.EqualTo(1));
        Assert.That(Persistence.YearsRunning([ServiceStanding.BelowTheRest, ServiceStanding.LowestRated]), Is.EqualTo(1));
        Assert.That(Persistence.YearsRunning([ServiceStanding.LowestRated, ServiceStanding.LowNotCertain]), Is.Zero);
        Assert.That(Persistence.YearsRunning([]), Is.Zero);
    }
}
