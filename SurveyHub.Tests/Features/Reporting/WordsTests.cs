using SurveyHub.Features.Reporting;
using SurveyHub.Results.Tables;
using SurveyHub.Shell.Components;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Ranking;

namespace SurveyHub.Tests.Features.Reporting;

public sealed class WordsTests
{
    private static ChangeLine Tested(Verdict verdict, double difference) => new()
    {
        From = 2024, To = 2025, State = ComparisonState.Tested, Verdict = verdict, Display = "",
        ShareFrom = 0.6, Difference = difference, Lower = difference - 0.03, Upper = difference + 0.03, P = 0.0123456789,
    };

    private static ChangeLine Untested(ComparisonState state, NoChange? because = null) => new() { From = 2024, To = 2025, State = state, Display = "", Because = because };

    private static LowestRatedRow Place(ServiceStanding standing, int? lower = null, int? upper = null, string state = "tested") => new()
    {
        Year = 2025, Service = "wifi", Share = 0.5, Rank = 1, RankLower = lower, RankUpper = upper, Flag = "", Standing = standing, State = state,
    };

    [TestCase(Verdict.Better, 0.064, "better, +6", VerdictKind.Better)]
    [TestCase(Verdict.Worse, -0.071, "worse, −7", VerdictKind.Worse)]
    [TestCase(Verdict.Better, 0.021, "better, +2 (small)", VerdictKind.Better)]
    [TestCase(Verdict.Better, 0.0296, "better, under +3 (small)", VerdictKind.Better)]
    [TestCase(Verdict.Worse, -0.004, "worse, −0.4 (small)", VerdictKind.Worse)]
    [TestCase(Verdict.Better, 8_300 / 10_000.0 - 8_000 / 10_000.0, "better, +3", VerdictKind.Better, Description = "three points are not small")]
    [TestCase(Verdict.Better, 169 / 200.0 - 160 / 200.0, "better, +5", VerdictKind.Better, Description = "half a point goes up")]
    [TestCase(Verdict.NoClearChange, 0.021, "no clear change", VerdictKind.Same)]
    public void A_tested_change_is_said_in_words(Verdict verdict, double difference, string words, VerdictKind kind)
    {
        var change = Tested(verdict, difference);

        Assert.That((change.Words, change.Kind), Is.EqualTo((words, kind)));
    }

    [TestCase(ComparisonState.TooFewToTest, null, "too few to test")]
    [TestCase(ComparisonState.NotComparable, null, "not comparable")]
    [TestCase(ComparisonState.Hidden, null, "too few answers")]
    [TestCase(ComparisonState.Hidden, "hidden in 2024", "hidden in 2024")]
    [TestCase(ComparisonState.NoComparison, "new this year", "new this year")]
    [TestCase(ComparisonState.NoComparison, null, "nothing to compare in 2024")]
    public void A_change_that_was_not_tested_says_why(ComparisonState state, string? because, string words) =>
        Assert.That(Untested(state, because is null ? null : new(because)).Words, Is.EqualTo(words));

    [Test]
    public void What_stands_behind_a_verdict_is_the_earlier_share_and_the_interval_and_no_p_value() =>
        Assert.That(Tested(Verdict.Better, 0.064).Explanation?.Replace('\u00A0', ' '), Is.EqualTo("60 % in 2024; the change lies between +3 and +9 points."));

    [TestCase(ServiceStanding.LowestRated, "lowest rated")]
    [TestCase(ServiceStanding.BelowTheRest, "below the rest")]
    [TestCase(ServiceStanding.SlightlyBelowTheRest, null)]
    [TestCase(ServiceStanding.LowNotCertain, null)]
    [TestCase(ServiceStanding.None, null)]
    public void Only_the_first_two_standings_earn_a_badge(ServiceStanding standing, string? badge) => Assert.That(Words.Badge(standing), Is.EqualTo(badge));

    [TestCase(1, 2, "position 1–2 of 12, the lowest first")]
    [TestCase(1, 1, "position 1 of 12, the lowest first")]
    [TestCase(null, null, null)]
    public void A_position_is_never_told_without_its_limits(int? lower, int? upper, string? words) =>
        Assert.That(Words.Position(Place(ServiceStanding.None, lower, upper), 12), Is.EqualTo(words));

    [Test]
    public void That_no_service_stands_out_is_said_only_when_none_has_a_badge()
    {
        var ordinary = Enumerable.Repeat(Place(ServiceStanding.LowNotCertain), 3).ToArray();

        Assert.That(Words.OnStandings(ordinary, 30), Is.EqualTo("No service stands out as lowest: the differences are within what chance explains."));
        Assert.That(Words.OnStandings([.. ordinary, Place(ServiceStanding.BelowTheRest)], 30), Is.Null);
        Assert.That(Words.OnStandings([.. ordinary.Take(2)], 40), Is.EqualTo("Fewer than 3 services have 40 ratings or more: too few to compare services with each other."));
        Assert.That(Words.OnStandings([.. Enumerable.Repeat(Place(ServiceStanding.None, state: "counts only"), 5)], 30), Is.EqualTo(Words.CountsOnly));
    }

    [Test]
    public void A_service_below_the_others_beyond_chance_by_little_is_not_explained_by_chance() =>
        Assert.That(Words.OnStandings([.. Enumerable.Repeat(Place(ServiceStanding.None), 3), Place(ServiceStanding.SlightlyBelowTheRest)], 30),
            Is.EqualTo("No service stands out as lowest: none lies 5 points or more below the others beyond chance."));

    [Test]
    public void A_confirmed_change_in_a_sentence_has_its_points_before_the_remark() =>
        Assert.That(Tested(Verdict.Better, 0.021).WordsInPoints, Is.EqualTo("better, +2 points (small)"));

    [TestCase("hidden: fewer than minimum", "Fewer than 12 answers stand behind it.")]
    [TestCase("hidden: complementary", "Enough answers stand behind it, but a smaller one could be worked out from it.")]
    public void What_is_hidden_says_why(string display, string words) => Assert.That(Words.Reason(display, 12), Is.EqualTo(words));

    [TestCase(CellState.NotAsked, "not asked", "not asked")]
    [TestCase(CellState.NotAsked, "nobody answered", "nobody answered")]
    [TestCase(CellState.NoRatings, "no ratings", "no ratings")]
    [TestCase(CellState.Hidden, "hidden: fewer than minimum", "too few answers")]
    [TestCase(CellState.Hidden, "hidden: complementary", "hidden to protect a smaller one")]
    public void In_the_place_of_a_share_stands_why_there_is_none(CellState state, string display, string words) =>
        Assert.That(Words.InPlaceOfShare(state, display), Is.EqualTo(words));

    [Test]
    public void A_service_s_own_target_is_called_its_own() =>
        Assert.That(Words.OwnTarget(TargetState.AboveTarget, 0.8).Replace('\u00A0', ' '), Is.EqualTo("above its target of 80 %"));

    [TestCase(TargetState.BelowTarget, "below 80 %")]
    [TestCase(TargetState.AroundTarget, "around 80 %")]
    [TestCase(TargetState.AboveTarget, "above 80 %")]
    public void A_target_is_compared_in_words(TargetState state, string words) =>
        Assert.That(Words.Target(state, 0.8).Replace('\u00A0', ' '), Is.EqualTo(words));
}
