using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Tests.Results.Commenting;
using SurveyHub.Tests.Support;
using static Microsoft.Playwright.Assertions;
using static SurveyHub.Tests.Results.Commenting.CommentedSurvey;

namespace SurveyHub.Tests.Browser.Reports;

/// <summary>What customers wrote: chosen, searched, read on a phone and on paper, whatever it is.</summary>
public sealed class CioReadsCommentsJourney : BrowserTest
{
    private static readonly string Comments = Urls.Comments("internal", 2025);

    private static IEnumerable<Device> Devices => [Device.Desktop, Device.Phone];

    protected override async Task ArrangeAsync()
    {
        var edition = await StoreAsync(Host.Database,
        [
            .. 40.Times(5), .. 25.Times(1, words: "Bad"),
            new(5, 1, new string('W', 5000)), new(5, 1, string.Concat(Enumerable.Repeat("Every day the printer. ", 430))), new(1, 1, "الطابعة لا تعمل في الطابق الثالث والهاتف أيضا"), new(1, 1, "One line\n\n\nand another"),
        ]);
        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
    }

    [TestCaseSource(nameof(Devices))]
    public async Task She_chooses_searches_and_turns_the_page(Device device)
    {
        var page = await OpenAsync(device);
        await page.SignInAsync(Host, People.Cio);
        await page.GotoAsync(Comments);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2, Name = "69 comments" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("page=2$"));
        await Expect(page.Locator(".comments > li")).ToHaveCountAsync(19);

        await page.GetByLabel("Written by").SelectOptionAsync("-rating.poor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToHaveTextAsync("27 comments, their rating: poor");

        await page.GetByLabel("With the words").FillAsync("BAD 25");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".comments > li")).ToHaveCountAsync(1);
        await Expect(page.Locator("mark")).ToHaveTextAsync(["Bad", "25"]);
        await Expect(page).ToHaveURLAsync(new Regex("who=-rating.poor&words=BAD\\+25$"));
    }

    [Test]
    public async Task Whatever_is_written_fits_every_screen_and_everybody()
    {
        await Page.SignInAsync(Host, People.Cio);
        await Page.GotoAsync($"{Comments}?about=wifi.comment");
        foreach (var summary in await Page.Locator(".comments summary, .levels summary").AllAsync()) await summary.ClickAsync();
        await Page.AssertIsFitForEverybodyAsync();
        foreach (var width in new[] { 320, 360, 390, 768, 1024, 1366 })
        {
            await Page.SetViewportSizeAsync(width, 800);
            await Page.AssertFitsTheScreenAsync();
        }
        Assert.That(await Page.Locator("bdi", new() { HasTextRegex = new Regex("الطابعة") }).EvaluateAsync<string>("element => getComputedStyle(element).direction"), Is.EqualTo("rtl"));
    }

    [Test]
    public async Task On_paper_every_comment_is_whole_and_there_is_nothing_to_press()
    {
        await Page.SignInAsync(Host, People.Cio);
        await Page.GotoAsync($"{Comments}?words=printer");
        Assert.That(await Page.Locator(".comments details").EvaluateAsync<bool>("element => element.open = false"), Is.False);
        await Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.That(await Page.Locator(".comments details bdi").EvaluateAsync<bool>("element => element.checkVisibility({ contentVisibilityAuto: true }) && element.getBoundingClientRect().height > 100"), "what is folded on the screen");
        Assert.That(await Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('nav, button, form, select, input, summary')].filter(element => element.checkVisibility()).map(element => element.outerHTML)"), Is.Empty);
        await Page.AssertFitsTheScreenAsync();
    }
}
