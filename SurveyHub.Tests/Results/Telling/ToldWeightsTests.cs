using SurveyHub.Results;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Representing;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results.Weights;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Telling;

/// <summary>A weighted share beside the unweighted one is an equation for the ratings of hidden groups: what is told of it must not depend on which of them said what.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class ToldWeightsTests(TestServer server) : DatabaseTest(server)
{
    [Test]
    public async Task Which_of_two_hidden_groups_was_satisfied_changes_no_weighted_figure_that_is_told([Values(220, 2000)] int many)
    {
        var (one, other) = (await CloseAsync(2024, many, surgeryGood: 0), await CloseAsync(2025, many, surgeryGood: 4));
        var told = EditionReport.Told([one, other]);

        Assert.That(Weighted(one), Is.Not.EqualTo(Weighted(other)), "they are weighted differently, so the exact share tells which");
        Assert.That(Weighted(told[0]), Is.EqualTo(Weighted(told[1])));
        Assert.That(Rows(told[0]), Is.EqualTo(Rows(told[1])));
    }

    [Test]
    public async Task Where_hidden_groups_are_a_small_part_a_weighted_share_is_told_in_whole_percents_that_is_a_point_off_at_most()
    {
        var report = await CloseAsync(2024, 2000, surgeryGood: 4);
        var told = EditionReport.Told([report])[0];

        Assert.That(Weighted(told), Is.EqualTo(Weighted(report)).Within(0.01).And.EqualTo(0.74));
        Assert.That(told.Rows(HeadlineRow.Table)[0].WeightedLower, Is.Null, "its interval would tell the weights' squares");
        Assert.That(told.Rows(StabilityRow.Table)[0].Weighted, Is.EqualTo(0.74));
    }

    [Test]
    public async Task Where_it_could_be_more_than_a_point_off_none_is_told_and_the_ledger_says_so()
    {
        var told = EditionReport.Told([await CloseAsync(2024, 220, surgeryGood: 4)])[0];

        Assert.That((Weighted(told), told.Rows(StabilityRow.Table)[0].Weighted), Is.EqualTo(((double?)null, (double?)null)));
        Assert.That(told.Rows(LedgerRow.Table).Where(r => r is { Of: LedgerRow.Weighted, Item: LedgerRow.Headline or Questionnaire.OverallQuestion }).Select(r => (r.Decision, r.Reason)),
            Is.EqualTo(Enumerable.Repeat((Decision.Suppressed, Reason.ProtectsSameTable), 2)));
    }

    [Test]
    public async Task Where_no_group_is_hidden_weighted_figures_are_as_they_are_stored()
    {
        var report = await WeightedEdition.CloseAsync(Database, WeightedEdition.Questionnaire(by: "department"), 2025, [("department", "medicine", 100), ("department", "surgery", 100)],
            WeightedEdition.Of(60, 1, 1, 5), WeightedEdition.Of(20, 2, 1, 1));
        var told = EditionReport.Told([report])[0];

        Assert.That(told.Rows(ServiceYearRow.Table), Is.EqualTo(report.Rows(ServiceYearRow.Table)));
        Assert.That(Weighted(told), Is.EqualTo(0.5).Within(1e-9));
    }

    // Four of surgery and ten of the chapel rated it, and eight of them were satisfied.
    private Task<EditionReport> CloseAsync(int year, int many, int surgeryGood) => WeightedEdition.CloseAsync(Database, WeightedEdition.Questionnaire(by: "department"), year,
        [("department", "medicine", many * 11 / 10), ("department", "surgery", many == 220 ? 40 : 60), ("department", "chapel", many == 220 ? 14 : 50)],
        WeightedEdition.Of(many * 3 / 4, 1, 1, 5), WeightedEdition.Of(many / 4, 1, 1, 1),
        WeightedEdition.Of(surgeryGood, 2, 1, 5), WeightedEdition.Of(4 - surgeryGood, 2, 1, 1), WeightedEdition.Of(8, 2, 1, Item.CannotJudge),
        WeightedEdition.Of(8 - surgeryGood, 3, 1, 5), WeightedEdition.Of(2 + surgeryGood, 3, 1, 1), WeightedEdition.Of(2, 3, 1, Item.CannotJudge));

    private static double? Weighted(EditionReport report)
    {
        var headline = report.Rows(HeadlineRow.Table)[0];
        Assert.That(report.Rows(ServiceYearRow.Table).Single(r => r.Item == Questionnaire.OverallQuestion).WeightedShare, Is.EqualTo(headline.WeightedShare));
        return headline.WeightedShare;
    }

    private static object?[] Rows(EditionReport report)
    {
        var (item, stability) = (report.Rows(ServiceYearRow.Table).Single(r => r.Item == Questionnaire.OverallQuestion), report.Rows(StabilityRow.Table)[0]);
        return [item.SumOfWeights, item.WeightedShare, item.EffectiveN, item.DesignEffect, item.WeightedLower, item.WeightedUpper, item.WeightedError, stability.Weighted, stability.WeightedShift];
    }
}
