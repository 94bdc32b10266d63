using SurveyHub.Statistics;
using SurveyHub.Statistics.Ranking;
using SurveyHub.Tests.Statistics.Clustering;
using SurveyHub.Tests.Statistics.Counting;

namespace SurveyHub.Tests.Statistics.Ranking;

public sealed class LowestRatedTests
{
    [Test]
    public void Among_equals_no_service_stands_out_although_three_are_lowest()
    {
        var ranking = Rank([.. Crowd.Of(80, "5555"), .. Crowd.Of(7, "1555"), .. Crowd.Of(6, "5155"), .. Crowd.Of(5, "5515"), .. Crowd.Of(4, "5551")]);

        Assert.That(AnyStandsOut(ranking), Is.False);
        Assert.That(Standings(ranking), Is.EqualTo(new[]
            { ServiceStanding.LowNotCertain, ServiceStanding.LowNotCertain, ServiceStanding.LowNotCertain, ServiceStanding.None }));
    }

    [Test]
    public void One_far_below_is_lowest_rated_and_one_clearly_above_it_is_below_the_rest()
    {
        var ranking = Rank([.. Crowd.Of(200, "5555"), .. Crowd.Of(50, "1555"), .. Crowd.Of(100, "1155"), .. Crowd.Of(10, "1111")]);

        Assert.That(AnyStandsOut(ranking), Is.True);
        Assert.That(Standings(ranking)[..2], Is.EqualTo(new[] { ServiceStanding.LowestRated, ServiceStanding.BelowTheRest }));
        Assert.That(ranking.Services[0].RankUpper, Is.EqualTo(1));
        Assert.That(ranking.Services[1].RankLower, Is.EqualTo(2));
    }

    [Test]
    public void A_certain_gap_of_less_than_five_points_is_only_slightly_below()
    {
        var ranking = Rank([.. Crowd.Of(4800, "555"), .. Crowd.Of(200, "155")]);

        Assert.That(ranking.Services[0].Gap, Is.EqualTo(-0.04).Within(1e-12));
        Assert.That(ranking.Services[0].Standing, Is.EqualTo(ServiceStanding.SlightlyBelowTheRest));
        Assert.That(AnyStandsOut(ranking), Is.False);
    }

    [Test]
    public void A_service_with_too_few_ratings_is_not_ranked()
    {
        var ranking = Rank([.. Crowd.Of(29, "5551"), .. Crowd.Of(40, "515x")]);

        Assert.That(ranking.Services.Select(service => service.Service), Is.EqualTo(new[] { "A", "B", "C" }));
    }

    [Test]
    public void Two_services_are_sorted_and_nothing_is_said_about_either()
    {
        var ranking = Rank([.. Crowd.Of(60, "51"), .. Crowd.Of(40, "55")]);

        Assert.That(ranking.Services.Select(service => service.Rank), Is.EqualTo(new[] { 2, 1 }));
        Assert.That(ranking.Services.Select(service => service.Gap), Is.All.Null);
        Assert.That(ranking.Services.Select(service => service.RankLower), Is.All.Null);
        Assert.That(Standings(ranking), Is.All.EqualTo(ServiceStanding.None));
        Assert.That(ranking.Pairs, Is.Empty);
    }

    [Test]
    public void Nobody_answered_ranks_nobody() =>
        Assert.That(Rank([.. Crowd.Of(5, "xx")]).Services, Is.Empty);

    [Test]
    public void Equal_shares_share_the_smaller_position()
    {
        var ranking = Rank([.. Crowd.Of(30, "5515"), .. Crowd.Of(30, "1155")]);

        Assert.That(ranking.Services.Select(service => service.Rank), Is.EqualTo(new[] { 1, 1, 1, 4 }));
    }

    [Test]
    public void A_hidden_service_can_be_left_out_by_the_caller()
    {
        var table = Crowd.Count(Crowd.Of(50, "5155"));

        var ranking = Counted.Rank(["A", "B", "C", "D"], table, items: [0, 2, 3]);

        Assert.That(ranking.Services.Select(service => service.Service), Is.EqualTo(new[] { "A", "C", "D" }));
        Assert.That(() => LowestRated.Rank(["A"], table.Covariance([0, 2, 3])), Throws.ArgumentException);
    }

    [TestCase(0.70, 0.79, TargetState.BelowTarget)]
    [TestCase(0.70, 0.80, TargetState.AroundTarget)]
    [TestCase(0.75, 0.85, TargetState.AroundTarget)]
    [TestCase(0.80, 0.90, TargetState.AboveTarget)]
    public void A_target_is_missed_or_met_only_by_the_whole_interval(double lower, double upper, TargetState state) =>
        Assert.That(TargetStates.Of(new Interval(lower, upper), 0.80), Is.EqualTo(state));

    private static bool AnyStandsOut(ServiceRanking ranking) => ranking.Services.Any(s => s.Standing is ServiceStanding.LowestRated or ServiceStanding.BelowTheRest);

    private static ServiceRanking Rank(IReadOnlyList<ItemAnswer[]> people) =>
        Counted.Rank([.. "ABCDEFGH".Take(people[0].Length).Select(letter => $"{letter}")], Crowd.Count(people));

    private static ServiceStanding[] Standings(ServiceRanking ranking) => [.. ranking.Services.Select(service => service.Standing)];
}
