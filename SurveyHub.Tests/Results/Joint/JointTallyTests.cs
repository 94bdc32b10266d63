using Dapper;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Joint;

/// <summary>The patterns in which people rated a service: counted at closing, or at the first start of a version that counts them.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class JointTallyTests(TestServer server) : DatabaseTest(server)
{
    [Test]
    public async Task Every_pattern_of_a_service_is_counted_with_the_overall_rating_and_nobody_elses()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025,
            12.Times(("wifi.overall", 5), ("wifi.fast", 4), ("overall", 4), ("printing.overall", 1)),
            3.Times(("wifi.overall", 5), ("wifi.fast", Item.CannotJudge), ("overall", 4)),
            2.Times(("wifi.overall", 2), ("wifi.fast", 1), ("overall", Item.Skipped)),
            7.Times(("wifi.fast", 3), ("overall", 5)));

        await new ResultsOf(Database).CloseAllAsync("internal");

        int No(string key) => edition.Items.Find(key)!.No;
        var wifi = $"{No("wifi.overall")},{No("wifi.fast")},{No("overall")}";
        var printing = $"{No("printing.overall")},{No("printing.fast")},{No("overall")}";
        Assert.That(await RowsAsync(), Is.EquivalentTo([$"{wifi} 5,4,4 12", $"{wifi} 5,,4 3", $"{wifi} 2,1, 2", $"{printing} 1,,4 12"]), "without a rating of the service itself there is no pattern");
    }

    [Test]
    public async Task An_edition_that_an_earlier_version_closed_gets_its_patterns_at_the_first_start()
    {
        var (results, edition) = await ClosedAsync();
        var (rows, tables) = (await RowsAsync(), await StoredTablesAsync());
        await AsOfAnEarlierVersionAsync();

        await results.Closing.FinishInterruptedAsync();

        Assert.That(rows, Is.Not.Empty);
        Assert.That(await RowsAsync(), Is.EqualTo(rows));
        Assert.That(await StoredTablesAsync(), Is.EqualTo(tables));
        Assert.That((await results.Reports.FindAsync("internal", edition.Year))!.Rows(ImportanceRow.Table), Is.Not.Empty);
    }

    [Test]
    public async Task While_later_answers_wait_for_the_next_report_nothing_is_counted_with_them()
    {
        var (results, edition) = await ClosedAsync();
        await Database.WriteAsync(work => Answered.AddAsync(work, edition, 2.Times(("wifi.overall", 1), ("wifi.fast", 1), ("overall", 1))));
        await AsOfAnEarlierVersionAsync();

        await results.Closing.FinishInterruptedAsync();

        var report = (await results.Reports.FindAsync("internal", edition.Year))!;
        Assert.That(await RowsAsync(), Is.Empty);
        Assert.That(report.Rows(ServiceYearRow.Table)[0].Valid, Is.EqualTo(160), "the report is that of before");
        Assert.That((report.Rows(ImportanceRow.Table).Count, report.Rows(DriverRow.Table).Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task What_was_counted_goes_with_the_edition()
    {
        var (results, edition) = await ClosedAsync();

        await Database.WriteAsync(work => SurveyHub.Results.EditionClosing.ForgetAsync(work, edition.EditionId));

        Assert.That(await RowsAsync(), Is.Empty);
        Assert.That(results.Editions, Is.Not.Null);
    }

    [Test]
    public async Task Drivers_say_which_question_the_rating_goes_with_and_which_cannot_be_told_apart()
    {
        var (results, edition) = await ClosedAsync();

        var rows = (await results.Reports.FindAsync("internal", edition.Year))!.Rows(DriverRow.Table).Where(r => r.Service == "wifi").ToDictionary(r => r.Question);

        var (fast, kind, same) = (rows["fast"], rows["kind"], rows["same"]);
        Assert.Multiple(() =>
        {
            Assert.That((fast.Display, fast.People, fast.Group), Is.EqualTo((DriverRow.Shown, 160, 1)));
            Assert.That(fast.Share, Is.GreaterThan(0.8));
            Assert.That(fast.Lower, Is.LessThan(fast.Share!.Value));
            Assert.That(fast.Contribution + kind.Contribution, Is.EqualTo(fast.Explained).Within(1e-12));
            Assert.That((kind.Display, kind.Group), Is.EqualTo((DriverRow.Shown, 2)));
            Assert.That((same.Display, same.Share, same.Group), Is.EqualTo((DriverRow.Constant, (double?)null, (int?)null)));
        });
    }

    [Test]
    public async Task Below_a_hundred_who_answered_everything_nothing_is_split_and_below_the_minimum_not_even_counted()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025,
            Enumerable.Range(0, 99).Select(i => new Person([("wifi.overall", i % 5 + 1), ("wifi.fast", i % 4 + 1), ("printing.overall", i % 3 + 1), ("printing.fast", i < 9 ? 3 : Item.CannotJudge)])),
            20.Times(("printing.fast", 4)));
        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];

        var rows = report.Rows(DriverRow.Table).ToDictionary(r => r.Service);
        Assert.That((rows["wifi"].Display, rows["wifi"].People, rows["wifi"].Explained), Is.EqualTo((DriverRow.TooFew, 99, (double?)null)));
        Assert.That((rows["printing"].Display, rows["printing"].People), Is.EqualTo(("hidden: fewer than minimum", (int?)null)), "nine answered both");
        Assert.That(edition.Items.Overall, Is.Not.Null);
    }

    [Test]
    public async Task Importance_is_hidden_with_the_service_with_the_whole_and_below_the_minimum_of_people_who_gave_both()
    {
        await Answered.EditionAsync(Database, Questionnaire, 2024,
            Enumerable.Range(0, 40).Select(i => new Person([("wifi.overall", i % 5 + 1), ("printing.overall", i < 9 ? i % 5 + 1 : Item.CannotJudge), ("overall", i % 4 + 1)])));
        await Answered.EditionAsync(Database, Questionnaire, 2025,
            Enumerable.Range(0, 40).Select(i => new Person([("wifi.overall", i % 5 + 1), ("printing.overall", i % 3 + 1), ("overall", i < 9 ? i % 4 + 1 : Item.CannotJudge)])));
        await Answered.EditionAsync(Database, Questionnaire, 2026,
            Enumerable.Range(0, 60).Select(i => new Person([("wifi.overall", i % 5 + 1), ("printing.overall", i < 31 ? i % 3 + 1 : Item.CannotJudge), ("overall", i < 29 || i > 40 ? i % 4 + 1 : Item.CannotJudge)])));
        var reports = await new ResultsOf(Database).CloseAllAsync("internal");

        var rows = reports.SelectMany(r => r.Rows(ImportanceRow.Table)).ToDictionary(r => (r.Year, r.Service));
        Assert.Multiple(() =>
        {
            Assert.That((rows[(2024, "wifi")].Display, rows[(2024, "wifi")].Pairs, rows[(2024, "wifi")].IsInMatrix), Is.EqualTo(("shown", 40, true)));
            Assert.That((rows[(2024, "printing")].Display, rows[(2024, "printing")].Pairs, rows[(2024, "printing")].Spearman), Is.EqualTo(("hidden: fewer than minimum", (int?)null, (double?)null)));
            Assert.That((rows[(2025, "wifi")].Display, rows[(2025, "wifi")].Pairs), Is.EqualTo(("hidden: fewer than minimum", (int?)null)), "the overall question is");
            Assert.That((rows[(2026, "printing")].Display, rows[(2026, "printing")].Pairs, rows[(2026, "printing")].IsInMatrix), Is.EqualTo((ImportanceRow.TooFewPairs, 29, false)));
            Assert.That(rows[(2026, "printing")].Spearman, Is.Not.Null, "the command's file has it from ten on");
        });
    }

    // Fast goes with the rating, kind hardly does, and everybody finds it the same.
    private async Task<(ResultsOf Results, Edition Edition)> ClosedAsync()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire with { ServiceQuestions = [A.Rating("overall"), A.Rating("fast"), A.Rating("kind"), A.Rating("same")] }, 2025,
            Enumerable.Range(0, 160).Select(i => new Person(
                [("wifi.overall", i % 10 == 0 ? 5 - i / 10 % 5 : i % 5 + 1), ("wifi.fast", i % 5 + 1), ("wifi.kind", i / 5 % 5 + 1), ("wifi.same", 3), ("overall", (i + i / 7) % 5 + 1)])));
        var results = new ResultsOf(Database);
        await results.CloseAllAsync("internal");
        return (results, edition);
    }

    private Task AsOfAnEarlierVersionAsync() => Database.WriteAsync(async work =>
    {
        await work.ExecuteAsync("delete from joint_tally");
        await work.ExecuteAsync("delete from edition_count where name = 'joint'");
        await work.ExecuteAsync("update report_table set method_version = 'surveyhub-2', content = '[]', sha256 = 'older'");
    });

    private static Questionnaire Questionnaire => A.Questionnaire("wifi", "printing") with { ServiceQuestions = [A.Rating("overall"), A.Rating("fast")], Headline = HeadlineKind.OverallQuestion };

    private Task<IReadOnlyList<string>> RowsAsync() => StringsAsync("select items || ' ' || codes || ' ' || n from joint_tally order by 1");

    private Task<IReadOnlyList<string>> StoredTablesAsync() => StringsAsync("select name || ' ' || sha256 || ' ' || content from report_table order by name");

    private Task<IReadOnlyList<string>> StringsAsync(string sql) => Database.ReadAsync<IReadOnlyList<string>>(async (db, _) => (await db.QueryAsync<string>(sql)).AsList());
}
