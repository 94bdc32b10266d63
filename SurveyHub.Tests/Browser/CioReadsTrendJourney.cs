using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser;

/// <summary>The CIO, between two meetings: how are we doing, is it better, what needs attention, who sees it differently.</summary>
public sealed partial class CioReadsTrendJourney : BrowserTest
{
    private const string Survey = "internal-services";

    protected override HostSettings Settings => new() { Environment = "Development", WithDemonstration = true };

    private static IEnumerable<Device> Devices => [Device.Desktop, Device.Phone, Device.Phone.WithoutScript];

    [TestCaseSource(nameof(Devices))]
    public async Task The_CIO_reads_from_the_trend_to_the_service_that_needs_attention_and_to_who_sees_it_so(Device device)
    {
        var page = await OpenAsync(device);
        await page.SignInAsync(Host, People.Cio);

        await page.GotoAsync(Urls.Trend(Survey));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Good or excellent, 2020 to 2025");
        await Expect(page.Locator(".heads")).ToContainTextAsync("92 %");
        await Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = GoodOrExcellent() })).ToHaveCountAsync(1);
        await Expect(page.GetByText("The 2026 edition is still open.")).ToBeVisibleAsync();
        await page.GetByText("How is this computed?").ClickAsync();
        await Expect(page.GetByText("Ratings of “Good” or “Excellent” on the scale")).ToBeVisibleAsync();
        await AssertIsFitAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Electronic health record" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Services, lowest first");
        await Expect(page.Locator("table.services tbody tr").First).ToContainTextAsync("Electronic health record lowest rated");
        await page.GetByText("compare with 2024").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "compare with 2020" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Compared());
        await Expect(page.Locator("table.services").GetByText("better, +45")).ToBeVisibleAsync();
        await page.Locator("summary", new() { HasText = "Electronic health record" }).ClickAsync();
        await Expect(page.GetByText("How reliable is it?").First).ToBeVisibleAsync();
        await AssertIsFitAsync(page);

        await page.GotoAsync(Urls.Groups(Survey, 2025));
        if (device.IsTouched)
        {
            await Expect(page.Locator("table.heat-map")).ToBeHiddenAsync();
            await page.GetByLabel("Department").SelectOptionAsync("Emergency department");
            await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        }
        else
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Emergency department" }).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
        }
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Department: Emergency department" })).ToBeVisibleAsync();
        await Expect(page.Locator("#group").GetByText("below the others").First).ToBeVisibleAsync();
        await AssertIsFitAsync(page);

        await page.GotoAsync(Urls.Report(Survey, 2022));
        await Expect(page.GetByText("worse, −17")).ToBeVisibleAsync();
        await AssertIsFitAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Method" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("How the figures are computed");
        await AssertIsFitAsync(page);
    }

    [Test]
    public async Task A_heat_map_shows_differences_when_asked_and_its_address_says_so()
    {
        await Page.SignInAsync(Host, People.Cio);
        await Page.GotoAsync(Urls.Groups(Survey, 2025));
        await Expect(Page.Locator("table.heat-map")).ToContainTextAsync("94");
        await Page.GetByRole(AriaRole.Link, new() { Name = "difference" }).ClickAsync();

        await Expect(Page).ToHaveURLAsync(Difference());
        await Expect(Page.Locator("table.heat-map")).ToContainTextAsync("−16");
        await AssertIsFitAsync(Page);
    }

    [Test]
    public async Task An_edition_that_is_open_leads_to_participation_and_to_nothing_else()
    {
        await Page.SignInAsync(Host, People.Cio);
        foreach (var address in new[] { Urls.Report(Survey, 2026), Urls.Services(Survey, 2026), Urls.Groups(Survey, 2026) })
        {
            await Page.GotoAsync(address);
            await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "The 2026 edition is still open" })).ToBeVisibleAsync();
            await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Participation so far" })).ToHaveAttributeAsync("href", Urls.Participation(Survey, 2026));
            await AssertIsFitAsync(Page);
        }
    }

    [Test]
    public async Task Print_prints_and_on_paper_there_is_the_report_and_nothing_to_press()
    {
        await Page.AddInitScriptAsync("window.print = () => document.title = 'printed'");
        await Page.SignInAsync(Host, People.Cio);
        foreach (var address in new[] { Urls.Trend(Survey), Urls.Report(Survey, 2025), Urls.Services(Survey, 2025), Urls.Groups(Survey, 2025) })
        {
            await Page.GotoAsync(address);
            await Page.GetByRole(AriaRole.Button, new() { Name = "Print" }).ClickAsync();
            await Expect(Page).ToHaveTitleAsync("printed");

            await Page.EmulateMediaAsync(new() { Media = Media.Print });
            // A sheet of A4 with its margins.
            await Page.SetViewportSizeAsync(718, 1000);
            await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Print" })).ToBeHiddenAsync();
            await Expect(Page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
            await Expect(Page.Locator("table, .end").First).ToBeVisibleAsync();
            await Page.AssertFitsTheScreenAsync();
            await Page.EmulateMediaAsync(new() { Media = Media.Screen });
            await Page.SetViewportSizeAsync(Device.Desktop.Width, Device.Desktop.Height);
        }
    }

    private static async Task AssertIsFitAsync(IPage page)
    {
        await page.AssertIsFitForEverybodyAsync();
        var size = page.ViewportSize!;
        foreach (var width in new[] { 360, 820 })
        {
            await page.SetViewportSizeAsync(width, size.Height);
            await page.AssertFitsTheScreenAsync();
        }
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    [GeneratedRegex("^Good or excellent: 71.% in 2020, .*92.% in 2025\\.$")]
    private static partial Regex GoodOrExcellent();

    [GeneratedRegex(@"/services\?compare=2020$")]
    private static partial Regex Compared();

    [GeneratedRegex(@"/groups\?show=difference$")]
    private static partial Regex Difference();
}
