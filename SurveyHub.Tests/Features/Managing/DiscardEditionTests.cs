using SurveyHub.Features.Managing.Opening;
using SurveyHub.Features.Managing.Preparing;
using SurveyHub.Features.Managing.Running;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Managing;

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class DiscardEditionTests(TestServer server) : ManagingTest(server)
{
    private DiscardEdition Discard => new(Database, Audit);

    [Test]
    public async Task A_prepared_edition_is_discarded_and_can_be_prepared_again()
    {
        var draft = await PreparedAsync();

        Assert.That(await Discard.ExecuteAsync(Owner, draft, withPeople: false), Is.TypeOf<DiscardOutcome.Discarded>());

        Assert.That(await CountAsync("edition") + await CountAsync("item") + await CountAsync("survey"), Is.Zero);
        Assert.That(await Prepare.ExecuteAsync(Owner, Survey, Form()), Is.TypeOf<LaunchOutcome.Stored>());
        Assert.That(await DeedsAsync(), Is.EqualTo(["olga prepared house 2026", "olga discarded house 2026", "olga prepared house 2026"]));
    }

    [Test]
    public async Task Its_list_of_people_goes_only_when_the_owner_says_so()
    {
        var draft = await PreparedAsync();
        await InviteAsync(draft, 12);

        Assert.That(await Discard.ExecuteAsync(Owner, draft, withPeople: false), Is.EqualTo(new DiscardOutcome.PeopleListed(12)));
        Assert.That(await CountAsync("invitation"), Is.EqualTo(12));

        Assert.That(await Discard.ExecuteAsync(Owner, draft, withPeople: true), Is.TypeOf<DiscardOutcome.Discarded>());
        Assert.That(await CountAsync("invitation"), Is.Zero);
    }

    [Test]
    public async Task An_edition_that_was_opened_is_never_discarded()
    {
        var edition = await OpenedAsync();

        Assert.That(await Discard.ExecuteAsync(Owner, edition, withPeople: true), Is.TypeOf<DiscardOutcome.NotInPreparation>());
        Assert.That(await CountAsync("edition"), Is.EqualTo(1));
    }

    [Test]
    public async Task Closed_reopened_and_taken_back_without_an_answer_it_is_a_prepared_edition_like_any_other()
    {
        await ClosedAsync(2026);
        Assert.That(await Reopen.ExecuteAsync(Owner, await FindAsync(2026), "2026-12-01"), Is.TypeOf<ReopenOutcome.Reopened>());
        Assert.That(await TakeBack.ExecuteAsync(Owner, await FindAsync(2026)), Is.TypeOf<TakeBackOutcome.TakenBack>());
        Assert.That(await CountAsync("edition_count") + await CountAsync("tally") + await CountAsync("report_table"), Is.Zero, "what closing counted");

        Assert.That(await Discard.ExecuteAsync(Owner, await FindAsync(2026), withPeople: false), Is.TypeOf<DiscardOutcome.Discarded>());
        Assert.That(await CountAsync("edition"), Is.Zero);
    }

    private async Task<Edition> PreparedAsync()
    {
        await Prepare.ExecuteAsync(Owner, Survey, Form());
        return await FindAsync(2026);
    }
}
