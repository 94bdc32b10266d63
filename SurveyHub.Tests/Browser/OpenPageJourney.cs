using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SurveyHub.Tests.Features.Responding;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser;

/// <summary>A page of questions that stays open: it loses nothing that was typed, promises nothing that is not so, and stays where it is.</summary>
public sealed class OpenPageJourney : BrowserTest
{
    private OpenEdition _edition = null!;

    protected override Device Device => Device.Phone;

    private ILocator State => Page.Locator("output");

    private ILocator Comment => Page.GetByLabel("What could we do better?").Last;

    [SetUp]
    public async Task OpenTheFirstServiceAsync()
    {
        foreach (var status in new[] { "410", "409", "422", "ERR_FAILED" }) Tolerate(status);
        _edition = await OpenEdition.InAsync(Host, AQuestionnaire.Rich with { Survey = $"s{Guid.NewGuid():N}" });
        await Page.GotoAsync($"/s/{_edition.Link}");
        await Page.Locator(".foot button").ClickAsync();
        await Page.GetByLabel("wifi").CheckAsync();
        await NextAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("wifi");
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    [Test]
    public async Task A_text_that_was_refused_is_still_there_after_a_reload_with_the_reason()
    {
        var text = $"Far too long: {new string('x', 2_000)}";
        await Comment.FillAsync(text);
        await Expect(State).ToContainTextAsync("Please shorten");
        await Rating("Good").CheckAsync();

        await Page.ReloadAsync();

        await Expect(Comment).ToHaveValueAsync(text);
        await Expect(State).ToContainTextAsync("Please shorten");
        await Expect(Rating("Good")).ToBeCheckedAsync();
        await Comment.FillAsync("Short");
        await Expect(State).ToHaveTextAsync(new Regex(@"^Saved \d"));
        Assert.That(await StoredAsync(), Does.Contain("\"wifi.overall\":{\"v\":\"4\"").And.Contain("\"wifi.comment\":{\"v\":\"Short\""));
    }

    [Test]
    public async Task A_text_that_was_refused_is_still_there_after_next_and_the_browser_s_way_back()
    {
        var text = new string('x', 2_001);
        await Comment.FillAsync(text);
        await NextAsync();
        await Expect(Page.Locator(".problems")).ToBeVisibleAsync();

        await Page.GoBackAsync();

        await Expect(Comment).ToHaveValueAsync(text);
        await Expect(State).ToContainTextAsync("Please shorten");
    }

    [Test]
    public async Task What_could_not_be_sent_is_in_its_field_at_once_after_a_reload()
    {
        await Comment.FillAsync("Before");
        await Expect(State).ToHaveTextAsync(new Regex(@"^Saved \d"));
        await Page.RouteAsync("**/answer", route => route.AbortAsync());
        await Comment.FillAsync("After");
        await Rating("Poor").CheckAsync();
        await Expect(State).ToContainTextAsync("Not saved yet");

        await Page.ReloadAsync();

        await Expect(Comment).ToHaveValueAsync("After");
        await Expect(Rating("Poor")).ToBeCheckedAsync();
        await Expect(State).ToContainTextAsync("Not saved yet");
    }

    [Test]
    public async Task What_was_typed_after_a_reply_was_lost_outlives_a_reload()
    {
        await Page.RouteAsync("**/answer", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await Comment.FillAsync("First");
        await Expect(State).ToContainTextAsync("Not saved yet");
        await Page.UnrouteAsync("**/answer");
        await Page.RouteAsync("**/answer", route => route.AbortAsync());
        await Comment.FillAsync("First and second");
        await Comment.BlurAsync();
        await Page.ReloadAsync();
        await Page.UnrouteAsync("**/answer");

        await Expect(State).ToHaveTextAsync(new Regex(@"^Saved \d"), new() { Timeout = 20_000 });
        await Expect(Comment).ToHaveValueAsync("First and second");
        Assert.That(await StoredAsync(), Does.Contain("First and second"));
    }

    [Test]
    public async Task Once_the_survey_is_closed_the_page_says_so_and_goes_on_saying_so()
    {
        await _edition.CloseAsync();
        await Comment.FillAsync("Too late");
        await Expect(State).ToContainTextAsync("No more answers are accepted");

        await Comment.FillAsync("Far too late");

        await Expect(State).ToContainTextAsync("what you enter now is not saved");
        await NextAsync();
        await Expect(Page.Locator("blockquote")).ToHaveTextAsync("Far too late");
        await Page.AssertIsFitForEverybodyAsync();
    }

    [Test]
    public async Task Once_the_answers_are_sent_elsewhere_the_page_says_so()
    {
        await Customer.Of(Host).AnswerAndSendAsync(_edition.Link, ("overall", "4"));

        await Comment.FillAsync("One more thing");

        await Expect(State).ToContainTextAsync("Your answers have been sent");
    }

    [Test]
    public async Task An_answer_moves_nothing_away_from_under_the_thumb()
    {
        var next = Question("How reliable is it?");
        var before = (await next.BoundingBoxAsync())!.Y;
        await Rating("Good").CheckAsync();
        Assert.That((await next.BoundingBoxAsync())!.Y, Is.EqualTo(before), "as it is tapped");

        await Expect(State).ToHaveTextAsync(new Regex(@"^Saved \d"));
        Assert.That((await next.BoundingBoxAsync())!.Y, Is.EqualTo(before), "when it is stored");
    }

    [Test]
    public async Task A_missing_answer_that_is_given_is_no_longer_asked_for()
    {
        await NextAsync();
        await NextAsync();
        await NextAsync();
        var asked = Question("All in all?");
        await Expect(asked.Locator(".problem")).ToBeVisibleAsync();

        await asked.GetByLabel("Good", new() { Exact = true }).CheckAsync();

        await Expect(asked.Locator(".problem")).ToBeHiddenAsync();
    }

    private Task NextAsync() => Page.Locator(".foot .wide").ClickAsync();

    private Task<string> StoredAsync() => Host.Database.ReadAsync((db, _) => Dapper.SqlMapper.QuerySingleAsync<string>(db,
        "select answers from draft where edition_id = @EditionId", new { _edition.Edition.EditionId }));

    private ILocator Rating(string name) => Question("Overall").GetByRole(AriaRole.Radio, new() { Name = name, Exact = true });

    private ILocator Question(string text) => Page.GetByRole(AriaRole.Group, new() { Name = text });
}
