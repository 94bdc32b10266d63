using Microsoft.Playwright;
using SurveyHub.Surveys;
using SurveyHub.Tests.Features.Responding;
using SurveyHub.Tests.Features.Responding.Pages;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser;

/// <summary>Every page a customer can come to, for everybody: eyes, ears and keys, light and dark, left to right and right to left.</summary>
public sealed class CustomerPagesJourney : BrowserTest
{
    [TestCase("en", "ltr")]
    [TestCase("ar", "rtl")]
    public async Task Every_page_is_fit_for_everybody(string language, string direction)
    {
        foreach (var status in new[] { "422", "410", "404", "403" }) Tolerate(status);
        var page = await OpenAsync(Device.Phone with { Language = language });
        var edition = await OpenEdition.InAsync(Host, Spoken(language));
        await page.GotoAsync($"/s/{edition.Link}");
        await CheckAsync();
        await page.GotoAsync($"/s/{edition.Link}/privacy");
        await CheckAsync();
        await page.GotoAsync($"/s/{edition.Link}");
        await page.Locator(".foot button").ClickAsync();
        await CheckAsync();
        await GoOnAsync();
        await Expect(page.Locator(".problems")).ToBeFocusedAsync();
        await CheckAsync();
        await page.Locator("input[value=wifi]").CheckAsync();
        await GoOnAsync();
        await page.Locator("input[name='wifi.overall'][value='1']").CheckAsync();
        await CheckAsync();
        await GoOnAsync();
        await CheckAsync();
        await GoOnAsync();
        await page.Locator("#hours").FillAsync("many");
        await GoOnAsync();
        await CheckAsync();
        await page.Locator("#hours").FillAsync("3");
        await page.Locator("input[name=overall][value='4']").CheckAsync();
        await GoOnAsync();
        await CheckAsync();
        await GoOnAsync();
        await Expect(page.Locator(".code")).ToBeVisibleAsync();
        await CheckAsync();
        await page.GotoAsync($"/s/{edition.Link}");
        await CheckAsync();

        var late = await OpenEdition.InAsync(Host, Spoken(language));
        await late.CloseAsync();
        await page.GotoAsync($"/s/{late.Link}");
        await CheckAsync();
        await page.GotoAsync("/s/leads-nowhere");
        await CheckAsync();

        Task GoOnAsync() => page.Locator(".foot .wide").ClickAsync();

        async Task CheckAsync()
        {
            await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", direction);
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await page.AssertIsFitForEverybodyAsync();
        }
    }

    [TestCase(320)]
    [TestCase(390)]
    public async Task An_endless_word_widens_no_page(int width)
    {
        Tolerate("422");
        var edition = await OpenEdition.InAsync(Host, Spoken("en"));
        var page = await OpenAsync((Device.Phone with { Width = width }).WithoutScript);
        await page.GotoAsync($"/s/{edition.Link}");
        await GoOnAsync();
        await page.Locator("input[value=wifi]").CheckAsync();
        await GoOnAsync();
        var second = await page.Context.NewPageAsync();
        await second.GotoAsync($"/s/{edition.Link}/service/wifi");
        await page.GetByLabel("What could we do better?").Last.FillAsync($"https://example.org/?q={new string('w', 1_900)}");
        await GoOnAsync();
        await page.AssertFitsTheScreenAsync();
        await second.GetByLabel("What could we do better?").Last.FillAsync(new('m', 1_900));
        await second.Locator(".foot .wide").ClickAsync();
        await Expect(second.Locator(".other")).ToBeVisibleAsync();
        await second.AssertFitsTheScreenAsync();
        await GoOnAsync();
        await page.Locator("#words").FillAsync(new('x', 300));
        await page.Locator("input[name='overall'][value='4']").CheckAsync();
        await GoOnAsync();
        await page.AssertFitsTheScreenAsync();
        await page.Locator("#words").FillAsync("x");
        await GoOnAsync();
        await Expect(page.GetByText("https://example.org/")).ToBeVisibleAsync();
        await page.AssertFitsTheScreenAsync();
        var send = (await page.Locator(".foot .wide").BoundingBoxAsync())!;
        // Below the answers, however long they are: who reads to the end finds it. Nobody looks for it beside the page.
        Assert.That(send.X, Is.GreaterThanOrEqualTo(0));
        Assert.That(send.X + send.Width, Is.LessThanOrEqualTo(width));

        Task GoOnAsync() => page.Locator(".foot .wide").ClickAsync();
    }

    [TestCase("en", 360)]
    [TestCase("de", 360)]
    [TestCase("fr", 320)]
    public async Task At_twice_the_size_of_letters_every_button_is_on_the_screen(string language, int width)
    {
        Tolerate("422");
        var edition = await OpenEdition.InAsync(Host, Spoken(language));
        var page = await OpenAsync(Device.Phone with { Width = width, Language = language });
        await page.GotoAsync($"/s/{edition.Link}");
        await CheckAndGoOnAsync();
        await CheckAndGoOnAsync();
        await page.Locator("input[value=wifi]").CheckAsync();
        while (!page.Url.EndsWith("/last", StringComparison.Ordinal)) await CheckAndGoOnAsync();
        await page.Locator("input[name=overall][value='4']").CheckAsync();
        await CheckAndGoOnAsync();
        await CheckAndGoOnAsync();
        await Expect(page.Locator(".code")).ToBeVisibleAsync();

        async Task CheckAndGoOnAsync()
        {
            await page.EvaluateAsync("document.documentElement.style.fontSize = '32px'");
            await page.AssertFitsTheScreenAsync();
            foreach (var button in await page.Locator(".foot button").AllAsync())
            {
                var box = (await button.BoundingBoxAsync())!;
                Assert.That(box.X, Is.GreaterThanOrEqualTo(0), page.Url);
                Assert.That(box.X + box.Width, Is.LessThanOrEqualTo(width), page.Url);
            }
            await page.Locator(".foot .wide").ClickAsync();
        }
    }

    [Test]
    public async Task Questions_called_like_parts_of_a_page_are_saved_as_they_are_answered()
    {
        var edition = await OpenEdition.InAsync(Host, AwkwardKeysTests.Questionnaire);
        await Page.GotoAsync($"/s/{edition.Link}");
        await Page.Locator(".foot button").ClickAsync();
        await Page.Locator("input[value=rev]").CheckAsync();
        await Page.Locator(".foot .wide").ClickAsync();
        await Page.GotoAsync($"/s/{edition.Link}/last");
        foreach (var key in AwkwardKeysTests.Keys) await Page.GetByLabel($"Say {key}", new() { Exact = true }).FillAsync($"about {key}");
        await Page.Locator("input[name=overall][value='4']").CheckAsync();
        await Expect(Page.Locator("output")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^Saved \d\d:\d\d$"));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Clear answer" }).ClickAsync();
        await Expect(Page.Locator("input[name=overall][value='4']")).Not.ToBeCheckedAsync();

        var desk = await OpenAsync(Device.Desktop);
        await desk.GotoAsync($"/s/{edition.Link}/last");
        foreach (var key in AwkwardKeysTests.Keys) await Expect(desk.GetByLabel($"Say {key}", new() { Exact = true })).ToHaveValueAsync($"about {key}");
    }

    [Test]
    public async Task Right_to_left_is_the_mirror_image()
    {
        var edition = await OpenEdition.InAsync(Host, Spoken("ar"));
        var page = await OpenAsync(Device.Phone);
        await page.GotoAsync($"/s/{edition.Link}?lang=ar");
        await page.Locator(".foot button").ClickAsync();

        var back = (await page.Locator(".foot .ghost").BoundingBoxAsync())!;
        var next = (await page.Locator(".foot .wide").BoundingBoxAsync())!;
        Assert.That(back.X, Is.GreaterThan(next.X));
    }

    [Test]
    public async Task Everything_that_is_tapped_is_large_enough()
    {
        var edition = await OpenEdition.InAsync(Host, Spoken("en"));
        var page = await OpenAsync(Device.Phone);
        await page.GotoAsync($"/s/{edition.Link}");
        await page.Locator(".foot button").ClickAsync();
        await page.Locator("input[value=wifi]").CheckAsync();
        await page.Locator(".foot .wide").ClickAsync();

        var targets = await page.Locator(".opt, .btn, textarea").AllAsync();
        Assert.That(targets, Has.Count.GreaterThan(5));
        foreach (var target in targets)
            if (await target.BoundingBoxAsync() is { } box)
                Assert.That((box.Width, box.Height), Is.GreaterThanOrEqualTo((44f, 44f)).Using<(float W, float H)>((a, b) => Math.Min(a.W - b.W, a.H - b.H).CompareTo(0f)));
    }

    /// <summary>The same survey in one language more; what is not translated here stays English and is marked as nothing else.</summary>
    private static Questionnaire Spoken(string language) =>
        AQuestionnaire.Rich with { Survey = $"s{Guid.NewGuid():N}", Languages = language == "en" ? ["en"] : ["en", language] };
}
