using SurveyHub.Results;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results.Differencing;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Joint;

/// <summary>What customers expect against what they have: what of it is told, and what somebody who subtracts finds.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class ServiceGapsTests(TestServer server) : ReopenedReportTest(server)
{
    [Test]
    public async Task Who_said_all_three_is_counted_and_nobody_else()
    {
        var report = await CloseAsync(
            40.Times(("wifi.overall", 3), ("wifi.least", 2), ("wifi.ideal", 5)), 20.Times(("wifi.overall", 2), ("wifi.least", 4), ("wifi.ideal", 5)),
            12.Times(("wifi.overall", 5), ("wifi.least", Item.CannotJudge), ("wifi.ideal", 5)), 15.Times(("wifi.overall", Item.CannotJudge), ("wifi.least", 1), ("wifi.ideal", 1)));

        var row = Row(report);
        Assert.That((row.People, row.Below, row.Display), Is.EqualTo((60, 20, "shown")));
        Assert.That((row.Minimum, row.Desired, row.Perceived), Is.EqualTo((160 / 60.0, 5.0, 160 / 60.0)));
        Assert.That((row.Adequacy, row.Superiority), Is.EqualTo((0.0, 160 / 60.0 - 5)).Within(1e-12));
        Assert.That(Decisions(report), Is.EqualTo(new[] { "gaps shown ", "gaps_means shown " }));
    }

    [Test]
    public async Task Where_a_few_rated_the_service_and_all_others_wish_for_the_best_there_is_averages_are_hidden_and_their_columns_blank()
    {
        var report = await CloseAsync(36.Times(("wifi.overall", 4), ("wifi.least", 3), ("wifi.ideal", 5)), 4.Times(("wifi.overall", 1), ("wifi.least", Item.CannotJudge), ("wifi.ideal", 5)));

        // The sum of all forty ratings follows from their distribution; who knows that all wish for a five knows from the gap what the thirty-six have, and four people are left.
        Assert.That(report.Rows(DistributionRow.Table).Count(r => r.Item == "wifi"), Is.EqualTo(5));
        Assert.That((Row(report).People, Row(report).Below, Row(report).Perceived, Row(report).Adequacy, Row(report).AdequacyLower), Is.EqualTo((36, 0, (double?)null, (double?)null, (double?)null)));
        Assert.That(Decisions(report), Is.EqualTo(new[] { "gaps shown ", "gaps_means suppressed protects a smaller one in the same table" }));
        Assert.That(report.Rows(LedgerRow.Table).Where(r => r.Of == LedgerRow.Microdata).Select(r => (r.Item, r.Reason)),
            Is.EqualTo(new[] { ("wifi.least", Reason.ProtectsSameTable), ("wifi.ideal", Reason.ProtectsSameTable) }), "rows do not tell what pages do not");
    }

    [Test]
    public async Task Nine_people_are_not_even_counted_and_their_minimum_is_in_no_row_of_the_single_responses()
    {
        var report = await CloseAsync(9.Times(("wifi.overall", 2), ("wifi.least", 3), ("wifi.ideal", 5)), 31.Times(("wifi.overall", 4), ("wifi.least", 3), ("wifi.ideal", Item.CannotJudge)));

        Assert.That(Row(report), Is.EqualTo(new GapRow { Year = 2025, Service = "wifi", Display = "hidden: fewer than minimum" }));
        Assert.That(Decisions(report), Is.EqualTo(new[] { "gaps suppressed too few answers", "gaps_means suppressed too few answers" }));
        Assert.That(report.Rows(LedgerRow.Table).Where(r => r.Of == LedgerRow.Microdata).Select(r => r.Item), Does.Contain("wifi.ideal"), "nine wishes");
        Assert.That(report.Rows(LedgerRow.Table).Where(r => r.Of == LedgerRow.Microdata).Select(r => r.Item), Does.Contain("wifi.least"));
    }

    [TestCase(1, "over 95 %")]
    [TestCase(5, "under 5 %")]
    public async Task A_few_of_one_opinion_are_told_in_a_word(int rated, string word)
    {
        var report = await CloseAsync(15.Times(("wifi.overall", rated), ("wifi.least", 3), ("wifi.ideal", 5)));

        Assert.That(Row(report), Is.EqualTo(new GapRow { Year = 2025, Service = "wifi", Display = word }), "no number, and no base");
        Assert.That(Decisions(report), Is.EqualTo(new[] { "gaps blurred nearly all of a few alike", "gaps_means suppressed too few answers for a spread" }));
        Assert.That(report.Rows(LedgerRow.Table).Where(r => r.Of == LedgerRow.Microdata).Select(r => r.Item), Is.EqualTo(["wifi.least"]), "the rows would tell the number");
    }

    [Test]
    public async Task Below_the_base_of_tests_there_is_the_share_and_no_average()
    {
        var report = await CloseAsync(12.Times(("wifi.overall", 4), ("wifi.least", 3), ("wifi.ideal", 5)), 8.Times(("wifi.overall", 2), ("wifi.least", 3), ("wifi.ideal", 5)));

        Assert.That((Row(report).People, Row(report).Below, Row(report).Share, Row(report).Minimum, Row(report).Superiority), Is.EqualTo((20, 8, 0.4, (double?)null, (double?)null)));
        Assert.That(Decisions(report), Is.EqualTo(new[] { "gaps shown ", "gaps_means suppressed too few answers for a spread" }));
    }

    [Test]
    public async Task With_the_service_its_expectations_are_hidden_and_where_nobody_answered_there_is_nothing()
    {
        // Seven rated the printing; the payroll is hidden to protect it.
        var report = await CloseAsync([.. 40.Times(("wifi.overall", 4)), .. 7.Times(("printing.overall", 4), ("printing.least", 3), ("printing.ideal", 4)), .. 14.Times(("payroll.overall", 3), ("payroll.least", 3), ("payroll.ideal", 4))]);

        var rows = report.Rows(GapRow.Table).ToDictionary(r => r.Service);
        Assert.That(rows.Values.Select(r => (r.Service, r.Display, r.People)), Is.EqualTo(new[] { ("wifi", "not asked", (int?)null), ("printing", "hidden: fewer than minimum", null), ("payroll", "hidden: complementary", null), ("canteen", "not asked", null) }));
    }

    [Test]
    public async Task What_is_expected_is_in_no_figure_of_quality()
    {
        var report = await CloseAsync(
            Enumerable.Range(0, 150).Select(i => new Person([("wifi.overall", i % 5 + 1), ("wifi.fast", (i + i / 7) % 5 + 1), ("wifi.least", 5 - i % 5), ("wifi.ideal", 5), ("group.department", i % 3 + 1)])));

        Assert.Multiple(() =>
        {
            Assert.That(report.Rows(ServiceYearRow.AspectTable).Select(r => r.Item).Where(i => i.StartsWith("wifi", StringComparison.Ordinal)), Is.EqualTo(["wifi.fast"]));
            Assert.That(report.Rows(DriverRow.Table).Where(r => r.Service == "wifi").Select(r => (r.Question, r.Share)), Is.EqualTo([("fast", (double?)1)]), "all that is explained goes with the one further question");
            Assert.That(report.Rows(DistributionRow.Table).Select(r => r.Item).Distinct(), Does.Contain("wifi.fast").And.None.Contains("least").And.None.Contains("ideal"));
            Assert.That(report.Rows(LedgerRow.Table).Where(r => r.Of is not (LedgerRow.Microdata or LedgerRow.Gaps or LedgerRow.GapMeans)).Select(r => r.Item), Has.None.Contains("least").And.None.Contains("ideal"));
        });
    }

    [Test]
    public async Task A_report_stays_while_the_next_one_would_tell_what_a_few_later_ones_expect()
    {
        var edition = await Answered.EditionAsync(Database, Expecting, 2025, 40.Times(("wifi.overall", 3), ("wifi.least", 2), ("wifi.ideal", 5)));
        var results = new ResultsOf(Database);
        var first = await CloseAgainAsync(results, edition, []);

        // Twelve later raters, of whom three say what they expect.
        var second = await CloseAgainAsync(results, edition, [.. 3.Times(("wifi.overall", 1), ("wifi.least", 2), ("wifi.ideal", 5)), .. 9.Times(("wifi.overall", 4), ("wifi.least", Item.CannotJudge), ("wifi.ideal", 5))]);
        var third = await CloseAgainAsync(results, edition, 10.Times(("wifi.overall", 1), ("wifi.least", 2), ("wifi.ideal", 5)));

        Assert.That(second, Is.EqualTo(first));
        Assert.That(third, Is.Not.EqualTo(first), "thirteen are enough");
        Assert.That((Row(await results.Reports.FindAsync("internal", 2025) ?? throw new AssertionException("no report")) is var row ? (row.People, row.Below, row.Adequacy) : default), Is.EqualTo((53, 13, (double?)null)), "nine rated it without");
    }

    [Test]
    public async Task What_the_first_report_could_not_tell_is_told_when_more_have_said_it()
    {
        var (first, second) = await CloseTwiceAsync(HeadlineKind.MeanOfServices, [.. 6.Times(Three(4)), .. 34.Times(("wifi.overall", 4))], [.. 30.Times(Three(1)), .. 12.Times(("wifi.overall", 3))], survey: Expecting);

        Assert.That((Row(first).People, Row(second).People, Row(second).Below), Is.EqualTo(((int?)null, 36, 30)));
    }

    [Test]
    public async Task Who_has_both_reports_does_not_find_how_the_few_rated_of_whom_the_first_told_nothing()
    {
        // All later raters say what they expect: their ratings are what is between the two figures of the service, and taken off those of everybody who said all three, six are left.
        var (_, second) = await CloseTwiceAsync(HeadlineKind.MeanOfServices, [.. 6.Times(Three(4)), .. 34.Times(("wifi.overall", 4))], [.. 30.Times(Three(1))], survey: Expecting);

        Assert.That((Row(second).People, Row(second).Perceived), Is.EqualTo(((int?)null, (double?)null)));
        Assert.That(Decisions(second), Is.All.EndsWith("suppressed protects between two reports"));
    }

    private static (string, int)[] Three(int rated) => [("wifi.overall", rated), ("wifi.least", 3), ("wifi.ideal", 5)];

    private static Questionnaire Expecting => Survey with
    {
        ServiceQuestions = [A.Rating("overall"), A.Rating("fast"), A.Rating("least"), A.Rating("ideal")],
        Expectations = new() { Minimum = "least", Desired = "ideal" },
    };

    private async Task<EditionReport> CloseAsync(params IEnumerable<Person>[] people)
    {
        await Answered.EditionAsync(Database, Expecting, 2025, people);
        return (await new ResultsOf(Database).CloseAllAsync("internal"))[0];
    }

    private static GapRow Row(EditionReport report) => report.Rows(GapRow.Table).Single(r => r.Service == "wifi");

    private static IEnumerable<string> Decisions(EditionReport report) => report.Rows(LedgerRow.Table)
        .Where(r => r is { Of: LedgerRow.Gaps or LedgerRow.GapMeans, Item: "wifi" }).Select(r => $"{r.Of} {Reasons.WordsOf(r.Decision)} {Reasons.WordsOf(r.Reason)}");
}
