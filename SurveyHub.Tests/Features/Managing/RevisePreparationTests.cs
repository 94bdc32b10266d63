using SurveyHub.Features.Managing.Preparing;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Managing;

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class RevisePreparationTests(TestServer server) : ManagingTest(server)
{
    private RevisePreparation Revise => new(Store, Writer, Audit);

    [SetUp]
    public async Task PrepareAnEdition() => await Prepare.ExecuteAsync(Owner, Survey, Form());

    [Test]
    public async Task A_prepared_edition_takes_over_other_days_and_what_the_file_says_now()
    {
        var before = await FindAsync(2026);
        Folder.AddService();
        Assert.That((await Read.ExecuteAsync(Survey))!.FileHasChanged);

        var outcome = await Revise.ExecuteAsync(OtherOwner, Survey, Form() with { Closes = "2026-12-11", OpenLink = false });

        Assert.That(outcome, Is.EqualTo(new LaunchOutcome.Stored(2026)));
        var after = await FindAsync(2026);
        Assert.That((after.EditionId, after.Status, after.ClosesOn, after.OpenCode), Is.EqualTo((before.EditionId, EditionStatus.Draft, new DateOnly(2026, 12, 11), (string?)null)));
        Assert.That(after.Items.MainRatings.Select(i => i.Service), Is.EqualTo(["wifi", "printing", "telephony"]));
        Assert.That((await Read.ExecuteAsync(Survey))!.FileHasChanged, Is.False);
        Assert.That(await DeedsAsync(), Is.EqualTo(["olga prepared house 2026", "otto revised house 2026"]));
    }

    [Test]
    public async Task What_preparing_would_refuse_revising_refuses_too()
    {
        var outcome = await Revise.ExecuteAsync(Owner, Survey, Form() with { Closes = "2026-11-01" });

        Assert.That(((LaunchOutcome.Refused)outcome).Problems.Single().Field, Is.EqualTo("Closes"));
    }

    [Test]
    public async Task An_edition_opened_meanwhile_is_not_touched()
    {
        var opened = await OpenedAsync();
        Folder.AddService();

        Assert.That(await Revise.ExecuteAsync(Owner, Survey, Form() with { Closes = "2026-12-11" }), Is.TypeOf<LaunchOutcome.YearTaken>());
        Assert.That((await FindAsync(2026)).QuestionnaireSha256, Is.EqualTo(opened.QuestionnaireSha256));
        Assert.That((await FindAsync(2026)).ClosesOn, Is.EqualTo(opened.ClosesOn));
    }

    [Test]
    public async Task An_edition_discarded_meanwhile_is_told_and_leaves_nothing_behind()
    {
        await new DiscardEdition(Database, Audit).ExecuteAsync(OtherOwner, await FindAsync(2026), withPeople: false);

        Assert.That(await Revise.ExecuteAsync(Owner, Survey, Form()), Is.TypeOf<LaunchOutcome.Gone>());
        Assert.That(await CountAsync("survey"), Is.Zero);
    }
}
