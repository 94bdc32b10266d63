using Dapper;
using SurveyHub.Features.Managing.Preparing;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Managing;

/// <summary>No trend line breaks by accident, and none goes on by accident.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class SeriesBreakTests(TestServer server) : ManagingTest(server)
{
    [SetUp]
    public async Task CloseLastYear()
    {
        Clock.Now = new(2025, 10, 20, 9, 0, 0, TimeSpan.Zero);
        await ClosedAsync(2025);
        Clock.Now = new(2026, 10, 20, 9, 0, 0, TimeSpan.Zero);
    }

    [Test]
    public async Task Nothing_changed_is_nothing_to_confirm()
    {
        Assert.That((await NextAsync()).Changes.IsNone);
        await OpenedAsync();

        Assert.That((await FindAsync(2026)).ConfirmedBreaks, Is.Empty);
    }

    [Test]
    public async Task A_break_that_is_not_confirmed_refuses_preparing_and_opening_and_names_its_box()
    {
        Folder.Rescale();
        var box = (await NextAsync()).Changes.Breaks.Single();

        foreach (var outcome in new[] { await Prepare.ExecuteAsync(Owner, Survey, Form()), await Open.ExecuteAsync(Owner, Survey, Form()) })
        {
            var problem = ((LaunchOutcome.Refused)outcome).Problems.Single();
            Assert.That(problem.Field, Is.EqualTo(box.Id));
            Assert.That(problem.Message, Does.Contain(box.Sentence));
        }
        Assert.That(await CountAsync("edition"), Is.EqualTo(1));
    }

    [Test]
    public async Task Breaks_are_confirmed_one_by_one()
    {
        Folder.Rescale();
        Folder.Change("headline: overall_question", "headline: pooled_ratings");
        var boxes = (await NextAsync()).Changes.Breaks;
        Assert.That(boxes, Has.Count.EqualTo(2));

        var one = await Open.ExecuteAsync(Owner, Survey, Form() with { Ticked = [boxes[0].Id] });
        Assert.That(((LaunchOutcome.Refused)one).Problems.Select(p => p.Field), Is.EqualTo([boxes[1].Id]));

        var both = await Open.ExecuteAsync(Owner, Survey, Form() with { Ticked = [boxes[0].Id, boxes[1].Id] });
        Assert.That(both, Is.TypeOf<LaunchOutcome.Stored>());
        Assert.That((await FindAsync(2026)).ConfirmedBreaks, Does.Contain("wifi.overall").And.Contain("overall").And.Contain("headline"));
    }

    [Test]
    public async Task A_box_ticked_for_another_sentence_confirms_nothing()
    {
        Folder.Rescale();
        var box = (await NextAsync()).Changes.Breaks.Single();
        Folder.Change("role: neutral, label", "role: unfavourable, label");

        var outcome = await Open.ExecuteAsync(Owner, Survey, Form() with { Ticked = [box.Id] });

        Assert.That(outcome, Is.TypeOf<LaunchOutcome.Refused>());
    }

    [Test]
    public async Task Another_wording_goes_on_unless_the_owner_says_that_it_is_another_question([Values] bool declared)
    {
        Folder.Change("en: How good is it?", "en: How well does it work?");
        var box = (await NextAsync()).Changes.Questions.Single();

        await Open.ExecuteAsync(Owner, Survey, Form() with { Ticked = declared ? [box.Id] : [] });

        Assert.That((await FindAsync(2026)).ConfirmedBreaks, Is.EquivalentTo(declared ? ["wifi.overall", "printing.overall"] : Array.Empty<string>()));
    }

    [Test]
    public async Task The_same_form_with_other_ticks_is_another_form([Values] bool opening)
    {
        Folder.Change("en: How good is it?", "en: How well does it work?");
        var declared = Form() with { Ticked = [(await NextAsync()).Changes.Questions.Single().Id] };
        Task<LaunchOutcome> SendAsync(EditionForm form) => opening ? Open.ExecuteAsync(Owner, Survey, form) : Prepare.ExecuteAsync(Owner, Survey, form);
        await SendAsync(Form());

        Assert.That(await SendAsync(declared), Is.TypeOf<LaunchOutcome.YearTaken>(), "the declared break is not stored, and nobody is told that it is");
        Assert.That(await SendAsync(Form()), Is.TypeOf<LaunchOutcome.Stored>());
        Assert.That((await FindAsync(2026)).ConfirmedBreaks, Is.Empty);
    }

    [Test]
    public async Task What_was_confirmed_when_preparing_is_ticked_when_opening_and_what_came_since_is_not()
    {
        Folder.Rescale();
        var confirmed = (await NextAsync()).Changes.Breaks.Single();
        await Prepare.ExecuteAsync(Owner, Survey, Form() with { Ticked = [confirmed.Id] });
        Assert.That((await NextAsync()).TickedBefore, Is.EqualTo([confirmed.Id]));

        Folder.Change("headline: overall_question", "headline: pooled_ratings");
        var next = await NextAsync();

        Assert.That(next.TickedBefore, Is.EqualTo([confirmed.Id]));
        Assert.That(next.Changes.Breaks.Select(b => b.Id).Except(next.TickedBefore), Has.Exactly(1).Items);
    }

    [Test]
    public async Task The_log_says_how_many_breaks_were_confirmed()
    {
        Folder.Rescale();
        var box = (await NextAsync()).Changes.Breaks.Single();

        await Open.ExecuteAsync(Owner, Survey, Form() with { Ticked = [box.Id] });

        var details = await Database.ReadAsync((db, _) => db.QueryAsync<string>("select detail from audit_entry where verb = 'opened' order by entry_no"));
        Assert.That(details.Last(), Does.Contain("1 break confirmed"));
    }

    private async Task<NextEdition> NextAsync() => (await Next.ExecuteAsync(Survey, 2026))!.Next!;
}
