using Dapper;
using SurveyHub.Features.Managing;
using SurveyHub.Features.Managing.Running;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Managing;

/// <summary>What an owner does while an edition is open, and when it is over.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class RunningEditionTests(TestServer server) : ManagingTest(server)
{
    private ExtendEdition Extend => new(Database, new LastDay(Audit, Clock));

    private SwitchOpenLink Switch => new(Database, Writer, Audit);

    [Test]
    public async Task Closed_reopened_and_closed_again_an_edition_has_the_same_tables()
    {
        var edition = await BegunAsync();
        await AnswerAsync(edition, people: 12, code: 3);
        await Close.ExecuteAsync(Owner, edition);
        var first = await TablesAsync();
        Assert.That(first, Is.Not.Empty);

        Assert.That(await Reopen.ExecuteAsync(OtherOwner, await FindAsync(2026), "2026-12-04"), Is.TypeOf<ReopenOutcome.Reopened>());
        Assert.That(await TablesAsync(), Is.Empty, "the report is gone until the edition is closed again");
        Assert.That((await FindAsync(2026)).ClosesOn, Is.EqualTo(new DateOnly(2026, 12, 4)));
        await Close.ExecuteAsync(Owner, await FindAsync(2026));

        Assert.That(await TablesAsync(), Is.EqualTo(first));
        Assert.That(await DeedsAsync(), Is.EqualTo(["olga opened house 2026", "olga closed house 2026", "otto reopened house 2026", "olga closed house 2026"]));
    }

    [Test]
    public async Task Two_owners_who_close_at_once_close_it_once()
    {
        var edition = await BegunAsync();
        await AnswerAsync(edition, people: 12, code: 3);

        var both = await Task.WhenAll(Close.ExecuteAsync(Owner, edition), Close.ExecuteAsync(OtherOwner, edition));

        Assert.That(both.Count(o => o is CloseOutcome.Closed), Is.EqualTo(1));
        Assert.That((await DeedsAsync()).Count(d => d.Contains("closed")), Is.EqualTo(1));
        Assert.That(await TablesAsync(), Is.Not.Empty);
    }

    [Test]
    public async Task Closed_before_its_planned_last_day_it_ended_on_the_day_of_closing_and_the_log_has_both()
    {
        var edition = await BegunAsync();
        Clock.Now = new(2026, 11, 10, 9, 0, 0, TimeSpan.Zero);

        await Close.ExecuteAsync(Owner, edition);

        Assert.That(((await FindAsync(2026)).OpensOn, (await FindAsync(2026)).ClosesOn), Is.EqualTo((edition.OpensOn, new DateOnly(2026, 11, 10))));
        Assert.That(await Database.ReadAsync((db, _) => db.ExecuteScalarAsync<string>("select detail from audit_entry where verb = 'closed'")),
            Is.EqualTo("last day 2026-11-10, before 2026-11-27"));
    }

    [Test]
    public async Task Closed_after_its_last_day_it_keeps_it()
    {
        var edition = await BegunAsync();
        Clock.Now = Clock.Now.AddYears(1);

        await Close.ExecuteAsync(Owner, edition);

        Assert.That((await FindAsync(2026)).ClosesOn, Is.EqualTo(edition.ClosesOn));
    }

    [Test]
    public async Task Before_its_first_day_an_edition_is_not_closed_and_stays_as_it_was()
    {
        var edition = await OpenedAsync();
        Clock.Now = new(edition.OpensOn.AddDays(-1), new(23, 59), TimeSpan.Zero);

        Assert.That(await Close.ExecuteAsync(Owner, edition), Is.EqualTo(new CloseOutcome.NotBegun()));

        Assert.That(((await FindAsync(2026)).Status, (await FindAsync(2026)).OpensOn, (await FindAsync(2026)).ClosesOn), Is.EqualTo((EditionStatus.Open, edition.OpensOn, edition.ClosesOn)));
        Assert.That(await DeedsAsync(), Is.EqualTo(["olga opened house 2026"]));
        Assert.That(await TablesAsync(), Is.Empty);
        Clock.Now = new(edition.OpensOn, new(0, 0), TimeSpan.Zero);
        Assert.That(await Close.ExecuteAsync(Owner, edition), Is.TypeOf<CloseOutcome.Closed>());
    }

    [Test]
    public async Task A_closing_that_fails_leaves_the_edition_open_and_says_so_in_the_log()
    {
        var edition = await BegunAsync();
        await AnswerAsync(edition, people: 1, code: 17);

        Assert.That(await Outcome.ErrorOfAsync(Close.ExecuteAsync(Owner, edition)), Is.Not.Null);

        Assert.That(((await FindAsync(2026)).Status, (await FindAsync(2026)).ClosesOn), Is.EqualTo((EditionStatus.Open, edition.ClosesOn)));
        Assert.That((await DeedsAsync())[^1], Is.EqualTo("olga could not close house 2026"));
    }

    [Test]
    public async Task An_edition_is_not_reopened_while_another_is_open()
    {
        await ClosedAsync(2026);
        Clock.Now = new(2027, 10, 20, 9, 0, 0, TimeSpan.Zero);
        await OpenedAsync(2027);

        var outcome = await Reopen.ExecuteAsync(Owner, await FindAsync(2026), "2027-12-01");

        Assert.That((outcome as ReopenOutcome.AnotherIsOpen)?.Other.Year, Is.EqualTo(2027));
        Assert.That((await FindAsync(2026)).Status, Is.EqualTo(EditionStatus.Closed));
    }

    [Test]
    public async Task Two_owners_who_reopen_two_years_at_once_reopen_the_later_one()
    {
        await ClosedAsync(2026);
        Clock.Now = new(2027, 10, 20, 9, 0, 0, TimeSpan.Zero);
        await ClosedAsync(2027);

        await Task.WhenAll(
            Reopen.ExecuteAsync(Owner, await FindAsync(2026), "2027-12-01"), Reopen.ExecuteAsync(OtherOwner, await FindAsync(2027), "2027-12-01"));

        Assert.That((await Editions.OfSurveyAsync(Survey)).Where(e => e.Status == EditionStatus.Open).Select(e => e.Year), Is.EqualTo([2027]));
    }

    [TestCase(EditionOrigin.History)]
    [TestCase(EditionOrigin.Imported)]
    public async Task An_edition_that_came_from_elsewhere_cannot_be_reopened(EditionOrigin origin)
    {
        var edition = await ClosedAsync(2026);

        Assert.That(await Reopen.ExecuteAsync(Owner, edition with { Origin = origin }, "2026-12-01"), Is.TypeOf<ReopenOutcome.CameFromElsewhere>());
    }

    [Test]
    public async Task An_edition_after_which_another_was_held_keeps_its_days_and_its_report()
    {
        await ClosedAsync(2026);
        Clock.Now = new(2027, 10, 20, 9, 0, 0, TimeSpan.Zero);
        await ClosedAsync(2027);
        var before = await FindAsync(2026);

        Assert.That((await Reopen.ExecuteAsync(Owner, before, "2027-12-01") as ReopenOutcome.NotTheLatest)?.Latest.Year, Is.EqualTo(2027));

        Assert.That(await FindAsync(2026), Is.EqualTo(before));
    }

    [Test]
    public async Task An_edition_whose_answers_are_being_counted_is_not_reopened()
    {
        var edition = await OpenedAsync();
        await Database.WriteAsync(work => Writer.ChangeStatusAsync(work, edition.EditionId, EditionStatus.Open, EditionStatus.Closed));

        Assert.That(await Reopen.ExecuteAsync(Owner, await FindAsync(2026), "2026-12-01"), Is.TypeOf<ReopenOutcome.BeingCounted>());
    }

    [TestCase("2026-10-19", "is over")]
    [TestCase("soon", "no day that can be read")]
    [TestCase("2028-01-01", "more than a year")]
    public async Task A_last_day_that_cannot_be_is_refused_when_reopening_and_when_extending(string closes, string words)
    {
        var edition = await BegunAsync();
        var extend = await Extend.ExecuteAsync(Owner, edition, closes, edition.ClosesOn);
        await Close.ExecuteAsync(Owner, edition);
        var reopen = await Reopen.ExecuteAsync(Owner, await FindAsync(2026), closes);

        Assert.That((extend as ExtendOutcome.Refused)?.Problem.Message, Does.Contain(words));
        Assert.That((reopen as ReopenOutcome.Refused)?.Problem.Message, Does.Contain(words));
        Assert.That((await FindAsync(2026)).Status, Is.EqualTo(EditionStatus.Closed));
    }

    [Test]
    public async Task After_its_last_day_an_edition_takes_no_answers_and_with_a_later_one_it_does_again()
    {
        var edition = await OpenedAsync();
        Clock.Now = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);
        Assert.That(edition.AcceptsAnswersOn(new(2026, 11, 28)), Is.False);
        Assert.That(edition.PhaseOn(new(2026, 11, 28)), Is.EqualTo(EditionPhase.Ended));

        Assert.That(await Extend.ExecuteAsync(Owner, edition, "2026-12-04", edition.ClosesOn), Is.TypeOf<ExtendOutcome.Extended>());

        Assert.That((await FindAsync(2026)).AcceptsAnswersOn(new(2026, 11, 28)));
        Assert.That((await DeedsAsync())[^1], Is.EqualTo("olga extended house 2026"));
    }

    [Test]
    public async Task A_last_day_that_somebody_else_set_meanwhile_is_not_overwritten()
    {
        var seen = await OpenedAsync();
        await Extend.ExecuteAsync(Owner, seen, "2026-12-04", seen.ClosesOn);

        var outcome = await Extend.ExecuteAsync(OtherOwner, await FindAsync(2026), "2026-11-30", seen.ClosesOn);

        Assert.That(outcome, Is.TypeOf<ExtendOutcome.ChangedMeanwhile>());
        Assert.That((await FindAsync(2026)).ClosesOn, Is.EqualTo(new DateOnly(2026, 12, 4)));
    }

    [Test]
    public async Task The_same_new_last_day_sent_twice_is_one_deed()
    {
        var seen = await OpenedAsync();
        await Extend.ExecuteAsync(Owner, seen, "2026-12-04", seen.ClosesOn);

        Assert.That(await Extend.ExecuteAsync(Owner, await FindAsync(2026), "2026-12-04", seen.ClosesOn), Is.TypeOf<ExtendOutcome.Extended>());
        Assert.That((await DeedsAsync()).Count(d => d.Contains("extended")), Is.EqualTo(1));
    }

    [Test]
    public async Task The_open_link_switched_off_and_on_again_is_the_same_address()
    {
        var opened = await OpenedAsync();

        await Switch.ExecuteAsync(Owner, opened, on: false);
        Assert.That(await Editions.FindByOpenCodeAsync(opened.OpenCode!), Is.Null);
        await Switch.ExecuteAsync(Owner, opened, on: false);
        await Switch.ExecuteAsync(Owner, opened, on: true);

        Assert.That((await Editions.FindByOpenCodeAsync(opened.OpenCode!))?.Year, Is.EqualTo(2026));
        Assert.That((await DeedsAsync()).Skip(1), Is.EqualTo(["olga switched the open link off house 2026", "olga switched the open link on house 2026"]));
    }

    [Test]
    public async Task A_closed_edition_gets_no_open_link()
    {
        var closed = await ClosedAsync(2026);

        Assert.That(await Switch.ExecuteAsync(Owner, closed, on: true), Is.TypeOf<SwitchOutcome.EditionClosed>());
    }

    [Test]
    public async Task No_address_stands_in_the_audit_log()
    {
        var opened = await OpenedAsync();
        await Switch.ExecuteAsync(Owner, opened, on: false);

        var log = await Database.ReadAsync((db, _) => db.QueryAsync<string>("select verb || ' ' || subject || ' ' || coalesce(detail, '') from audit_entry"));
        Assert.That(log, Is.All.Not.Contain(opened.OpenCode!));
    }

    private Task<IReadOnlyList<string>> TablesAsync() => Database.ReadAsync<IReadOnlyList<string>>(async (db, _) =>
        (await db.QueryAsync<string>("select name || ' ' || sha256 from report_table order by name")).AsList());
}
