using Microsoft.Playwright;
using SurveyHub.Tests.Definitions;
using SurveyHub.Tests.Features.Responding;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser;

/// <summary>A nurse between two patients: on a telephone, with script and without, by keys alone, and on whatever else is at hand.</summary>
public sealed class CustomerJourney : BrowserTest
{
    private OpenEdition _edition = null!;

    protected override Device Device => Device.Phone;

    [SetUp]
    public async Task OpenEditionAsync() =>
        _edition = await OpenEdition.InAsync(Host, ShippedFiles.InternalServices() with { Survey = $"s{Guid.NewGuid():N}", RandomServiceOrder = false });

    private string Start => $"/s/{_edition.Link}";

    [Test]
    public async Task On_a_telephone_from_the_link_to_the_receipt([Values] bool withScript)
    {
        var page = withScript ? Page : await OpenAsync(Device.Phone.WithoutScript);

        await page.GotoAsync(Start);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your answers are anonymous" })).ToBeVisibleAsync();
        await Button(page, "Start").ClickAsync();
        await page.GetByLabel("Clinical Wi-Fi").CheckAsync();
        await page.GetByLabel("Payroll").CheckAsync();
        await Button(page, "Next").ClickAsync();

        await Expect(page.GetByText("Service 1 of 2")).ToBeVisibleAsync();
        await Expect(page).ToHaveTitleAsync("Clinical Wi-Fi, Service 1 of 2 – IT, HR and Facilities services");
        await Option(page, "Overall, how good is it?", "Fair").CheckAsync();
        await Option(page, "How reliable is it?", "I cannot judge this").CheckAsync();
        await page.GetByLabel("What could we do better?").FillAsync("Drops every time I walk from ward 4 to radiology.");
        await Button(page, "Next").ClickAsync();
        await Option(page, "Overall, how good is it?", "Excellent").CheckAsync();
        await Button(page, "Next").ClickAsync();
        await Option(page, "All our services taken together", "Good").CheckAsync();
        await Button(page, "Next").ClickAsync();

        await Expect(page.GetByText("Drops every time I walk from ward 4 to radiology.")).ToBeVisibleAsync();
        await Button(page, "Send my answers").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Thank you");
        await Expect(page.Locator(".code")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[3-9A-Y]{5}-[3-9A-Y]{5}$"));
        Assert.That(await _edition.StoredAsync("clinical_wifi.comment"), Is.EqualTo(["Drops every time I walk from ward 4 to radiology."]));
        Assert.That(await _edition.StoredAsync("payroll.overall"), Is.EqualTo(["5"]));
        Assert.That(await _edition.StoredAsync("overall"), Is.EqualTo(["4"]));
    }

    [Test]
    public async Task By_keys_alone()
    {
        var page = await OpenAsync(Device.Desktop);
        await page.GotoAsync(Start);
        await PressUntilAsync(page, "Start");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Clinical Wi-Fi")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByLabel("Clinical Wi-Fi")).ToBeCheckedAsync();
        await PressUntilAsync(page, "Next");
        await page.Keyboard.PressAsync("Enter");

        var overall = Question(page, "Overall, how good is it?");
        await Expect(overall).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(Option(page, "Overall, how good is it?", "Fair")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(":focus")).ToHaveTextAsync("Clear answer");
        await PressUntilAsync(page, "Next");
        await page.Keyboard.PressAsync("Enter");

        await page.GetByLabel("About how many working hours").FocusAsync();
        await page.Keyboard.TypeAsync("3");
        // Enter in a text field goes on, and does not press the first "clear" on the page.
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Check your answers");
        await PressUntilAsync(page, "Send my answers");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Thank you");

        Assert.That(await _edition.StoredAsync("clinical_wifi.overall"), Is.EqualTo(["3"]));
        Assert.That(await _edition.StoredAsync("hours_lost"), Is.EqualTo(["3.0"]));
    }

    [Test]
    public async Task Another_device_goes_on_where_the_first_one_stopped_in_the_middle_of_a_page()
    {
        await Page.GotoAsync(Start);
        await Button(Page, "Start").ClickAsync();
        await Page.GetByLabel("Printing").CheckAsync();
        await Button(Page, "Next").ClickAsync();
        await Option(Page, "Overall, how good is it?", "Poor").CheckAsync();
        await Page.GetByLabel("What could we do better?").FillAsync("It eats paper.");
        await Expect(Page.Locator("[data-state]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^Saved \d\d:\d\d$"));

        var desk = await OpenAsync(Device.Desktop);
        await desk.GotoAsync(Start);

        await Expect(desk.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Printing");
        await Expect(Option(desk, "Overall, how good is it?", "Poor")).ToBeCheckedAsync();
        await Expect(desk.GetByLabel("What could we do better?")).ToHaveValueAsync("It eats paper.");
    }

    [Test]
    public async Task Pressing_a_button_twice_is_pressing_it_once()
    {
        await Page.GotoAsync(Start);
        await Button(Page, "Start").DblClickAsync();
        await Page.GetByLabel("None of these").CheckAsync();
        await Button(Page, "Next").DblClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Last questions");
        await Button(Page, "Next").ClickAsync();
        await Button(Page, "Send my answers").DblClickAsync();

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Thank you");
        Assert.That(await _edition.ResponsesAsync(), Is.EqualTo(1));
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Option(IPage page, string question, string name) =>
        Question(page, question).GetByRole(AriaRole.Radio, new() { Name = name, Exact = true });

    private static ILocator Question(IPage page, string text) => page.GetByRole(AriaRole.Group, new() { Name = text });

    /// <summary>Tab after Tab until a button has the focus; nobody needs more than the page has stops.</summary>
    private static async Task PressUntilAsync(IPage page, string button)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.textContent.trim()") == button) return;
        }
        Assert.Fail($"Nobody can reach {button} by keys.");
    }
}
