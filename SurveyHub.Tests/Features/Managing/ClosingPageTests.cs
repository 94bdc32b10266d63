using System.Net;
using SurveyHub.Editions;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Features.Reporting;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Managing;

/// <summary>What the owner is told before an edition is closed.</summary>
public sealed class ClosingPageTests
{
    private const string Survey = SurveyFolder.Survey;

    private SurveyFolder _folder = null!;
    private SurveyHubHost _host = null!;
    private HttpClient _owner = null!;

    [SetUp]
    public async Task Start()
    {
        _folder = new();
        _host = await SurveyHubHost.StartAsync(new()
        {
            Now = new(2026, 10, 20, 9, 0, 0, TimeSpan.Zero),
            Configuration = new Dictionary<string, string> { ["SurveyHub:SurveysDirectory"] = _folder.Path },
        });
        _owner = await _host.SignInAsync(People.Owner);
    }

    [TearDown]
    public async Task Stop()
    {
        _owner.Dispose();
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task Before_its_first_day_closing_is_refused_and_what_undoes_the_opening_is_offered()
    {
        await OpenAsync();
        Assert.That(HtmlTables.Text(await _owner.ReadAsync(Urls.Manage(Survey))), Does.Contain("From 2 Nov 2026 on; until then the opening can be undone.").And.Not.Contain("Close 2026…"));
        Assert.That(await _owner.ReadAsync(Urls.CloseEdition(Survey, 2026)),
            Does.Contain("2026 cannot be closed yet: its first day is 2 Nov 2026").And.Contain($"href=\"{Urls.TakeBackEdition(Survey, 2026)}\"").And.Not.Contain("<button class=\"btn"));

        using var answer = await _owner.SubmitAsync(Urls.CloseEdition(Survey, 2026), "edition");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var refused = HtmlTables.Text(await answer.Content.ReadAsStringAsync());
        Assert.That(refused, Does.Contain("2026 cannot be closed before its first day."));
        Assert.That(refused.Split("2026 cannot be closed yet").Length - 1, Is.EqualTo(1), "why stands on the page once");
        await AssertGoesOnAsync(_owner.SubmitAsync(Urls.TakeBackEdition(Survey, 2026), "edition"));
        await AssertGoesOnAsync(_owner.SubmitAsync(Urls.DiscardEdition(Survey, 2026), "edition"));
        Assert.That(await _owner.ReadAsync(Urls.Manage(Survey)), Does.Contain("Prepare 2026"));
    }

    [Test]
    public async Task Closing_what_nobody_has_answered_is_possible_and_what_comes_of_it_is_said()
    {
        await OpenAsync(opens: "2026-10-20");

        Assert.That(await _owner.ReadAsync(Urls.CloseEdition(Survey, 2026)),
            Does.Contain("Nobody has begun to answer 2026.").And.Contain($"href=\"{Urls.TakeBackEdition(Survey, 2026)}\"").And.Contain("Close 2026 and compute the results"));
    }

    [Test]
    public async Task Closing_tells_how_many_have_begun_and_are_not_counted()
    {
        await OpenAsync(opens: "2026-10-20");
        var edition = await FindAsync();
        await _host.Database.WriteAsync(work => work.ExecuteAsync(
            "insert into draft (draft_id, edition_id, status, answers, version, touched_on) values (@id, @EditionId, 'open', '{}', 1, @OpensOn)",
            new { id = new byte[] { 1 }, edition.EditionId, edition.OpensOn }));

        Assert.That(await _owner.ReadAsync(Urls.CloseEdition(Survey, 2026)), Does.Contain("1 person has begun and not sent their answers"));
    }

    private async Task OpenAsync(string opens = "2026-11-02") => await AssertGoesOnAsync(
        _owner.SubmitAsync(Urls.NextEdition(Survey), "edition", ("Opens", opens), ("Closes", "2026-11-27"), ("OpenLink", "true"), ("Act", "open")));

    private static async Task AssertGoesOnAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect).Or.EqualTo(HttpStatusCode.SeeOther), WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        Assert.That(answer.Headers.Location?.OriginalString, Does.Contain($"{Urls.Manage(Survey)}?done="));
    }

    private async Task<Edition> FindAsync() => (await _host.WithAsync((EditionStore editions) => editions.FindAsync(Survey, 2026)))!;
}
