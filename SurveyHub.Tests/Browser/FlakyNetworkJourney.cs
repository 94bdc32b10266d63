using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SurveyHub.Tests.Features.Responding;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser;

/// <summary>Wi-Fi that comes and goes: what is tapped is kept, sent once, and never overtaken by something older.</summary>
public sealed class FlakyNetworkJourney : BrowserTest
{
    private OpenEdition _edition = null!;

    protected override Device Device => Device.Phone;

    private string Answering => $"**/s/{_edition.Link}/answer";

    private ILocator State => Page.Locator("[data-state]");

    [SetUp]
    public async Task OpenTheFirstServiceAsync()
    {
        Tolerate("ERR_FAILED");
        Tolerate("ERR_INTERNET_DISCONNECTED");
        Tolerate("409");
        Tolerate("422");
        _edition = await OpenEdition.InAsync(Host, AQuestionnaire.Rich with { Survey = $"s{Guid.NewGuid():N}" });
        await Page.GotoAsync($"/s/{_edition.Link}");
        await Button("Start").ClickAsync();
        await Page.GetByLabel("wifi").CheckAsync();
        await Button("Next").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("wifi");
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    [Test]
    public async Task Every_answer_is_saved_as_it_is_given()
    {
        await Option("Overall", "Good").CheckAsync();

        await Expect(State).ToHaveTextAsync(new Regex(@"^Saved \d\d:\d\d$"));
        Assert.That(await StoredAsync(), Does.Contain("\"wifi.overall\":{\"v\":\"4\""));
    }

    [Test]
    public async Task An_answer_given_before_the_script_has_arrived_is_saved_too()
    {
        var arrives = new TaskCompletionSource();
        await Page.RouteAsync("**/survey*.js", async route =>
        {
            await arrives.Task;
            await route.ContinueAsync();
        });
        await Page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        await Option("Overall", "Good").CheckAsync();
        arrives.SetResult();

        await Expect(State).ToHaveTextAsync(new Regex(@"^Saved \d\d:\d\d$"));
        Assert.That(await StoredAsync(), Does.Contain("\"wifi.overall\":{\"v\":\"4\""));
    }

    [Test]
    public async Task What_could_not_be_sent_is_sent_when_the_network_is_back_and_only_the_last_word_of_each_answer()
    {
        // Noted where they pass: the browser tells of finished requests in an order of its own.
        var sent = new List<string>();
        var isBack = false;
        await Page.RouteAsync(Answering, route =>
        {
            if (!Volatile.Read(ref isBack)) return route.AbortAsync();
            sent.Add(route.Request.PostData!);
            return route.ContinueAsync();
        });
        await Option("Overall", "Good").CheckAsync();
        await Expect(State).ToContainTextAsync("Not saved yet");
        await Option("Overall", "Excellent").CheckAsync();
        await Page.GetByLabel("What could we do better?").Last.FillAsync("Nothing");
        await Page.GetByLabel("What could we do better?").Last.BlurAsync();

        Volatile.Write(ref isBack, true);

        await Expect(State).ToHaveTextAsync(new Regex(@"^Saved \d\d:\d\d$"), new() { Timeout = 20_000 });
        Assert.That(sent.Select(s => Regex.Match(s, "field=([^&]+)&value=([^&]*)").Value), Is.EqualTo(["field=wifi.overall&value=5", "field=wifi.comment&value=Nothing"]));
        Assert.That(await StoredAsync(), Does.Contain("\"wifi.overall\":{\"v\":\"5\"").And.Contain("\"wifi.comment\":{\"v\":\"Nothing\""));
    }

    [Test]
    public async Task Answers_given_without_a_network_outlive_a_reload()
    {
        await Page.RouteAsync(Answering, route => route.AbortAsync());
        await Option("Overall", "Poor").CheckAsync();
        await Page.GetByLabel("What could we do better?").Last.FillAsync("Reach the cellar");
        await Expect(State).ToContainTextAsync("Not saved yet");
        await Page.UnrouteAsync(Answering);

        await Page.ReloadAsync();

        await Expect(Option("Overall", "Poor")).ToBeCheckedAsync(new() { Timeout = 20_000 });
        await Expect(Page.GetByLabel("What could we do better?").Last).ToHaveValueAsync("Reach the cellar");
        Assert.That(await StoredAsync(), Does.Contain("\"wifi.overall\":{\"v\":\"2\"").And.Contain("Reach the cellar"));
    }

    [Test]
    public async Task An_answer_that_waited_here_does_not_undo_one_given_elsewhere_in_the_meantime()
    {
        await Page.RouteAsync(Answering, route => route.AbortAsync());
        await Option("Overall", "Poor").CheckAsync();
        await Expect(State).ToContainTextAsync("Not saved yet");
        var desk = await OpenAsync(Device.Desktop);
        await desk.GotoAsync($"/s/{_edition.Link}/service/wifi");
        await desk.GetByRole(AriaRole.Group, new() { Name = "Overall" }).GetByRole(AriaRole.Radio, new() { Name = "Excellent" }).CheckAsync();
        await Expect(desk.Locator("[data-state]")).ToHaveTextAsync(new Regex("^Saved \\d"));
        await Page.UnrouteAsync(Answering);

        await Page.ReloadAsync();

        await Expect(Page.Locator(".other")).ToContainTextAsync("Excellent");
        await Expect(Option("Overall", "Poor")).ToBeCheckedAsync();
        Assert.That(await StoredAsync(), Does.Contain("\"wifi.overall\":{\"v\":\"5\""));
    }

    [Test]
    public async Task Without_a_network_nobody_is_sent_to_the_browser_s_error_page()
    {
        await Page.Context.SetOfflineAsync(true);
        await Option("Overall", "Good").CheckAsync();
        await Button("Next").ClickAsync();

        await Expect(State).ToContainTextAsync("Offline");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("wifi");

        await Page.Context.SetOfflineAsync(false);
        await Button("Next").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("About you");
        Assert.That(await StoredAsync(), Does.Contain("\"wifi.overall\":{\"v\":\"4\""));
    }

    [Test]
    public async Task A_follow_up_appears_and_goes_at_once()
    {
        var why = Page.GetByLabel("What could we do better?");
        await Expect(why).ToHaveCountAsync(2);
        await Expect(why.First).ToBeHiddenAsync();

        await Option("Overall", "Very poor").CheckAsync();
        await Expect(why.First).ToBeVisibleAsync();
        await why.First.FillAsync("Too slow");
        await Option("Overall", "I cannot judge this").CheckAsync();
        await Expect(why.First).ToBeHiddenAsync();
        await Option("Overall", "Poor").CheckAsync();
        await Expect(why.First).ToHaveValueAsync("Too slow");
        await Button("Next").ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("About you");
        Assert.That(await StoredAsync(), Does.Contain("\"wifi.why\":{\"v\":\"Too slow\""));
    }

    [Test]
    public async Task An_answer_is_taken_back_with_one_tap()
    {
        await Option("Overall", "Good").CheckAsync();
        await Expect(State).ToHaveTextAsync(new Regex(@"^Saved \d"));
        await Question("Overall").GetByRole(AriaRole.Button, new() { Name = "Clear answer" }).ClickAsync();

        await Expect(Option("Overall", "Good")).Not.ToBeCheckedAsync();
        await Expect(Question("Overall").GetByRole(AriaRole.Button, new() { Name = "Clear answer" })).ToBeHiddenAsync();
        await Button("Next").ClickAsync();
        Assert.That(await StoredAsync(), Does.Contain("\"wifi.overall\":{\"v\":\"\""));
    }

    [Test]
    public async Task None_of_these_and_the_others_rule_each_other_out()
    {
        await Page.GotoAsync($"/s/{_edition.Link}/services");
        await Page.GetByLabel("None of these").CheckAsync();
        await Expect(Page.GetByLabel("wifi")).Not.ToBeCheckedAsync();
        await Page.GetByLabel("printing").CheckAsync();

        await Expect(Page.GetByLabel("None of these")).Not.ToBeCheckedAsync();
        await Button("Next").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("printing");
    }

    [Test]
    public async Task The_page_counts_characters_when_few_are_left()
    {
        await Page.GotoAsync($"/s/{_edition.Link}/last");
        var last = Page.GetByLabel("What could we do better?");
        await last.FillAsync(new('x', 100));
        await Expect(Page.GetByText("Characters left")).ToBeHiddenAsync();
        await last.FillAsync(new('x', 9_990));
        await Expect(Page.GetByText("Characters left: 10")).ToBeVisibleAsync();
        await last.FillAsync(new('x', 10_003));
        await Expect(Page.GetByText("Characters too many: 3")).ToBeVisibleAsync();
    }

    private Task<string> StoredAsync() => Host.Database.ReadAsync((db, _) => Dapper.SqlMapper.QuerySingleAsync<string>(db,
        "select answers from draft where edition_id = @EditionId", new { _edition.Edition.EditionId }));

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private ILocator Option(string question, string name) => Question(question).GetByRole(AriaRole.Radio, new() { Name = name, Exact = true });

    private ILocator Question(string text) => Page.GetByRole(AriaRole.Group, new() { Name = text });
}
