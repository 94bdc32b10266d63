using Microsoft.Playwright;
using SurveyHub.Features.Access;
using SurveyHub.Features.Reporting;
using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Shell.Layout;
using SurveyHub.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser.Reports;

/// <summary>The hospital of the demonstration and its people. What a journey expects to read is computed from what is stored.</summary>
public abstract class HospitalJourney : BrowserTest
{
    protected const string Survey = "internal-services";
    protected const int Year = 2025;
    protected const int OpenYear = 2026;

    protected override HostSettings Settings => new() { Environment = "Development", WithDemonstration = true };

    private protected PublishedSurvey Hospital { get; private set; } = null!;

    /// <summary>The latest edition that is closed.</summary>
    internal EditionReport Report => Hospital.Report(Year)!;

    protected override async Task ArrangeAsync() => Hospital = await PublishedAsync(Survey);

    private protected async Task<PublishedSurvey> PublishedAsync(string survey) => (await Host.WithAsync((PublishedSurveys surveys) => surveys.FindAsync(survey)))!;

    /// <summary>With the click that the demonstration offers; ends where the person was going.</summary>
    protected static async Task SignInAsync(IPage page, string role, string address = Urls.Home)
    {
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = DemonstrationAccess.People.Single(p => p.Role == role).Name }).ClickAsync();
        await Expect(page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex(Urls.SignIn));
    }

    /// <summary>By the menu beside the page; on a phone there are two that open, one of them for the pages of the report.</summary>
    protected static async Task GoByMenuAsync(IPage page, Device device, string name)
    {
        var menu = page.Locator(!device.IsTouched ? ".side" : ReportPages.All.Any(p => p.Name == name) && await page.Locator(".report-menu").IsVisibleAsync() ? ".report-menu" : ".topbar");
        if (device.IsTouched) await menu.Locator("summary").ClickAsync();
        await menu.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
    }

    /// <summary>For everybody, light and dark, and on screens of other widths. Axe is a script itself: without script there is only the width.</summary>
    protected static async Task AssertIsFitAsync(IPage page, Device device)
    {
        if (device.HasScript) await page.AssertIsFitForEverybodyAsync();
        foreach (var width in new[] { 360, 820, 1280 })
        {
            await page.SetViewportSizeAsync(width, device.Height);
            await page.AssertFitsTheScreenAsync();
        }
        await page.SetViewportSizeAsync(device.Width, device.Height);
    }

    /// <summary>Tab after Tab until the focus is on what is meant; nobody needs more than the page has stops.</summary>
    protected static async Task TabToAsync(IPage page, ILocator target)
    {
        for (var presses = 0; presses < 200; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement")) return;
        }
        Assert.Fail($"Nobody can reach {target} by keys.");
    }
}
