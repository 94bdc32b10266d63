using Dapper;
using SurveyHub.Definitions;
using SurveyHub.Features.Managing;
using SurveyHub.Features.Managing.Opening;
using SurveyHub.Features.Managing.Preparing;
using SurveyHub.Features.People.Finding;
using SurveyHub.Results;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Managing;

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class OpenEditionTests(TestServer server) : ManagingTest(server)
{
    [Test]
    public async Task Opening_freezes_what_the_file_says_with_its_hash_and_its_items()
    {
        var edition = await OpenedAsync();

        var row = await Database.ReadAsync((db, _) => db.QuerySingleAsync<(string Json, string Sha256)>("select questionnaire_json, questionnaire_sha256 from edition"));
        Assert.That(QuestionnaireJson.Sha256(row.Json), Is.EqualTo(row.Sha256));
        Assert.That(edition.Questionnaire.Services.Select(s => s.Key), Is.EqualTo(["wifi", "printing"]));
        Assert.That(await CountAsync("item"), Is.EqualTo(edition.Items.All.Count));
        Assert.That(edition.AcceptsAnswersOn(new(2026, 11, 2)));
        Assert.That(await DeedsAsync(), Is.EqualTo(["olga opened house 2026"]));
    }

    [Test]
    public async Task A_file_changed_afterwards_changes_nothing_in_an_open_edition_and_its_owner_is_told()
    {
        var opened = await OpenedAsync();
        Assert.That((await Read.ExecuteAsync(Survey))!.FileHasChanged, Is.False);

        Folder.AddService();
        Folder.Change("en: How good is it?", "en: How well does it work?");

        var now = await FindAsync(2026);
        Assert.That(now.QuestionnaireSha256, Is.EqualTo(opened.QuestionnaireSha256));
        Assert.That(QuestionnaireJson.Write(now.Questionnaire), Is.EqualTo(QuestionnaireJson.Write(opened.Questionnaire)));
        Assert.That((await Read.ExecuteAsync(Survey))!.FileHasChanged);
    }

    [Test]
    public async Task Whoever_was_taken_off_before_the_opening_is_in_no_rate_and_whoever_is_taken_off_later_in_all()
    {
        await Prepare.ExecuteAsync(Owner, Survey, Form());
        await InviteAsync(await FindAsync(2026), 12);
        await TakeAsync("medicine0@house.example", putBack: false);

        var edition = await OpenedAsync();

        Assert.That(await InvitedAsync(edition), Is.EqualTo((11, 11)));
        await TakeAsync("medicine1@house.example", putBack: false);
        Assert.That(await InvitedAsync(edition), Is.EqualTo((11, 11)), "later nobody leaves a rate");
        await TakeAsync("medicine1@house.example", putBack: true);
        Assert.That(await InvitedAsync(edition), Is.EqualTo((11, 11)));
        await TakeAsync("medicine0@house.example", putBack: true);
        Assert.That(await InvitedAsync(edition), Is.EqualTo((12, 12)), "who is put back can answer now");
    }

    [Test]
    public async Task The_probe_response_leaves_no_trace()
    {
        await OpenedAsync();

        Assert.That(await CountAsync("response") + await CountAsync("answer") + await CountAsync("draft"), Is.Zero);
    }

    [Test]
    public async Task Where_an_answer_would_be_lost_nothing_is_opened_and_the_answer_is_named()
    {
        await LoseAnswersToAsync(item: 5);

        var outcome = await Open.ExecuteAsync(Owner, Survey, Form());

        Assert.That(((LaunchOutcome.ProbeLost)outcome).What, Does.Contain("printing.overall"));
        Assert.That(await CountAsync("edition") + await CountAsync("response") + await CountAsync("survey"), Is.Zero);
        Assert.That(await DeedsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_prepared_edition_whose_probe_is_lost_stays_in_preparation()
    {
        await Prepare.ExecuteAsync(Owner, Survey, Form());
        await LoseAnswersToAsync(item: 5);

        Assert.That(await Open.ExecuteAsync(Owner, Survey, Form()), Is.TypeOf<LaunchOutcome.ProbeLost>());
        Assert.That((await FindAsync(2026)).Status, Is.EqualTo(EditionStatus.Draft));
    }

    [Test]
    public async Task A_prepared_edition_is_frozen_anew_when_it_is_opened_and_keeps_its_people_and_its_link()
    {
        await Prepare.ExecuteAsync(Owner, Survey, Form());
        var draft = await FindAsync(2026);
        await InviteAsync(draft, 12);
        Folder.AddService();

        var edition = await OpenedAsync();

        Assert.That(edition.EditionId, Is.EqualTo(draft.EditionId));
        Assert.That(edition.OpenCode, Is.EqualTo(draft.OpenCode));
        Assert.That(edition.Questionnaire.Services.Select(s => s.Key), Is.EqualTo(["wifi", "printing", "telephony"]));
        Assert.That(await CountAsync("item"), Is.EqualTo(edition.Items.All.Count));
        Assert.That(await CountAsync("invitation"), Is.EqualTo(12));
    }

    [Test]
    public async Task People_in_a_group_that_the_file_no_longer_has_count_as_not_known_there()
    {
        await Prepare.ExecuteAsync(Owner, Survey, Form());
        await InviteAsync(await FindAsync(2026), 12, "medicine");
        await InviteAsync(await FindAsync(2026), 12, "surgery");
        Folder.Change("      - { key: surgery, code: 2, label: { en: Surgery, de: Chirurgie } }", "      - { key: theatre, code: 3, label: { en: Theatre, de: OP } }");

        await OpenedAsync();

        var groups = await Database.ReadAsync((db, _) => db.QueryAsync<string>("select distinct groups || ' ' || kept_groups from invitation order by 1"));
        Assert.That(groups, Is.EquivalentTo(["""{"department":"medicine"} {"department":"medicine"}""", "{} {}"]));
    }

    [Test]
    public async Task Only_one_edition_of_a_survey_is_open_at_a_time()
    {
        await OpenedAsync(2026);

        var outcome = await Open.ExecuteAsync(Owner, Survey, Form(2027));

        Assert.That((outcome as LaunchOutcome.AnotherInTheWay)?.Other.Year, Is.EqualTo(2026));
        Assert.That(await CountAsync("edition"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_form_that_comes_twice_opens_one_edition()
    {
        await OpenedAsync();

        Assert.That(await Open.ExecuteAsync(Owner, Survey, Form()), Is.EqualTo(new LaunchOutcome.Stored(2026)));
        Assert.That(await DeedsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_year_that_is_taken_is_said_and_stays_as_it_is()
    {
        var opened = await BegunAsync();
        var other = await Open.ExecuteAsync(OtherOwner, Survey, Form() with { Closes = "2026-12-11" });
        await Close.ExecuteAsync(Owner, opened);
        var closed = await Open.ExecuteAsync(OtherOwner, Survey, Form());

        Assert.That((other as LaunchOutcome.YearTaken)?.Existing.Status, Is.EqualTo(EditionStatus.Open));
        Assert.That((closed as LaunchOutcome.YearTaken)?.Existing.Status, Is.EqualTo(EditionStatus.Closed));
        Assert.That((await FindAsync(2026)).ClosesOn, Is.EqualTo(new DateOnly(2026, 11, 2)), "the day on which it was closed");
    }

    [Test]
    public async Task Two_owners_who_open_at_once_open_one_edition([Values(2026, 2027)] int otherYear)
    {
        var both = await Task.WhenAll(
            Open.ExecuteAsync(Owner, Survey, Form()), Open.ExecuteAsync(OtherOwner, Survey, Form(otherYear) with { Closes = $"{otherYear}-12-11" }));

        Assert.That(both.Count(o => o is LaunchOutcome.Stored), Is.EqualTo(1));
        Assert.That(await Database.ReadAsync((db, _) => db.QuerySingleAsync<int>("select count(*) from edition where status = 'open'")), Is.EqualTo(1));
        Assert.That(await DeedsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Nobody_to_answer_is_no_edition_to_open()
    {
        await Prepare.ExecuteAsync(Owner, Survey, Form() with { OpenLink = false });

        var refused = await Open.ExecuteAsync(Owner, Survey, Form() with { OpenLink = false });
        Assert.That(((LaunchOutcome.Refused)refused).Problems.Single().Message, Does.StartWith("Nobody could answer"));

        await InviteAsync(await FindAsync(2026), 1);
        Assert.That(await Open.ExecuteAsync(Owner, Survey, Form() with { OpenLink = false }), Is.TypeOf<LaunchOutcome.Stored>());
        Assert.That((await FindAsync(2026)).OpenCode, Is.Null);
    }

    [Test]
    public async Task A_first_or_last_day_that_is_over_is_refused()
    {
        Clock.Now = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);

        var outcome = await Open.ExecuteAsync(Owner, Survey, Form());

        Assert.That(((LaunchOutcome.Refused)outcome).Problems.Select(p => p.Field), Is.EqualTo(["Opens", "Closes"]));
    }

    [Test]
    public async Task A_year_without_any_service_is_refused()
    {
        Folder.Change("provider: it\n  - key: printing", "provider: it\n    active_to: 2026\n  - key: printing");
        Folder.Change("provider: it\nscales:", "provider: it\n    active_to: 2026\nscales:");
        Clock.Now = new(2027, 10, 20, 9, 0, 0, TimeSpan.Zero);

        var outcome = await Open.ExecuteAsync(Owner, Survey, Form(2027));

        Assert.That(((LaunchOutcome.Refused)outcome).Problems.Select(p => p.Message), Has.One.StartsWith("No service is asked about in 2027"));
    }

    [Test]
    public async Task A_file_with_errors_opens_nothing()
    {
        Folder.Spoil();

        Assert.That(await Open.ExecuteAsync(Owner, Survey, Form()), Is.TypeOf<LaunchOutcome.FileHasErrors>());
        Assert.That(await CountAsync("edition"), Is.Zero);
    }

    [Test]
    public async Task Opened_too_early_an_edition_goes_back_into_preparation_while_nobody_has_begun()
    {
        var edition = await OpenedAsync();

        Assert.That(await TakeBack.ExecuteAsync(OtherOwner, edition), Is.TypeOf<TakeBackOutcome.TakenBack>());
        Assert.That((await FindAsync(2026)).Status, Is.EqualTo(EditionStatus.Draft));
        Assert.That(await TakeBack.ExecuteAsync(OtherOwner, edition), Is.TypeOf<TakeBackOutcome.NotOpen>());
        Assert.That(await DeedsAsync(), Is.EqualTo(["olga opened house 2026", "otto took back house 2026"]));
        await OpenedAsync();
    }

    [Test]
    public async Task An_edition_that_somebody_has_answered_cannot_be_taken_back()
    {
        var edition = await OpenedAsync();
        await AnswerAsync(edition, people: 1, code: 3);

        var outcome = await TakeBack.ExecuteAsync(Owner, edition);

        Assert.That(outcome, Is.EqualTo(new TakeBackOutcome.AnswersBegun(1, 0)));
        Assert.That((await FindAsync(2026)).Status, Is.EqualTo(EditionStatus.Open));
    }

    /// <summary>A database that takes the answers to one item and does not keep them.</summary>
    private Task LoseAnswersToAsync(int item) => Database.WriteAsync(async work =>
    {
        foreach (var statement in Dialect.Name == "sqlite"
            ? (string[])[$"create trigger lose before insert on answer when new.item_no = {item} begin select raise(ignore); end"]
            : ["create function lose() returns trigger language plpgsql as 'begin return null; end'",
               $"create trigger lose before insert on answer for each row when (new.item_no = {item}) execute function lose()"])
            await work.ExecuteAsync(statement);
    });

    private async Task TakeAsync(string address, bool putBack) => await new RemovePerson(Database, Audit, Clock).ExecuteAsync(Owner, await FindAsync(2026), address, putBack);

    private async Task<(int OfSurvey, int? InRates)> InvitedAsync(Edition edition) => (
        (await new EditionNumbersStore(Database).OfSurveyAsync(Survey))[edition.EditionId].Invited,
        (await new ParticipationStore(Database, new(Database, Editions, Database.Dialect)).OfAsync(edition))[0].Invited);
}
