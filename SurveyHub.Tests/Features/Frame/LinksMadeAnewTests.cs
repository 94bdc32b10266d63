using SurveyHub.Features.Managing.Preparing;
using SurveyHub.Features.Responding;
using SurveyHub.Responses;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Frame;

/// <summary>What a list made anew means for the people on it: nobody loses an answer, and nobody answers twice.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class LinksMadeAnewTests(TestServer server) : FrameTest(server)
{
    [Test]
    public async Task Whoever_has_not_begun_goes_by_the_new_link_and_the_old_one_is_not_known_any_more()
    {
        var (old, anew) = await AnewAsync(begun: false);

        Assert.That(await Visits.FindAsync(old), Is.Null);
        Assert.That(await StateAsync(anew), Is.EqualTo(VisitState.Answering));
    }

    [Test]
    public async Task Whoever_has_begun_goes_on_by_the_link_they_began_with_however_often_the_list_is_made_anew()
    {
        var (old, _) = await AnewAsync(begun: true);
        var third = (await MakeLinksAsync(anew: 2))!.Secrets.Values.Single();
        await UsedInvitations.ShuffleAsync(Database, Edition.EditionId);

        Assert.That((await Visits.FindAsync(old))!.Draft, Is.Not.Null, "their answers are there");
        Assert.That(await StateAsync(third), Is.EqualTo(VisitState.Answering));
        await SendAsync(old);

        Assert.That((await StateAsync(old), await StateAsync(third)), Is.EqualTo((VisitState.AlreadyAnswered, VisitState.AlreadyAnswered)));
        Assert.That(await DispositionAsync("p0@st-anna.example"), Is.EqualTo("answered"));
    }

    [Test]
    public async Task Whoever_begins_by_both_links_answers_once([Values] bool byTheOldOne)
    {
        var (old, anew) = await AnewAsync(begun: true);
        await BeginAsync(anew);

        await SendAsync(byTheOldOne ? old : anew);
        var second = await Submit.ExecuteAsync(byTheOldOne ? anew : old, null, null);

        Assert.That(second, Is.TypeOf<SubmitOutcome.AlreadyAnswered>());
        Assert.That(await AskAsync<int>("select count(*) from response"), Is.EqualTo(1));
    }

    [Test]
    public async Task Whoever_has_answered_is_told_so_by_either_link()
    {
        await SaveAsync(File(1));
        var old = (await MakeLinksAsync())!.Secrets.Values.Single();
        await BeginAsync(old);
        await SendAsync(old);

        var anew = (await MakeLinksAsync(anew: 1))!.Secrets.Values.Single();

        Assert.That((await StateAsync(old), await StateAsync(anew)), Is.EqualTo((VisitState.AlreadyAnswered, VisitState.AlreadyAnswered)));
        Assert.That(await AskAsync<int>("select count(*) from draft"), Is.Zero);
    }

    [Test]
    public async Task An_edition_with_replaced_links_can_be_discarded()
    {
        await PrepareAsync();
        await AnewAsync(begun: false);

        Assert.That(await new DiscardEdition(Database, Audit).ExecuteAsync(Olga, Edition, withPeople: true), Is.TypeOf<DiscardOutcome.Discarded>());
        Assert.That(await AskAsync<int>("select count(*) from replaced_link"), Is.Zero);
    }

    /// <summary>One person's first link and the one made anew.</summary>
    private async Task<(string Old, string Anew)> AnewAsync(bool begun)
    {
        await SaveAsync(File(1));
        var old = (await MakeLinksAsync())!.Secrets.Values.Single();
        if (begun) await BeginAsync(old);
        return (old, (await MakeLinksAsync(anew: 1))!.Secrets.Values.Single());
    }

    private async Task<VisitState> StateAsync(string link) => (await Visits.FindAsync(link))!.StateOn(new(2026, 11, 2));
}
