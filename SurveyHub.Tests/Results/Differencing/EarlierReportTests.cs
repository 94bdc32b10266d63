using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;
using SurveyHub.Tests.Features.Exporting;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Differencing;

/// <summary>Two reports of one edition, before and after a reopening, in the hands of one reader.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class EarlierReportTests(TestServer server) : ReopenedReportTest(server)
{
    [Test]
    public async Task A_service_that_was_too_small_for_the_first_report_is_shown_when_it_has_grown()
    {
        // Payroll has too few; canteen, the next smallest, is hidden with it.
        var (first, second) = await CloseTwiceAsync(HeadlineKind.PooledRatings,
            [.. 60.Times(("wifi.overall", 4)), .. 16.Times(("printing.overall", 4)), .. 7.Times(("payroll.overall", 5)), .. 12.Times(("canteen.overall", 4))],
            [.. 20.Times(("canteen.overall", 3)), .. 15.Times(("payroll.overall", 3))]);

        Assert.That(Hidden(first), Is.EqualTo(["payroll", "canteen"]));
        Assert.That(Hidden(second), Is.Empty);
        Assert.That(second.Rows(ServiceYearRow.Table).Where(r => r.Item != "overall").Select(r => $"{r.Item} {r.Valid}"), Is.EqualTo(new[] { "wifi 60", "printing 16", "payroll 22", "canteen 32" }));
    }

    [Test]
    public async Task A_report_stays_while_a_new_one_would_have_to_hide_a_service_of_it()
    {
        var edition = await Answered.EditionAsync(Database, Survey with { Headline = HeadlineKind.PooledRatings }, 2025, [.. Of(1, 60), .. 40.Times(("payroll.overall", 5))]);
        var results = new ResultsOf(Database);
        var first = await CloseAgainAsync(results, edition, []);

        // Three of payroll: their answers would be the difference. Then nine more: twelve since the report that somebody has.
        var second = await CloseAgainAsync(results, edition, [.. Of(1, 30), .. 3.Times(("payroll.overall", 1))]);
        var third = await CloseAgainAsync(results, edition, [.. 9.Times(("payroll.overall", 1))]);

        Assert.That(second, Is.EqualTo(first), "the report is the one that was published, and the later answers wait");
        Assert.That((await results.Reports.FindAsync("internal", 2025))!.Rows(ServiceYearRow.Table).Where(r => r.IsVisible).Select(r => r.Valid), Is.EqualTo(new int?[] { 90, 52 }));
        Assert.That(third, Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Closed_a_day_too_early_an_edition_has_its_whole_report_when_the_others_have_answered()
    {
        var (first, second) = await CloseTwiceAsync(HeadlineKind.PooledRatings,
            [.. 12.Times(("wifi.overall", 4), ("printing.overall", 4)), .. 4.Times(("payroll.overall", 3))],
            [.. 200.Times(("wifi.overall", 4), ("printing.overall", 4), ("payroll.overall", 5), ("canteen.overall", 4)), .. Of(1, 40), .. Of(2, 40)]);

        Assert.That(Hidden(first), Has.Some.EqualTo("payroll"));
        Assert.That(second.Rows(ServiceYearRow.Table).Where(r => r.IsVisible).Select(r => r.Item), Is.EqualTo(Services));
        Assert.That(Cells(second), Is.EqualTo(["a 40", "b 40", " 212"]), "no group had a figure before");
        Assert.That(second.RespondentsOfEarlierGroups, Is.Null);
    }

    [Test]
    public async Task Where_more_have_answered_since_than_before_a_service_of_a_few_of_them_is_hidden()
    {
        var (first, second) = await CloseTwiceAsync(HeadlineKind.MeanOfServices,
            [.. Of(1, 20), .. 20.Times(("payroll.overall", 5))], [.. Of(1, 60), .. 3.Times(("payroll.overall", 1))]);

        Assert.That(Hidden(first), Is.Empty);
        Assert.That(Hidden(second), Is.EqualTo(["payroll"]));
    }

    [Test]
    public async Task What_a_report_before_the_last_one_showed_does_not_come_back_with_a_few_more_answers()
    {
        var edition = await Answered.EditionAsync(Database, Survey with { Headline = HeadlineKind.MeanOfServices }, 2025, [.. Of(1, 12), .. 12.Times(("payroll.overall", 5))]);
        var results = new ResultsOf(Database);
        await CloseAgainAsync(results, edition, []);
        await CloseAgainAsync(results, edition, [.. Of(1, 30), .. 3.Times(("payroll.overall", 1))]);
        await CloseAgainAsync(results, edition, [.. Of(1, 60), .. 4.Times(("payroll.overall", 1))]);

        var third = (await results.Reports.FindAsync("internal", 2025))!;
        Assert.That(third.Rows(HeadlineRow.Table)[0].Respondents, Is.EqualTo(121), "it is a third report");
        Assert.That(Hidden(third), Is.EqualTo(["payroll"]));
    }

    [Test]
    public async Task What_a_few_later_answers_say_to_a_question_that_is_no_rating_is_not_the_difference_of_two_reports()
    {
        var survey = Survey with
        {
            LastQuestions =
            [
                new() { Key = "news", Kind = QuestionKind.MultipleChoice, Text = A.Text("Heard by?"), Options = [Option("mail", 1), Option("poster", 2)] },
                new() { Key = "shift", Kind = QuestionKind.SingleChoice, Text = A.Text("Shift?"), Options = [Option("day", 1), Option("night", 2)] },
            ],
        };
        var (first, second) = await CloseTwiceAsync(HeadlineKind.PooledRatings,
            [.. 60.Times(("wifi.overall", 4), ("news.mail", 1), ("news.poster", 0), ("shift", 1))],
            [.. 10.Times(("wifi.overall", 4), ("shift", 2)), .. 2.Times(("wifi.overall", 4), ("news.mail", 0), ("news.poster", 1), ("shift", 2))], survey: survey);

        Assert.That(Spreads(first), Is.EquivalentTo(["wifi 60", "shift 60", "news.mail 60", "news.poster 60"]));
        Assert.That(Spreads(second), Is.EquivalentTo(["wifi 72", "shift 72"]), "two people's ticks would be the difference; of twelve the shift may be told");
        var wide = (await PackageReader.OfAsync(Database, second)).Wide;
        Assert.That(wide.Select(r => r["news.mail"]).Distinct(), Is.EqualTo([""]), "single responses beside it would give the same sum");
        Assert.That(wide.Select(r => r["shift"]).Distinct().Count(), Is.EqualTo(2));
    }

    private static IEnumerable<string> Spreads(EditionReport report) => report.Rows(DistributionRow.Table).GroupBy(r => r.Item).Select(g => $"{g.Key} {g.Sum(r => r.N)}");

    private static ChoiceOption Option(string key, int code) => new() { Key = key, Code = code, Label = A.Text(key) };

    [Test]
    public async Task A_few_who_could_not_judge_a_service_are_not_told_by_two_reports_either()
    {
        var edition = await Answered.EditionAsync(Database, Survey, 2025, [.. Of(1, 60), .. 40.Times(("payroll.overall", 5))]);
        var results = new ResultsOf(Database);
        var first = await CloseAgainAsync(results, edition, []);

        var second = await CloseAgainAsync(results, edition, [.. Of(1, 20), .. 2.Times(("payroll.overall", Item.CannotJudge))]);

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public async Task Groups_of_the_first_report_are_held_against_everybody_of_the_first_report()
    {
        var (first, second) = await CloseTwiceAsync(HeadlineKind.MeanOfServices, [.. Of(1, 40), .. Of(2, 40)], [.. 40.Times(("wifi.overall", 1))]);

        Assert.That(second.Rows(ServiceYearRow.Table)[0].Share, Is.LessThan(0.7));
        Assert.That(second.Rows(ServiceYearRow.OfGroupsTable).Select(r => (r.Item, r.Share)), Is.EqualTo(first.Rows(ServiceYearRow.Table).Select(r => (r.Item, r.Share))));
        Assert.That(first.Rows(ServiceYearRow.OfGroupsTable), Is.Empty);
    }

    [Test]
    public async Task Of_several_customer_groups_the_figures_stay_as_they_were_published()
    {
        var (first, second) = await CloseTwiceAsync(HeadlineKind.MeanOfServices, [.. Of(1, 40), .. Of(2, 40), .. Of(3, 40)], [.. Of(1, 10), .. Of(2, 30)]);

        Assert.That(Cells(second), Is.EqualTo(Cells(first)).And.EqualTo(new[] { "a 40", "b 40", "c 40" }));
        Assert.That((first.RespondentsOfEarlierGroups, second.RespondentsOfEarlierGroups), Is.EqualTo(((int?)null, (int?)120)), "and the page says of how many they are");
        Assert.That(second.Rows(ServiceYearRow.Table)[0].Valid, Is.EqualTo(160), "of all customers the later answers count");
        Assert.That(second.Rows(SegmentRow.Table), Is.EqualTo(first.Rows(SegmentRow.Table)));
    }

    [Test]
    public async Task Beside_groups_of_an_earlier_report_single_responses_carry_none()
    {
        var (first, second) = await CloseTwiceAsync(HeadlineKind.MeanOfServices, [.. Of(1, 40), .. Of(2, 40), .. Of(3, 40)], [.. Of(1, 3), .. Of(2, 30)]);

        var wide = (await PackageReader.OfAsync(Database, second)).Wide;

        Assert.That(first.RespondentsOfEarlierGroups, Is.Null);
        Assert.That(wide, Has.Count.EqualTo(153));
        Assert.That(wide.Select(r => r["group.department"] + r["group.role"] + r["language"] + r["submitted_on"]), Is.All.Empty);
        Assert.That(wide.Select(r => r["wifi.overall"]), Is.All.EqualTo("4"));
    }

    [TestCase(Anonymity.Anonymous, false)]
    [TestCase(Anonymity.Confidential, true)]
    public async Task A_department_in_the_file_does_not_tell_that_an_anonymous_answer_came_after_the_first_report(Anonymity anonymity, bool isCarried)
    {
        // At the first closing no department has enough, so in an anonymous edition every row gives it up; later ones keep theirs.
        var (first, second) = await CloseTwiceAsync(HeadlineKind.MeanOfServices, [.. Of(1, 8), .. Of(2, 8), .. Of(3, 9)], [.. Of(1, 25), .. Of(2, 11)], survey: OneGroup with { Anonymity = anonymity });

        Assert.That(Cells(first), Is.Empty);
        Assert.That(Cells(second), Is.Not.Empty);
        Assert.That((await PackageReader.OfAsync(Database, second)).Wide.Any(r => r["group.department"].Length > 0), Is.EqualTo(isCarried));
    }

    [Test]
    public async Task A_third_report_still_has_the_customer_groups_of_the_first()
    {
        var edition = await Answered.EditionAsync(Database, Survey, 2025, [.. Of(1, 40), .. Of(2, 40), .. Of(3, 40)]);
        var results = new ResultsOf(Database);
        await CloseAgainAsync(results, edition, []);
        var first = (await results.Reports.FindAsync("internal", 2025))!;

        await CloseAgainAsync(results, edition, [.. Of(1, 10)]);
        await CloseAgainAsync(results, edition, [.. Of(2, 10)]);

        var third = (await results.Reports.FindAsync("internal", 2025))!;
        Assert.That((third.Rows(ServiceYearRow.Table)[0].Valid, third.RespondentsOfEarlierGroups), Is.EqualTo((140, (int?)120)));
        Assert.That(third.Rows(SegmentRow.Table), Is.EqualTo(first.Rows(SegmentRow.Table)));
    }

    [Test]
    public async Task The_only_customer_group_has_the_later_answers_where_they_tell_of_nobody()
    {
        var (_, few) = await CloseTwiceAsync(HeadlineKind.MeanOfServices, [.. Of(1, 40), .. Of(2, 40), .. Of(3, 40)], [.. Of(1, 1), .. Of(2, 30), .. Of(3, 4)], 2024, OneGroup);
        var (_, many) = await CloseTwiceAsync(HeadlineKind.MeanOfServices, [.. Of(1, 40), .. Of(2, 40), .. Of(3, 40)], [.. Of(1, 10), .. Of(2, 30)], 2025, OneGroup);

        Assert.That(Cells(few), Is.EqualTo(["a 40", "b 40", "c 40"]));
        Assert.That(Cells(many), Is.EqualTo(["a 50", "b 70", "c 40"]));
    }

    [Test]
    public async Task Closing_again_with_the_same_answers_changes_nothing()
    {
        var edition = await Answered.EditionAsync(Database, Survey, 2025, [.. Of(1, 40), .. Of(2, 40), .. Of(3, 40)]);
        var results = new ResultsOf(Database);
        var first = await CloseAgainAsync(results, edition, []);

        Assert.That(await CloseAgainAsync(results, edition, []), Is.EqualTo(first));
        Assert.That((await results.Reports.FindAsync("internal", 2025))!.RespondentsOfEarlierGroups, Is.Null);
    }
}
