using SurveyHub.Statistics.Scores;

namespace SurveyHub.Tests.Statistics.Scores;

public sealed class ScoreVectorTests
{
    [Test]
    public void Expectations_and_what_is_perceived_compare_as_in_R()
    {
        var expected = Vectors.JsonObject("06_gap_expected.json");
        var people = Vectors.Csv("06_gap_data.csv").Where(row => row.Number("minimum") is not null && row.Number("desired") is not null && row.Number("perceived") is not null);

        var gap = ExpectationGap.Of([.. people.Select(row => new Expectation(row.Count("minimum"), row.Count("desired"), row.Count("perceived")))])!;

        Assert.That((gap.People, gap.BelowMinimum.Good, gap.Adequacy.P < 0.05), Is.EqualTo((expected.GetProperty("n_used").GetInt32(), expected.GetProperty("n_below_minimum").GetInt32(), true)));
        foreach (var (name, value) in new (string, double?)[]
        {
            ("mean_minimum", gap.Minimum.Mean), ("mean_desired", gap.Desired.Mean), ("mean_perceived", gap.Perceived.Mean), ("zone_of_tolerance_width", gap.ZoneWidth),
            ("adequacy_gap", gap.Adequacy.Mean), ("adequacy_lower", gap.Adequacy.Interval?.Lower), ("adequacy_upper", gap.Adequacy.Interval?.Upper),
            ("superiority_gap", gap.Superiority.Mean), ("superiority_lower", gap.Superiority.Interval?.Lower), ("superiority_upper", gap.Superiority.Interval?.Upper),
            ("share_below_minimum", gap.BelowMinimum.Share), ("share_below_lower", gap.BelowMinimum.Interval?.Lower), ("share_below_upper", gap.BelowMinimum.Interval?.Upper),
        })
            Close.To(expected.GetProperty(name).Number(), value, Vectors.Exact, name);
    }

    [Test]
    public void Net_promoter_scores_and_their_errors_are_those_of_R()
    {
        var sets = Vectors.Csv("07_nps_data.csv").ToLookup(row => row["set"], row => row.Count("score"));
        foreach (var expected in Vectors.Json("07_nps_expected.json"))
        {
            var score = NetPromoter.Of(sets[expected.GetProperty("set").GetString()!]);
            Assert.That((score.N, score.Promoters, score.Passives, score.Detractors), Is.EqualTo((
                expected.GetProperty("n").GetInt32(), expected.GetProperty("promoters").GetInt32(), expected.GetProperty("passives").GetInt32(), expected.GetProperty("detractors").GetInt32())));
            Close.To(expected.GetProperty("nps").Number(), score.Score, Vectors.Exact, expected);
            Close.To(expected.GetProperty("se_points").Number(), score.StandardError, Vectors.Errors, expected);
        }
    }

    [Test]
    public void Nobody_and_one_person_have_no_score_and_no_margin()
    {
        Assert.That(NetPromoter.Of([]).Score, Is.Null);
        Assert.That(NetPromoter.Of([8]).Interval, Is.Null);
        Assert.That(MeanScore.Of([]), Is.Null);
        Assert.That(MeanScore.Of([4]), Is.EqualTo(new MeanScore(1, 4, null, null)));
        Assert.That(ExpectationGap.Of([]), Is.Null);
    }

    [Test]
    public void Everybody_alike_has_a_mean_without_a_margin() =>
        Assert.That(MeanScore.Of([4, 4, 4])!.Interval, Is.EqualTo(new SurveyHub.Statistics.Interval(4, 4)));

    [TestCase(new[] { 1, 2, 3 }, 0.07417990022744858, Description = "R: t.test(c(1, 2, 3))$p.value")]
    [TestCase(new[] { -2, -1, -2, 0, -3 }, 0.03491970667453905, Description = "R: t.test(c(-2, -1, -2, 0, -3))$p.value")]
    [TestCase(new[] { 1, -1, 1, -1 }, 1)]
    [TestCase(new[] { 0, 0, 0 }, 1)]
    [TestCase(new[] { -1, -1, -1 }, 0)]
    public void Whether_a_mean_is_other_than_nought_is_Student_s_test(int[] values, double p) =>
        Assert.That(MeanScore.Of(values)!.P, Is.EqualTo(p).Within(1e-9));

    [TestCase(4, false, Description = "everybody wishes for the best there is, so the gap to it tells the mean of what they have")]
    [TestCase(0, true)]
    public void Near_an_end_of_the_scale_gaps_bound_what_the_others_rated(int others, bool open) =>
        Assert.That(ExpectationGap.Of([.. Enumerable.Repeat(new Expectation(3, 5, 4), 40)])!.LeavesOpen(others, 1, 5), Is.EqualTo(open));

    [TestCase(10, true)]
    [TestCase(11, false)]
    public void In_the_middle_they_leave_open_whatever_so_many_said(int others, bool open) =>
        Assert.That(ExpectationGap.Of([.. Enumerable.Repeat(new Expectation(2, 4, 4), 40)])!.LeavesOpen(others, 1, 5), Is.EqualTo(open));

    [TestCase(-1)]
    [TestCase(11)]
    public void An_answer_outside_nought_to_ten_is_refused(int answer) =>
        Assert.That(() => NetPromoter.Of([answer]), Throws.TypeOf<ArgumentOutOfRangeException>());
}
