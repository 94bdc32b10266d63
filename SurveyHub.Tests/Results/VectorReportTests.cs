using SurveyHub.Results;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Statistics;
using SurveyHub.Tests.Statistics;
using SurveyHub.Tests.Statistics.EndToEnd;
using SurveyHub.Tests.Support;
using SurveyHub.Tests.Statistics.Counting;

namespace SurveyHub.Tests.Results;

/// <summary>Every table of the report is that of the shared vectors, to the ninth decimal.</summary>
internal abstract class VectorReportTests(TestServer server) : DatabaseTest(server)
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

    [TestCase("20_end_to_end")]
    [TestCase("21_edge_cases")]
    public async Task The_importance_of_services_is_that_of_the_vectors_and_small_ones_have_no_numbers(string folder)
    {
        var reports = await CloseAsync(folder);

        ExpectedTable.Compare(ImportanceRow.Table, RowsOf(reports, ImportanceRow.Table), Expected(folder, "importance"), r => r.Display.StartsWith("hidden", StringComparison.Ordinal));
    }

    [TestCase("20_end_to_end")]
    [TestCase("21_edge_cases")]
    public async Task Departments_are_compared_with_everyone_else_and_small_ones_are_hidden_as_in_the_vectors(string folder)
    {
        // A second customer group beside them would hide a few more: docs/adr/0010, 9.
        var reports = await CloseAsync(folder, oneGroup: true);

        ExpectedTable.Compare(
            SegmentRow.Table, [.. RowsOf(reports, SegmentRow.Table).Where(r => r.Item == "overall")], Expected(folder, "segments_overall"), r => r.IsHidden);
    }

    [Test]
    public async Task Response_rates_are_those_of_the_vectors_for_everyone_and_every_department()
    {
        var reports = await CloseAsync("20_end_to_end");
        var (rows, expected) = (RowsOf(reports, ResponseRateRow.Table).Where(r => r.Attribute is "" or "department").ToList(), Expected("20_end_to_end", "response_rates"));

        ExpectedTable.Compare(ResponseRateRow.Table, rows, expected);
        Assert.That(rows.Select(r => r.Value), Is.EqualTo(expected.Select(r => r["department"])));
    }

    [TestCase("20_end_to_end")]
    [TestCase("21_edge_cases")]
    public async Task Every_service_is_compared_between_years_as_in_the_vectors(string folder)
    {
        var rows = PairRows(await CloseAsync(folder), ChangeRow.Table, r => (r.YearFrom, r.YearTo));

        var expected = Expected(folder, "change");
        Assert.That(rows.Select(r => (r.YearFrom, r.YearTo, r.Item, r.Words)), Is.EqualTo(expected.Select(r => (r.Count("year_from"), r.Count("year_to"), r["item"], r["verdict"]))));
        var tested = rows.Index().Where(r => r.Item.State is ComparisonState.Tested or ComparisonState.TooFewToTest && r.Item.InBoth is not null).ToArray();
        ExpectedTable.Compare(ChangeRow.Table, [.. tested.Select(r => r.Item)], [.. tested.Select(r => expected[r.Index])]);
    }

    [Test]
    public async Task What_must_not_be_compared_has_no_difference_and_a_hidden_side_has_no_numbers()
    {
        var rows = PairRows(await CloseAsync("21_edge_cases"), ChangeRow.Table, r => (r.YearFrom, r.YearTo)).ToDictionary(r => r.Item);

        Assert.Multiple(() =>
        {
            Assert.That((rows["E12"].ValidFrom, rows["E12"].ValidTo, rows["E12"].Difference), Is.EqualTo((117, 119, (double?)null)), "the question changed");
            Assert.That((rows["E08"].ValidFrom, rows["E08"].ShareFrom, rows["E08"].ValidTo, rows["E08"].Difference, rows["E08"].Lower), Is.EqualTo(((int?)null, (double?)null, 12, (double?)null, (double?)null)));
            Assert.That((rows["E10"].ValidFrom, rows["E10"].ValidTo, rows["E10"].Difference), Is.EqualTo(((int?)null, 0, (double?)null)), "one rating, then none");
            Assert.That(rows["E07"].Difference, Is.EqualTo(0.309090909090909).Within(Vectors.Exact));
            Assert.That((rows["E07"].PUsed, rows["E07"].InBoth, rows["E07"].LinkedError), Is.EqualTo(((double?)null, (int?)null, (double?)null)), "four people answered twice");
        });
    }

    [Test]
    public async Task The_headline_is_compared_between_years_as_in_the_vectors()
    {
        var reports = await CloseAsync("20_end_to_end");

        ExpectedTable.Compare(
            HeadlineChangeRow.Table, PairRows(reports, HeadlineChangeRow.Table, r => (r.YearFrom, r.YearTo)), Expected("20_end_to_end", "headline_change"));
    }

    [Test]
    public async Task Where_the_services_differ_the_headline_is_compared_over_those_that_both_years_show()
    {
        var row = PairRows(await CloseAsync("21_edge_cases"), HeadlineChangeRow.Table, r => (r.YearFrom, r.YearTo)).Single();

        var survey = VectorSurvey.Read("21_edge_cases");
        int[] common = [.. new[] { "E01", "E02", "E03", "E04", "E05", "E06", "E07", "E13" }.Select(code => survey.Items.ToList().IndexOf(code))];
        var expected = HeadlineChange.Unlinked(Counted.Pooled(survey.Count(2025), common)!, Counted.Pooled(survey.Count(2026), common)!);
        Assert.Multiple(() =>
        {
            Assert.That((row.Basis, row.ServicesCompared), Is.EqualTo(("common services", 8)));
            Close.To(expected.Difference, row.PooledDifference, Vectors.Exact, "difference");
            Close.To(expected.StandardError, row.PooledError, Vectors.Exact, "its error");
            Close.ToP(expected.P, row.PooledP, "p");
            Assert.That(row.Words, Is.EqualTo("no confirmed change"), "the headline is the overall question");
            Close.To(-0.0693301997649823, row.Difference, Vectors.Exact, "of the overall question");
        });
    }

    /// <summary>The reports of a vector's editions, however they came into the database.</summary>
    /// <param name="folder">The vector.</param>
    /// <param name="oneGroup">The department is the only customer group.</param>
    protected abstract Task<IReadOnlyList<EditionReport>> CloseAsync(string folder, bool oneGroup = false);

    private static List<TRow> RowsOf<TRow>(IEnumerable<EditionReport> reports, ReportTable<TRow> table) => [.. reports.SelectMany(r => r.Rows(table))];

    private static List<VectorRow> Expected(string folder, string table) => [.. Vectors.Csv($"{folder}/expected/{table}.csv")];

    private static List<TRow> PairRows<TRow>(IReadOnlyList<EditionReport> reports, ReportTable<TRow> table, Func<TRow, (int From, int To)> years)
    {
        var first = reports[0].Edition.Year;
        return [.. RowsOf(reports, table).OrderBy(r => reports.Count > 2 && years(r).From == first && years(r).To == reports[^1].Edition.Year)];
    }
}
