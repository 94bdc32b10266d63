using SurveyHub.Results;
using SurveyHub.Results.Frozen;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Results.Weights;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Weights;

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class WeightingTests(TestServer server) : DatabaseTest(server)
{
    private static readonly (string, string, int)[] Half = [("department", "medicine", 100), ("department", "surgery", 100)];

    [Test]
    public async Task A_department_that_answers_less_counts_as_much_as_its_people_beside_the_unweighted_share()
    {
        var report = await CloseAsync(2025, Half, WeightedEdition.Of(60, 1, 1, 5), WeightedEdition.Of(20, 2, 1, 1));

        var wifi = report.Rows(ServiceYearRow.Table)[0];
        var headline = report.Rows(HeadlineRow.Table)[0];
        var outcome = Outcome(report);
        Assert.Multiple(() =>
        {
            Assert.That((wifi.Share, wifi.Valid), Is.EqualTo((0.75, 80)), "what is shown stays what it was");
            Assert.That(wifi.WeightedShare, Is.EqualTo(0.5).Within(1e-9));
            Assert.That(wifi.EffectiveN, Is.EqualTo(200 * 200 / (60 * Math.Pow(100 / 60.0, 2) + 20 * 25)).Within(1e-6));
            Assert.That((headline.Share, headline.WeightedShare!.Value), Is.EqualTo((0.75, 0.5)).Within(1e-9));
            Assert.That(outcome, Is.EqualTo(outcome with { State = WeightingState.Weighted, People = 80, Cap = null }));
            Assert.That(outcome.Margins.Single().Categories.Select(c => (c.Values[0], c.Population, c.Respondents)), Is.EqualTo([("medicine", 100.0, 60), ("surgery", 100.0, 20)]));
        });
    }

    [Test]
    public async Task What_is_too_small_is_put_together_with_the_next_smallest()
    {
        var report = await CloseAsync(2025, [("department", "medicine", 100), ("department", "surgery", 60), ("department", "chapel", 8)],
            WeightedEdition.Of(50, 1, 1, 5), WeightedEdition.Of(20, 2, 1, 1), WeightedEdition.Of(4, 3, 1, 1));

        Assert.That(Outcome(report).Margins.Single().Categories.Select(c => (string.Join('+', c.Values), c.Population, c.Respondents)),
            Is.EqualTo([("medicine", 100.0, 50), ("surgery+chapel", 68.0, 24)]));
    }

    [Test]
    public async Task A_small_department_that_an_anonymous_edition_forgot_is_not_set_against_its_neighbours_answers()
    {
        var report = await WeightedEdition.CloseAsync(Database, WeightedEdition.Questionnaire(Anonymity.Anonymous, "department"), 2025,
            [("department", "medicine", 100), ("department", "surgery", 60), ("department", "chapel", 8)],
            WeightedEdition.Of(50, 1, 1, 5), WeightedEdition.Of(20, 2, 1, 1), 4.Times(("group.role", 1), ("wifi.overall", 5), ("overall", 5)));

        Assert.That(Outcome(report).Margins.Single().Categories.Select(c => (string.Join('+', c.Values), c.Respondents)),
            Is.EqualTo([("medicine", 50), ("surgery", 20), ("", 4)]), "its four people are among the unknown, so it does not count with surgery");
    }

    [Test]
    public async Task Those_whose_department_nobody_knows_are_a_category_of_their_own_as_large_as_among_the_answers()
    {
        var report = await CloseAsync(2025, Half, WeightedEdition.Of(60, 1, 1, 5), WeightedEdition.Of(20, 2, 1, 1), 20.Times(("wifi.overall", 5), ("overall", 5)));

        Assert.That(Outcome(report).Margins.Single().Categories[^1].Population, Is.EqualTo(40));
        // 160 of the 200 are shared equally, 40 are not known.
        Assert.That(report.Rows(ServiceYearRow.Table)[0].WeightedShare, Is.EqualTo(0.6).Within(1e-9));
    }

    [Test]
    public async Task Why_nothing_is_weighted_is_kept_and_the_unweighted_figures_are_there()
    {
        var (fromMedicine, fromSurgery) = (WeightedEdition.Of(60, 1, 1, 5), WeightedEdition.Of(20, 2, 1, 1));
        var cases = new (int Year, WeightingState State, (string, string, int)[] List, IEnumerable<Person>[] People)[]
        {
            (2001, WeightingState.NoHeadcounts, [], [fromMedicine, fromSurgery]),
            (2002, WeightingState.NoHeadcounts, [("role", "doctor", 200)], [fromMedicine, fromSurgery]),
            (2003, WeightingState.ListTooSmall, [("department", "medicine", 40), ("department", "surgery", 30)], [fromMedicine, fromSurgery]),
            (2004, WeightingState.ListTooSmall, [("department", "medicine", 400), ("department", "surgery", 15)], [fromMedicine, fromSurgery]),
            (2005, WeightingState.NothingToWeight, Half, [WeightedEdition.Of(1, 1, 1, 5)]),
            (2006, WeightingState.NothingToWeight, Half, [60.Times(("wifi.overall", 5), ("overall", 5))]),
            (2007, WeightingState.NothingToWeight, Half, []),
            (2008, WeightingState.TooUnequal, [("department", "medicine", 10_000), ("department", "surgery", 510)], [WeightedEdition.Of(10, 1, 1, 5), WeightedEdition.Of(500, 2, 1, 1)]),
        };
        foreach (var (year, state, list, people) in cases)
        {
            var report = await CloseAsync(year, list, people);

            Assert.That(Outcome(report).State, Is.EqualTo(state), $"{year}");
            Assert.That(report.Rows(ServiceYearRow.Table).Select(r => r.WeightedShare), Is.All.Null, $"{year}");
            Assert.That(report.Rows(ServiceYearRow.Table), Has.Count.EqualTo(3), $"{year}");
        }
    }

    [Test]
    public async Task Headcounts_that_contradict_each_other_are_said_to()
    {
        // All doctors are in medicine and all nurses in surgery, and the list says otherwise.
        var report = await WeightedEdition.CloseAsync(Database, WeightedEdition.Questionnaire(Anonymity.Confidential, "department", "role"), 2025,
            [("department", "medicine", 100), ("department", "surgery", 900), ("role", "doctor", 800), ("role", "nurse", 200)], WeightedEdition.Of(30, 1, 1, 5), WeightedEdition.Of(30, 2, 2, 1));

        Assert.That(Outcome(report).State, Is.EqualTo(WeightingState.NotConverged));
    }

    [Test]
    public async Task Everybody_who_could_not_judge_leaves_no_weighted_share_and_no_zero()
    {
        var report = await CloseAsync(2025, Half, WeightedEdition.Of(60, 1, 1, 5), WeightedEdition.Of(20, 2, 1, 1));

        var printing = report.Rows(ServiceYearRow.Table)[1];
        Assert.That((printing.State, printing.SumOfWeights, printing.WeightedShare, printing.WeightedLower), Is.EqualTo((CellState.NoRatings, (double?)0, (double?)null, (double?)null)));
    }

    [Test]
    public async Task In_an_anonymous_edition_those_whose_rows_tell_the_same_share_one_weight()
    {
        // Three doctors of medicine: their rows keep the department only, and nurses of medicine come along.
        IEnumerable<Person>[] people =
        [
            3.Times(("group.department", 1), ("group.role", 1), ("wifi.overall", 5)), 40.Times(("group.department", 1), ("group.role", 2), ("printing.overall", 4)),
            30.Times(("group.department", 2), ("group.role", 1), ("overall", 4)),
        ];
        (string, string, int)[] list = [("department", "medicine", 60), ("department", "surgery", 60), ("role", "doctor", 80), ("role", "nurse", 40)];
        var told = await SumsAsync(Anonymity.Anonymous, 2024, list, people);
        var exact = await SumsAsync(Anonymity.Confidential, 2025, list, people);

        Assert.That(exact["wifi"] / 3, Is.Not.EqualTo(exact["printing"] / 40).Within(0.01), "in the other edition the weights differ, so this test can fail");
        Assert.That(told["wifi"] / 3, Is.EqualTo(told["printing"] / 40).Within(1e-9));
        Assert.That(told["wifi"] + told["printing"], Is.EqualTo(60).Within(1e-6), "the department's headcount is met");
    }

    [Test]
    public async Task A_report_computed_anew_has_the_same_weighted_figures_to_the_last_byte_and_one_that_was_never_weighted_has_none()
    {
        var report = await CloseAsync(2025, Half, WeightedEdition.Of(60, 1, 1, 5), WeightedEdition.Of(20, 2, 1, 1));
        var before = await TablesAsync();
        await Database.WriteAsync(work => work.ExecuteAsync("update report_table set method_version = 'older'"));
        await new ResultsOf(Database).Closing.FinishInterruptedAsync();
        Assert.That(await TablesAsync(), Is.EqualTo(before));

        // As an earlier version of the program left it.
        foreach (var table in (string[])["weighted_pair", "weighted_tally", "weighting"]) await Database.WriteAsync(work => work.ExecuteAsync($"delete from {table}"));
        await Database.WriteAsync(work => work.ExecuteAsync("update report_table set method_version = 'older'"));
        await new ResultsOf(Database).Closing.FinishInterruptedAsync();
        await new FrozenReports(Database, new ResultsOf(Database).Closing).ConfirmAsync("internal", _ => Task.CompletedTask);

        var now = (await new ResultsOf(Database).Reports.FindAsync("internal", 2025))!;
        Assert.That(now.Rows(WeightingRow.Table), Is.Empty);
        Assert.That((now.Rows(ServiceYearRow.Table)[0].Share, now.Rows(ServiceYearRow.Table)[0].WeightedShare), Is.EqualTo((0.75, (double?)null)));
        Assert.That(report.Rows(WeightingRow.Table), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Weighted_changes_are_computed_between_editions_weighted_alike_and_the_unweighted_ones_always()
    {
        IEnumerable<Person>[] people = [WeightedEdition.Of(60, 1, 1, 5), WeightedEdition.Of(40, 2, 1, 1)];
        await CloseAsync(2023, Half, people);
        var alike = await CloseAsync(2024, Half, WeightedEdition.Of(80, 1, 1, 5), WeightedEdition.Of(40, 2, 1, 1));
        var other = await WeightedEdition.CloseAsync(Database, WeightedEdition.Questionnaire(Anonymity.Confidential, "role"), 2025,
            [("role", "doctor", 100), ("role", "nurse", 100)], WeightedEdition.Of(60, 1, 1, 5), WeightedEdition.Of(40, 2, 2, 1));

        var (first, second) = (alike.Rows(ChangeRow.Table).First(r => r.Item == "overall"), other.Rows(ChangeRow.Table).First(r => r.Item == "overall"));
        Assert.That((first.Difference!.Value, first.WeightedDifference!.Value), Is.EqualTo((2 / 3.0 - 0.6, 0)).Within(1e-9));
        Assert.That(first.WeightedVerdict, Is.EqualTo(Verdict.NoClearChange));
        Assert.That((second.Difference is not null, second.WeightedDifference), Is.EqualTo((true, (double?)null)));
        Assert.That(alike.Rows(HeadlineChangeRow.Table)[0].WeightedDifference, Is.EqualTo(0).Within(1e-9));
    }

    private Task<EditionReport> CloseAsync(int year, (string, string, int)[] list, params IEnumerable<Person>[] people) =>
        WeightedEdition.CloseAsync(Database, WeightedEdition.Questionnaire(Anonymity.Confidential, "department"), year, list, people);

    private async Task<Dictionary<string, double>> SumsAsync(Anonymity anonymity, int year, (string, string, int)[] list, IEnumerable<Person>[] people)
    {
        var report = await WeightedEdition.CloseAsync(Database, WeightedEdition.Questionnaire(anonymity, "department", "role"), year, list, people);
        var rows = await Database.ReadAsync(async (db, _) => (await Dapper.SqlMapper.QueryAsync<WeightedTallyRow>(
            db, "select item_no, sum, good_sum, squares, good_squares from weighted_tally where edition_id = @EditionId", new { report.Edition.EditionId })).ToArray());
        return rows.ToDictionary(r => report.Edition.Items.All.First(i => i.No == r.ItemNo).ReportKey, r => r.Sum);
    }

    private Task<string[]> TablesAsync() => Database.ReadAsync(async (db, _) =>
        (await Dapper.SqlMapper.QueryAsync<string>(db, "select name || ' ' || content from report_table order by edition_id, name")).ToArray());

    private static EditionWeighting Outcome(EditionReport report) => report.Rows(WeightingRow.Table).Single().Outcome;
}
