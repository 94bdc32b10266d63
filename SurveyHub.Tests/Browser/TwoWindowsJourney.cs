using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SurveyHub.Tests.Features.Responding;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser;

/// <summary>One page in two windows with script: what the one has saved, the other shows and does not overwrite.</summary>
public sealed class TwoWindowsJourney : BrowserTest
{
    private OpenEdition _edition = null!;
    private IPage _other = null!;

    protected override Device Device => Device.Phone;

    private ILocator State => Page.Locator("[data-state]");

    private ILocator Comment => CommentOf(Page);

    [SetUp]
    public async Task OpenTheSamePageTwiceAsync()
    {
        Tolerate("409");
        Tolerate("422");
        Tolerate("ERR_FAILED");
        _edition = await OpenEdition.InAsync(Host, AQuestionnaire.Rich with { Survey = $"s{Guid.NewGuid():N}" });
        await Page.GotoAsync($"/s/{_edition.Link}");
        await Page.Locator(".foot .wide").ClickAsync();
        await Expect(State).ToBeEmptyAsync();
        await Page.GetByLabel("wifi").CheckAsync();
        await Page.Locator(".foot .wide").ClickAsync();
        await Expect(Heading(Page)).ToHaveTextAsync("wifi");
        _other = await OpenAsync(Device.Desktop);
        await _other.GotoAsync($"/s/{_edition.Link}/service/wifi");
        await CommentOf(_other).FillAsync("Written there");
        await Rating(_other, "Excellent").CheckAsync();
        await Expect(_other.Locator("[data-state]")).ToHaveTextAsync(new Regex(@"^Saved \d\d:\d\d$"));
        await Expect(State).ToHaveTextAsync(new Regex("^Saved"));
    }

    [Test]
    public async Task A_rating_changed_there_is_shown_and_can_be_taken()
    {
        await Rating(Page, "Poor").CheckAsync();

        var note = Question(Page).Locator(".other");
        await Expect(note).ToContainTextAsync("changed in another window");
        await Expect(note).ToContainTextAsync("Excellent");
        await Expect(State).ToContainTextAsync("changed in another window");
        await Page.AssertIsFitForEverybodyAsync();
        await note.GetByRole(AriaRole.Button, new() { Name = "Use that answer" }).ClickAsync();

        await Expect(Rating(Page, "Excellent")).ToBeCheckedAsync();
        await Expect(Page.Locator(".other")).ToHaveCountAsync(0);
        await Expect(State).ToHaveTextAsync(new Regex("^Saved"));
        Assert.That(await StoredAsync(), Does.Contain("\"wifi.overall\":{\"v\":\"5\""));
    }

    [Test]
    public async Task Words_written_in_both_stand_beside_each_other_and_one_s_own_can_be_kept()
    {
        await Comment.FillAsync("Written here");

        await Expect(Page.Locator(".other")).ToContainTextAsync("Written there");
        await Expect(Comment).ToHaveValueAsync("Written here");
        await Comment.FillAsync("Written here, and more");
        await Rating(Page, "Excellent").CheckAsync();
        await Page.WaitForTimeoutAsync(1_500);
        await Expect(State).ToContainTextAsync("changed in another window");
        Assert.That(await StoredAsync(), Does.Contain("Written there"));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Keep what stands here" }).ClickAsync();

        await Expect(Page.Locator(".other")).ToHaveCountAsync(0);
        await Expect(Comment).ToHaveValueAsync("Written here, and more");
        Assert.That(await StoredAsync(), Does.Contain("Written here, and more"));
    }

    [Test]
    public async Task Going_on_without_choosing_asks_first()
    {
        await Comment.FillAsync("Written here");
        await Page.Locator(".foot .wide").ClickAsync();

        await Expect(Page.Locator(".problems")).ToBeFocusedAsync();
        await Expect(Page.Locator(".other")).ToContainTextAsync("Written there");
        await Expect(Comment).ToHaveValueAsync("Written here");
        await Page.AssertIsFitForEverybodyAsync();
        await Page.Locator(".foot .wide").ClickAsync();
        await Expect(Heading(Page)).ToHaveTextAsync("About you");
        Assert.That(await StoredAsync(), Does.Contain("Written here"));
    }

    [Test]
    public async Task What_waited_here_for_a_network_is_still_here_after_a_reload()
    {
        await Page.RouteAsync("**/answer", route => route.AbortAsync());
        await Comment.FillAsync("Written in the cellar");
        await Expect(State).ToContainTextAsync("Not saved yet");
        await Page.UnrouteAsync("**/answer");

        await Page.ReloadAsync();

        await Expect(Page.Locator(".other")).ToContainTextAsync("Written there");
        await Expect(Comment).ToHaveValueAsync("Written in the cellar");
    }

    [Test]
    public async Task One_window_alone_is_never_told_of_another_however_slow_its_network()
    {
        await _other.CloseAsync();
        await Page.ReloadAsync();
        await Page.RouteAsync("**/answer", async route =>
        {
            var answer = await route.FetchAsync();
            await Task.Delay(700);
            await route.FulfillAsync(new() { Response = answer });
        });
        await Rating(Page, "Poor").CheckAsync();
        await Rating(Page, "Good").CheckAsync();
        await Comment.FillAsync("One");
        await Page.WaitForTimeoutAsync(1_200);
        await Comment.FillAsync("One and two");
        await Page.Locator(".foot .wide").ClickAsync();

        await Expect(Heading(Page)).ToHaveTextAsync("About you");
        Assert.That(await StoredAsync(), Does.Contain("\"wifi.overall\":{\"v\":\"4\"").And.Contain("One and two"));
    }

    private Task<string> StoredAsync() => Host.Database.ReadAsync((db, _) => Dapper.SqlMapper.QuerySingleAsync<string>(db,
        "select answers from draft where edition_id = @EditionId", new { _edition.Edition.EditionId }));

    private static ILocator Heading(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static ILocator Question(IPage page) => page.GetByRole(AriaRole.Group, new() { Name = "Overall" });

    private static ILocator Rating(IPage page, string name) => Question(page).GetByRole(AriaRole.Radio, new() { Name = name, Exact = true });

    private static ILocator CommentOf(IPage page) => page.GetByLabel("What could we do better?").Last;
}
