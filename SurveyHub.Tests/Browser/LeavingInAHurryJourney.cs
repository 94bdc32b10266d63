using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SurveyHub.Tests.Features.Responding;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser;

/// <summary>Typed, and the tab is gone within the second: the ward calls. The answers are there all the same.</summary>
public sealed class LeavingInAHurryJourney : BrowserTest
{
    private static readonly TimeSpan Far = TimeSpan.FromMilliseconds(300);

    private OpenEdition _edition = null!;
    private SlowNetwork? _network;

    protected override Device Device => Device.Phone;

    private ILocator Comment => Page.GetByLabel("What could we do better?");

    [SetUp]
    public async Task OpenTheLastQuestionsAsync()
    {
        _edition = await OpenEdition.InAsync(Host, AQuestionnaire.Rich with { Survey = $"s{Guid.NewGuid():N}" });
        _network = new(Host.Address, Far);
        await Page.Clock.InstallAsync();
        await Page.GotoAsync($"{_network.Address}s/{_edition.Link}");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Page.GotoAsync($"{_network.Address}s/{_edition.Link}/last");
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    [TearDown]
    public async Task GoHome()
    {
        if (_network is not null) await _network.DisposeAsync();
    }

    [Test]
    public async Task What_was_typed_just_before_the_tab_closes_is_saved()
    {
        await StopTheClockAsync();
        await Comment.FillAsync("The ward is calling.");

        await Page.CloseAsync();

        await Assert.ThatAsync(StoredAsync, Does.Contain("The ward is calling.").After(5).Seconds.PollEvery(100));
    }

    [Test]
    public async Task So_are_answers_that_waited_for_an_earlier_one_to_arrive()
    {
        await StopTheClockAsync();
        await Option("All in all?", "Good").CheckAsync();
        await Option("Again next year?", "yes").CheckAsync();
        await Option("All in all?", "Poor").CheckAsync();
        await Comment.FillAsync("The ward is calling.");

        await Page.CloseAsync();

        await Assert.ThatAsync(StoredAsync,
            Does.Contain("The ward is calling.").And.Contain("\"again\":{\"v\":\"yes\"").And.Contain("\"overall\":{\"v\":\"2\"").After(5).Seconds.PollEvery(100));
    }

    [Test]
    public async Task The_longest_comment_of_any_script_is_saved_while_the_page_is_there([Values("x", "ж", "語")] string letter)
    {
        var all = new string(letter[0], 10_000);
        await Comment.FillAsync(all);

        await Expect(Page.Locator("output")).ToHaveTextAsync(new Regex(@"^Saved \d\d:\d\d$"));
        Assert.That(await CommentAsync(), Is.EqualTo(all));
    }

    [Test]
    public async Task And_when_the_tab_closes_in_every_script_of_two_bytes_a_letter([Values("x", "ж")] string letter)
    {
        var all = new string(letter[0], 10_000);
        await StopTheClockAsync();
        await Comment.FillAsync(all);

        await Page.CloseAsync();

        await Assert.ThatAsync(CommentAsync, Is.EqualTo(all).After(5).Seconds.PollEvery(100));
    }

    [Test]
    public async Task A_telephone_that_puts_the_page_aside_has_saved_it()
    {
        await StopTheClockAsync();
        await Comment.FillAsync("The ward is calling.");

        await Page.EvaluateAsync("() => { Object.defineProperty(document, 'hidden', { get: () => true }); document.dispatchEvent(new Event('visibilitychange', { bubbles: true })); }");

        await Expect(Page.Locator("output")).ToHaveTextAsync(new Regex(@"^Saved \d\d:\d\d$"));
        Assert.That(await StoredAsync(), Does.Contain("The ward is calling."));
    }

    /// <summary>The second after which what was typed is saved anyhow does not pass: what is stored now was sent because somebody left.</summary>
    private Task StopTheClockAsync() => Page.Clock.PauseAtAsync(DateTime.UtcNow.AddHours(1));

    private async Task<string?> CommentAsync()
    {
        using var answers = System.Text.Json.JsonDocument.Parse(await StoredAsync());
        return answers.RootElement.TryGetProperty("last", out var comment) ? comment.GetProperty("v").GetString() : null;
    }

    private async Task<string> StoredAsync() => await Host.Database.ReadAsync((db, _) => Dapper.SqlMapper.QuerySingleAsync<string>(db,
        "select answers from draft where edition_id = @EditionId", new { _edition.Edition.EditionId }));

    private ILocator Option(string question, string name) =>
        Page.GetByRole(AriaRole.Group, new() { Name = question }).GetByRole(AriaRole.Radio, new() { Name = name, Exact = true });
}
