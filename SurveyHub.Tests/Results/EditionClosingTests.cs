using Dapper;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Responses;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results;

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class EditionClosingTests(TestServer server) : DatabaseTest(server)
{
    [Test]
    public async Task Closed_again_without_new_answers_an_edition_has_the_same_tables_to_the_last_byte()
    {
        await VectorEditions.StoreAsync(Database, "21_edge_cases");
        var results = new ResultsOf(Database);
        var edition = (await results.CloseAllAsync("vectors"))[0].Edition;
        var first = await StoredTablesAsync();

        Assert.That(await results.ReopenAsync(edition.EditionId));
        Assert.That(await StoredTablesAsync(), Has.Count.LessThan(first.Count));
        Assert.That(await results.Closing.CloseAsync(edition.EditionId));

        Assert.That(await StoredTablesAsync(), Is.EqualTo(first));
    }

    [Test]
    public async Task An_edition_that_cannot_be_counted_stays_open_and_has_no_report()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025, 12.Times(("wifi.overall", 5)), 1.Times(("wifi.overall", 17)));
        var results = new ResultsOf(Database);

        var error = await Outcome.ErrorOfAsync(results.Closing.CloseAsync(edition.EditionId));

        Assert.That(error?.Message, Does.Contain("wifi.overall").And.Contain("17"));
        Assert.That((await results.Editions.FindAsync(edition.EditionId))!.Status, Is.EqualTo(EditionStatus.Open));
        Assert.That(await StoredTablesAsync(), Is.Empty);
        Assert.That(await CountAsync("select count(*) from tally"), Is.Zero);
    }

    [Test]
    public async Task A_closing_that_fails_leaves_the_edition_open_with_its_planned_days()
    {
        var planned = await Answered.EditionAsync(Database, Questionnaire, 2025, 1.Times(("wifi.overall", 17)));
        var (results, writer) = (new ResultsOf(Database), new EditionWriter(TimeProvider.System));
        (DateOnly, DateOnly)? ended = null;

        await Outcome.ErrorOfAsync(results.Closing.CloseAsync(planned.EditionId,
            async (work, open) =>
            {
                await writer.ChangeDatesAsync(work, open.EditionId, open.OpensOn.AddDays(-3), open.ClosesOn.AddDays(-2));
                ended = await DaysAsync(work);
            },
            work => work.ExecuteAsync("update survey set title = 'undone'")));

        Assert.Multiple(async () =>
        {
            Assert.That(ended, Is.EqualTo((planned.OpensOn.AddDays(-3), planned.ClosesOn.AddDays(-2))), "meanwhile it had ended");
            Assert.That(await Database.WriteAsync(DaysAsync), Is.EqualTo((planned.OpensOn, planned.ClosesOn)));
            Assert.That((await results.Editions.FindAsync(planned.EditionId))!.Status, Is.EqualTo(EditionStatus.Open));
            Assert.That(await RowsAsync("select title from survey"), Is.EqualTo(["undone"]));
        });

        async Task<(DateOnly, DateOnly)> DaysAsync(Work work)
        {
            var now = await results.Editions.FindAsync(work, planned.EditionId);
            return (now!.OpensOn, now.ClosesOn);
        }
    }

    [Test]
    public async Task A_closing_that_is_not_undone_leaves_no_word_of_an_undoing()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025, 12.Times(("wifi.overall", 5)));

        await new ResultsOf(Database).Closing.CloseAsync(edition.EditionId, ifUndone: work => work.ExecuteAsync("update survey set title = 'undone'"));

        Assert.That(await RowsAsync("select title from survey"), Has.None.EqualTo("undone"));
    }

    [Test]
    public async Task Only_an_open_edition_is_closed()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025, 12.Times(("wifi.overall", 5)));
        var results = new ResultsOf(Database);

        Assert.That(await results.Closing.CloseAsync(edition.EditionId));
        Assert.That(await results.Closing.CloseAsync(edition.EditionId), Is.False);
        Assert.That(await results.Closing.CloseAsync(4711), Is.False);
    }

    [Test]
    public async Task Closed_by_several_at_once_an_edition_is_closed_once()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025, 12.Times(("wifi.overall", 5)));
        var results = new ResultsOf(Database);

        var closed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => results.Closing.CloseAsync(edition.EditionId))));

        Assert.That(closed.Count(c => c), Is.EqualTo(1));
        Assert.That((await results.Reports.FindAsync("internal", 2025))!.Rows(ServiceYearRow.Table)[0].Valid, Is.EqualTo(12));
    }

    [Test]
    public async Task A_frame_is_counted_at_closing_and_answered_open_links_have_no_rate()
    {
        var invited = await Answered.EditionAsync(Database, Questionnaire, 2025, 3.Times(("wifi.overall", 5)));
        var people = new[] { Disposition.Answered, Disposition.Answered, Disposition.Answered, Disposition.Invited, Disposition.Started, Disposition.Undeliverable, Disposition.Ineligible }
            .Select((d, i) => new FramePerson { Address = $"m{i}", Groups = new Dictionary<string, string> { ["department"] = i < 2 ? "medicine" : "surgery" }, Disposition = d });
        await Database.WriteAsync(work => FrameStore.AddAsync(work, invited, people, new(2025, 3, 1)));
        await Answered.EditionAsync(Database, Questionnaire, 2026, 4.Times(("wifi.overall", 5)));
        var results = new ResultsOf(Database);
        var participation = new ParticipationStore(Database, results.Reports);
        var live = await participation.OfAsync(invited);

        var reports = await results.CloseAllAsync("internal");

        var rows = reports[0].Rows(ResponseRateRow.Table);
        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(r => (r.Value, r.Listed, r.Answered, r.NoContact, r.UnknownEligibility, r.Ineligible, r.Rr2)),
                Is.EqualTo([("(all)", 7, 3, 2, 1, 1, 0.5), ("medicine", 2, 2, 0, 0, 0, 1.0), ("surgery", 5, (int?)1, 2, 1, 1, (double?)0.25)]));
            Assert.That((rows[0].Complete, rows[0].Rr1, rows[0].Responses), Is.EqualTo(((int?)3, (double?)0.5, (int?)3)));
            Assert.That((rows[1].Complete, rows[1].Rr1), Is.EqualTo(((int?)null, (double?)null)), "an anonymous edition does not know");
            Assert.That(live, Is.EqualTo(rows), "the same while it was open");
            Assert.That(reports[1].Rows(ResponseRateRow.Table).Select(r => (r.Value, r.Listed, r.Rr2, r.Responses)), Is.EqualTo([("(all)", (int?)null, (double?)null, (int?)4)]));
        });
    }

    [Test]
    public async Task Opened_again_an_edition_keeps_its_answers_and_loses_its_report()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025, 12.Times(("wifi.overall", 5)));
        var results = new ResultsOf(Database);
        await results.Closing.CloseAsync(edition.EditionId);

        Assert.That(await results.ReopenAsync(edition.EditionId));

        Assert.That(await results.Reports.FindAsync("internal", 2025), Is.Null);
        Assert.That(await CountAsync("select count(*) from report_table"), Is.Zero);
        Assert.That(await CountAsync("select count(*) from answer"), Is.EqualTo(12));
        Assert.That(await results.ReopenAsync(edition.EditionId), Is.False, "it is open already");
    }

    [Test]
    public async Task An_edition_nobody_answered_has_a_report_without_numbers()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025);
        var results = new ResultsOf(Database);

        await results.Closing.CloseAsync(edition.EditionId);

        var report = (await results.Reports.FindAsync("internal", 2025))!;
        Assert.That(report.Rows(ServiceYearRow.Table).Select(r => (r.State, r.Valid, r.Share)), Is.All.EqualTo((CellState.NotAsked, (int?)0, (double?)null)));
        Assert.That(report.Rows(HeadlineRow.Table).Single().Share, Is.Null);
        Assert.That(report.Rows(LowestRatedRow.Table), Is.Empty);
    }

    private static Questionnaire Questionnaire => A.Questionnaire("wifi", "printing") with { ServiceQuestions = [A.Rating("overall")] };

    private Task<IReadOnlyList<string>> StoredTablesAsync() =>
        RowsAsync("select edition_id || ' ' || name || ' ' || sha256 || ' ' || content from report_table order by edition_id, name");

    private Task<IReadOnlyList<string>> RowsAsync(string sql) =>
        Database.ReadAsync<IReadOnlyList<string>>(async (db, _) => (await db.QueryAsync<string>(sql)).AsList());

    private Task<int> CountAsync(string sql) => Database.ReadAsync((db, _) => db.QuerySingleAsync<int>(sql));
}
