using System.Security.Claims;
using Microsoft.Playwright;
using SurveyHub.Editions;
using SurveyHub.Features.Managing.Opening;
using SurveyHub.Features.Managing.Running;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Features.Managing;
using SurveyHub.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser;

/// <summary>Last year's edition is closed, the scale has changed; the owner opens the next one, and closes it.</summary>
public sealed class OwnerOpensEditionJourney : BrowserTest
{
    private const string Survey = SurveyFolder.Survey;

    private readonly SurveyFolder _folder = new();

    protected override HostSettings Settings => new()
    {
        Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero),
        Configuration = new Dictionary<string, string> { ["SurveyHub:SurveysDirectory"] = _folder.Path },
    };

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Dispose();

    [SetUp]
    public async Task CloseLastYear()
    {
        await Host.Database.WriteAsync(async work =>
        {
            foreach (var table in (string[])["report_table", "comment_part", "comment", "comment_level", "edition_count", "joint_tally", "pair_tally", "tally", "draft", "item", "edition"]) await work.ExecuteAsync($"delete from {table}");
        });
        _folder.Reset();
        var owner = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, People.Owner.SignInName)], "test"));
        Host.Clock.Now = new(2025, 11, 3, 9, 0, 0, TimeSpan.Zero);
        await Host.WithAsync((OpenEdition open) => open.ExecuteAsync(owner, Survey, new() { Year = 2025, Opens = "2025-11-03", Closes = "2025-11-28", OpenLink = true }));
        await Host.WithAsync(async (CloseEdition close) => await close.ExecuteAsync(owner, (await FindAsync(2025))!));
        Host.Clock.Now = Settings.Now;
        _folder.Rescale();
        // Chromium calls a form answered 422 a failure to load.
        Tolerate("422");
    }

    private static IEnumerable<Device> Devices => [Device.Desktop, Device.Phone.WithoutScript];

    [TestCaseSource(nameof(Devices))]
    public async Task The_owner_confirms_the_break_opens_the_edition_and_closes_it(Device device)
    {
        var page = await OpenAsync(device);
        await page.SignInAsync(Host, People.Owner);
        await page.GotoAsync(Urls.Manage(Survey));
        await AssertIsFitAsync(page, device);

        await page.GetByRole(AriaRole.Link, new() { Name = "Prepare 2026…" }).First.ClickAsync();
        var box = page.GetByRole(AriaRole.Checkbox, new() { Name = "measures something else" });
        await Expect(box).ToBeVisibleAsync();
        await AssertIsFitAsync(page, device);
        await page.GetByLabel("One open link").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Prepare 2026" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Confirm the break");
        await Expect(page.GetByLabel("One open link")).ToBeCheckedAsync();
        await AssertIsFitAsync(page, device);

        await box.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Prepare 2026" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("2026 is prepared");
        await Expect(page.GetByText("1 break in the series, confirmed when it was prepared")).ToBeVisibleAsync();
        await AssertIsFitAsync(page, device);

        await page.GetByRole(AriaRole.Link, new() { Name = "Open 2026…" }).First.ClickAsync();
        await Expect(box).ToBeCheckedAsync();
        await AssertIsFitAsync(page, device);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open 2026" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("2026 is open");
        await Expect(page.GetByText("Open until 27 Nov 2026").First).ToBeVisibleAsync();
        await AssertIsFitAsync(page, device);
        Assert.That((await FindAsync(2026))!.ConfirmedBreaks, Does.Contain("wifi.overall"));
        await AssertCustomersCanAnswerAsync(await page.GetByLabel("Whoever has this address").InputValueAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "Close 2026…" }).ClickAsync();
        await Expect(page.GetByText("There will be no figures")).ToBeVisibleAsync();
        await AssertIsFitAsync(page, device);
        await page.GetByRole(AriaRole.Button, new() { Name = "Close 2026" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("2026 is closed");
        Assert.That((await FindAsync(2026))!.Status, Is.EqualTo(EditionStatus.Closed));
    }

    [Test]
    public async Task The_pages_that_change_an_open_edition_are_fit_for_everybody_and_the_link_is_copied()
    {
        await Page.SignInAsync(Host, People.Owner);
        await Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        _folder.Reset();
        await Page.GotoAsync(Urls.NextEdition(Survey));
        await Page.GetByLabel("One open link").CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Open 2026 now" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        Assert.That(await Page.EvaluateAsync<string>("navigator.clipboard.readText()"), Does.EndWith($"/s/{(await FindAsync(2026))!.OpenCode}"));

        foreach (var address in new[] { Urls.ExtendEdition(Survey, 2026), Urls.OpenLink(Survey, 2026), Urls.TakeBackEdition(Survey, 2026), Urls.ReopenEdition(Survey, 2025), Urls.DiscardEdition(Survey, 2026) })
        {
            await Page.GotoAsync(address);
            await Page.AssertIsFitForEverybodyAsync();
        }
    }

    private async Task AssertCustomersCanAnswerAsync(string address)
    {
        var customer = await OpenAsync(Device.Phone);
        await customer.GotoAsync(address);
        await Expect(customer.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Services of the house");
    }

    /// <summary>Axe is a script itself: without script there is only the width to look at.</summary>
    private static Task AssertIsFitAsync(IPage page, Device device) => device.HasScript ? page.AssertIsFitForEverybodyAsync() : Task.CompletedTask;

    private Task<Edition?> FindAsync(int year) => Host.WithAsync((EditionStore editions) => editions.FindAsync(Survey, year));
}
