using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser.Live;

/// <summary>The administrator looks up who did what, and takes exactly that away as a file.</summary>
public sealed class AdministratorReadsAuditJourney : BrowserTest
{
    private static IEnumerable<Device> Devices => [Device.Desktop, Device.Phone];

    private ILocator Grid => Page.GetByRole(AriaRole.Grid);

    protected override async Task ArrangeAsync()
    {
        var log = Host.Services.GetRequiredService<AuditLog>();
        for (var n = 0; n < 60; n++) await log.RecordAsync("carl", "downloaded", string.Create(CultureInfo.InvariantCulture, $"report {n}"));
        await log.RecordAsync("olga", "opened", "internal 2026", "closes 2026-11-30");
        Host.Clock.Advance(TimeSpan.FromDays(1));
        await log.RecordAsync("olga", "closed", "internal 2026");
    }

    [SetUp]
    public async Task OpenTheLog()
    {
        await Page.SignInAsync(Host, People.Administrator);
        await Page.GotoAsync(Urls.Audit);
        await Expect(Grid).ToBeVisibleAsync();
    }

    [Test]
    public async Task The_log_is_filtered_by_person_deed_and_days_and_the_file_follows()
    {
        await Page.GetByLabel("Who").FillAsync("olga");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByText("Page 1 of 1 · 2 lines")).ToBeVisibleAsync();

        await Page.GetByLabel("Until", new() { Exact = true }).FillAsync("2026-11-02");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByText("Page 1 of 1 · 1 line")).ToBeVisibleAsync();
        await Expect(Grid).ToContainTextAsync("opened internal 2026");
        await Expect(Grid).Not.ToContainTextAsync("closed internal 2026");
        await Expect(Page).ToHaveURLAsync(new Regex("/audit\\?who=olga&until=2026-11-02$"));

        var file = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await file.PathAsync());
        Assert.That(lines.Skip(1), Is.EqualTo(["2026-11-02T09:00:00Z,olga,opened,internal 2026,closes 2026-11-30"]));

        await Page.ReloadAsync();
        await Expect(Grid).ToContainTextAsync("opened internal 2026");
        await Expect(Page.GetByLabel("Until", new() { Exact = true })).ToHaveValueAsync("2026-11-02");
        await Page.GetByLabel("What").FillAsync("nothing like it");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(Page.GetByText("Nothing was done that fits these filters.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task The_pages_are_turned_by_keyboard()
    {
        await Page.TabToAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Next page" }));
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Page.GetByText("Page 2 of 2")).ToBeVisibleAsync();
        await Expect(Grid).ToContainTextAsync("report 0");
        await Expect(Page).ToHaveURLAsync(new Regex("/audit\\?page=2$"));
    }

    [TestCaseSource(nameof(Devices))]
    public async Task The_log_fits_every_screen_and_everybody(Device device)
    {
        var page = await OpenAsync(device);
        await page.SignInAsync(Host, People.Administrator);
        await page.GotoAsync(Urls.Audit);
        await Expect(page.GetByRole(AriaRole.Grid)).ToBeVisibleAsync();

        await page.AssertIsFitForEverybodyAsync();
    }
}
