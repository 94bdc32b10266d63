using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SurveyHub.Features.Access;
using SurveyHub.Shell;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser.Reports;

/// <summary>Who uses no pointer reads a cell of the heat map, with its interval, and what is behind it.</summary>
public sealed class HeatMapByKeyboardJourney : HospitalJourney
{
    [Test]
    public async Task Arrow_keys_go_from_cell_to_cell_and_say_what_a_pointer_reads()
    {
        var page = await OpenAsync(Device.Desktop);
        await SignInAsync(page, Roles.Cio, Urls.Groups(Survey, Year));
        var stops = page.Locator(".heat-map tbody a[tabindex='0']");
        await Expect(stops).ToHaveCountAsync(1, new() { Timeout = 30_000 });

        await page.Locator(".heat-map thead a").Last.FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(stops.First).ToBeFocusedAsync();
        var words = page.Locator("#heat-cell-words");
        await Expect(words).ToContainTextAsync("Arrow keys go to other cells.");
        var first = await words.TextContentAsync();

        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(words).Not.ToHaveTextAsync(first!);
        await Expect(stops).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(words).ToHaveTextAsync(first!);

        var place = await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')");
        await page.Keyboard.PressAsync("Tab");
        Assert.That(await page.EvaluateAsync<bool>("document.activeElement.closest('.heat-map') === null"), "one press of Tab leaves the table");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(place) + "$"), new() { Timeout = 30_000 });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }
}
