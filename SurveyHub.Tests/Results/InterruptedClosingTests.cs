using Dapper;
using SurveyHub.Responses;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results;

/// <summary>What the next start does about closings, and changes of methods, that did not get to their end.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class InterruptedClosingTests(TestServer server) : DatabaseTest(server)
{
    [Test]
    public async Task A_closing_that_was_cut_short_is_finished_at_the_next_start()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025, 12.Times(("wifi.overall", 5)));
        await Database.WriteAsync(work => work.ExecuteAsync("update edition set status = 'closed'"));
        var results = new ResultsOf(Database);
        Assert.That(await results.Reports.FindAsync("internal", 2025), Is.Null);

        await results.Closing.FinishInterruptedAsync();

        var report = await results.Reports.FindAsync("internal", 2025);
        Assert.That(report!.Rows(ServiceYearRow.Table)[0].Valid, Is.EqualTo(12));
        Assert.That(report.Edition.EditionId, Is.EqualTo(edition.EditionId));
    }

    [Test]
    public async Task An_anonymous_edition_whose_cleaning_was_cut_short_is_cleaned_at_the_next_start([Values] bool isAnonymous)
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire with { Anonymity = isAnonymous ? Anonymity.Anonymous : Anonymity.Confidential }, 2025, 12.Times(("wifi.overall", 5)));
        var stopped = new InterruptedDatabase(Database) { MayRewrite = false };
        await new ResultsOf(stopped).Closing.CloseAsync(edition.EditionId);
        Assert.That(await CountAsync("select count(*) from edition_count where name = 'traces'"), Is.EqualTo(isAnonymous ? 1 : 0));

        await new ResultsOf(Database).Closing.FinishInterruptedAsync();

        Assert.That(await CountAsync("select count(*) from edition_count where name = 'traces'"), Is.Zero);
    }

    [Test]
    public async Task One_edition_that_cannot_be_counted_keeps_no_other_from_its_report()
    {
        await Answered.EditionAsync(Database, Questionnaire, 2024, 12.Times(("wifi.overall", 17)));
        await Answered.EditionAsync(Database, Questionnaire, 2025, 12.Times(("wifi.overall", 5)));
        await Database.WriteAsync(work => work.ExecuteAsync("update edition set status = 'closed'"));
        var results = new ResultsOf(Database);

        var error = await Outcome.ErrorOfAsync(results.Closing.FinishInterruptedAsync());

        Assert.That(error?.ToString(), Does.Contain("wifi.overall").And.Contain("17"));
        Assert.That(await results.Reports.FindAsync("internal", 2024), Is.Null);
        Assert.That(await results.Reports.FindAsync("internal", 2025), Is.Not.Null);
    }

    [Test]
    public async Task Reports_of_another_method_are_computed_anew_from_the_counts()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025, 12.Times(("wifi.overall", 5)));
        var results = new ResultsOf(Database);
        await results.Closing.CloseAsync(edition.EditionId);
        var tables = await StoredTablesAsync();
        await Database.WriteAsync(work => work.ExecuteAsync("update report_table set method_version = 'older', content = '[]', sha256 = 'older'"));

        await results.Closing.FinishInterruptedAsync();

        Assert.That(await StoredTablesAsync(), Is.EqualTo(tables));
        Assert.That(await CountAsync("select count(*) from report_table where method_version = 'older'"), Is.Zero);
    }

    [Test]
    public async Task A_change_of_methods_that_was_cut_short_is_finished_at_the_next_start()
    {
        foreach (var year in new[] { 2023, 2024, 2025 }) await Answered.EditionAsync(Database, Questionnaire, year, 12.Times(("wifi.overall", 5)));
        var results = new ResultsOf(Database);
        await results.CloseAllAsync("internal");
        var tables = await StoredTablesAsync();
        // The first edition's report is made anew, and with it the comparisons of all; the others' own tables are still of the older method.
        await Database.WriteAsync(work => work.ExecuteAsync(
            """
            update report_table set method_version = 'older', content = '[]', sha256 = 'older'
            where name not like '%change' and edition_id <> (select min(edition_id) from edition)
            """));

        await results.Closing.FinishInterruptedAsync();

        Assert.That(await StoredTablesAsync(), Is.EqualTo(tables));
    }

    [Test]
    public async Task A_report_of_an_earlier_version_hides_what_today_s_rules_hide()
    {
        // The administration (19) is part of the office (23): four others of it would follow.
        var survey = Questionnaire with { Anonymity = Anonymity.Confidential, Groups = [A.Group("department", GroupSource.Invitation, "a", "b", "c"), A.Group("role", GroupSource.Invitation, "x", "y")] };
        var edition = await Answered.EditionAsync(Database, survey, 2025,
            19.Times(("group.department", 1), ("group.role", 1), ("wifi.overall", 5)), 4.Times(("group.department", 2), ("group.role", 1), ("wifi.overall", 1)),
            30.Times(("group.department", 2), ("group.role", 2), ("wifi.overall", 4)), 30.Times(("group.department", 3), ("group.role", 2), ("wifi.overall", 4)));
        var results = new ResultsOf(Database);
        await results.Closing.CloseAsync(edition.EditionId);
        var tables = await StoredTablesAsync();
        // As a version closed it that did not look at two groups at once.
        await Database.WriteAsync(work => work.ExecuteAsync("delete from edition_count where name in ('hidden', 'crossed')"));
        await Database.WriteAsync(work => work.ExecuteAsync("update report_table set method_version = 'surveyhub-1', content = '[]', sha256 = 'older'"));

        await results.Closing.FinishInterruptedAsync();

        Assert.That(await StoredTablesAsync(), Is.EqualTo(tables));
        Assert.That(tables, Has.Some.Contains("omplementary"), "something was hidden");
    }

    [Test]
    public async Task A_second_closing_that_was_cut_short_counts_the_people_as_they_are_now()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025, 12.Times(("wifi.overall", 5)));
        await InviteAsync(edition, 12, Disposition.Answered);
        var results = new ResultsOf(Database);
        await results.Closing.CloseAsync(edition.EditionId);
        await results.ReopenAsync(edition.EditionId);
        await InviteAsync(edition, 4, Disposition.Invited);
        await Database.WriteAsync(work => work.ExecuteAsync("update edition set status = 'closed'"));

        await results.Closing.FinishInterruptedAsync();

        var everyone = (await results.Reports.FindAsync("internal", 2025))!.Rows(ResponseRateRow.Table)[0];
        Assert.That((everyone.Listed, everyone.Rr2), Is.EqualTo((16, 0.75)));

        Task InviteAsync(Edition into, int people, Disposition disposition) => Database.WriteAsync(work => FrameStore.AddAsync(work, into,
            Enumerable.Range(0, people).Select(i => new FramePerson { Address = $"{disposition} {i}", Groups = new Dictionary<string, string>(), Disposition = disposition }), new(2025, 3, 1)));
    }

    private static Questionnaire Questionnaire => A.Questionnaire("wifi", "printing") with { ServiceQuestions = [A.Rating("overall")] };

    private Task<IReadOnlyList<string>> StoredTablesAsync() =>
        RowsAsync("select edition_id || ' ' || name || ' ' || sha256 || ' ' || content from report_table order by edition_id, name");

    private Task<IReadOnlyList<string>> RowsAsync(string sql) =>
        Database.ReadAsync<IReadOnlyList<string>>(async (db, _) => (await db.QueryAsync<string>(sql)).AsList());

    private Task<int> CountAsync(string sql) => Database.ReadAsync((db, _) => db.QuerySingleAsync<int>(sql));
}
