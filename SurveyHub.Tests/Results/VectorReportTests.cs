using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Tests.Statistics;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results;

/// <summary>The shared vectors through the whole way of an answer: stored, counted at closing, computed, stored, read.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class VectorReportTests(TestServer server) : DatabaseTest(server)
{
    [TestCase("20_end_to_end")]
    [TestCase("21_edge_cases")]
    public async Task The_services_of_a_year_are_those_of_the_vectors_and_small_ones_have_no_numbers(string folder)
    {
        var reports = await CloseAsync(folder);

        ExpectedTable.Compare(ServiceYearRow.Table, RowsOf(reports, ServiceYearRow.Table), Expected(folder, "service_year"), r => r.State == CellState.Hidden);
    }

    [Test]
    public async Task The_headline_knows_that_the_same_people_rated_several_services()
    {
        var reports = await CloseAsync("20_end_to_end");

        ExpectedTable.Compare(HeadlineRow.Table, RowsOf(reports, HeadlineRow.Table), Expected("20_end_to_end", "headline"));
    }

    [Test]
    public async Task A_pooled_share_that_would_give_small_services_away_is_not_published_and_the_mean_is()
    {
        var reports = await CloseAsync("21_edge_cases");
        var (rows, expected) = (RowsOf(reports, HeadlineRow.Table), Expected("21_edge_cases", "headline"));

        ExpectedTable.Compare(HeadlineRow.Table, [rows[1]], [expected[1]]);
        Assert.Multiple(() =>
        {
            Assert.That(rows[0].PooledState, Is.EqualTo("hidden: complementary"));
            Assert.That((rows[0].Ratings, rows[0].PooledShare, rows[0].PooledError, rows[0].PooledEffectiveN), Is.EqualTo(((long?)null, (double?)null, (double?)null, (double?)null)));
            Close.To(expected[0].Number("mean_of_services"), rows[0].MeanOfServices, Vectors.Exact, "mean");
            Close.To(expected[0].Number("mean_of_services_se"), rows[0].MeanError, Vectors.Exact, "its error");
            Assert.That(rows[0].State, Is.EqualTo(CellState.Shown), "the headline is the overall question");
        });
    }

    [TestCase("20_end_to_end")]
    [TestCase("21_edge_cases")]
    public async Task The_lowest_rated_services_are_flagged_as_in_the_vectors(string folder)
    {
        var reports = await CloseAsync(folder);

        ExpectedTable.Compare(LowestRatedRow.Table, RowsOf(reports, LowestRatedRow.Table), Expected(folder, "lowest_rated"));
        ExpectedTable.Compare(PairwiseRow.Table, RowsOf(reports, PairwiseRow.Table), Expected(folder, "pairwise_services"));
    }

    private async Task<IReadOnlyList<EditionReport>> CloseAsync(string folder)
    {
        await VectorEditions.StoreAsync(Database, folder);
        return await new ResultsOf(Database).CloseAllAsync("vectors");
    }

    private static List<TRow> RowsOf<TRow>(IEnumerable<EditionReport> reports, ReportTable<TRow> table) => [.. reports.SelectMany(r => r.Rows(table))];

    private static List<VectorRow> Expected(string folder, string table) => [.. Vectors.Csv($"{folder}/expected/{table}.csv")];
}
