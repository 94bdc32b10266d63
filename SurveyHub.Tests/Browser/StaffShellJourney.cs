using Microsoft.Playwright;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser;

/// <summary>The frame around every staff page: menu, keyboard, print, and a session that a person makes and ends.</summary>
public sealed class StaffShellJourney : BrowserTest
{
    private static IEnumerable<Device> Devices => [Device.Desktop, Device.Phone];

    protected override async Task ArrangeAsync() =>
        await Host.AccountOfAsync(new("alma", "Alma Abel", [.. People.Owner.Roles, .. People.Administrator.Roles]), People.Password);

    [TestCaseSource(nameof(Devices))]
    public async Task Every_page_of_the_shell_fits_the_screen_and_everybody(Device device)
    {
        var page = await OpenAsync(device);
        foreach (var address in new[] { Urls.SignIn, "/set-up/gone" })
        {
            if (address != Urls.SignIn) Tolerate("410");
            await page.GotoAsync(address);
            await page.AssertIsFitForEverybodyAsync();
            await page.AssertFitsTheScreenAsync();
        }

        await SignInAsync(page);
        Tolerate("404");
        foreach (var address in new[] { Urls.Home, Urls.Accounts, Urls.Audit, Urls.Password, "/no/such/page" })
        {
            await page.GotoAsync(address);
            await page.AssertIsFitForEverybodyAsync();
            await page.AssertFitsTheScreenAsync();
        }
    }

    [Test]
    public async Task Everything_works_by_keyboard_alone()
    {
        await Page.GotoAsync(Urls.SignIn);
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.TypeAsync("alma");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.TypeAsync(People.Password);
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Surveys" })).ToBeVisibleAsync();

        await Page.ReloadAsync();
        await Page.Keyboard.PressAsync("Tab");
        await Expect(Page.GetByText("Skip to the content")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");
        Assert.That(new Uri(Page.Url).PathAndQuery + new Uri(Page.Url).Fragment, Is.EqualTo("/#main"));
        await Expect(Page.Locator("main")).ToBeFocusedAsync();
    }

    [Test]
    public async Task The_menu_of_a_phone_opens_without_script()
    {
        var page = await OpenAsync(Device.Phone.WithoutScript);
        await SignInAsync(page);

        await Expect(page.Locator(".topbar").GetByRole(AriaRole.Link, new() { Name = "Accounts", IncludeHidden = true })).Not.ToBeVisibleAsync();
        await page.GetByText("Menu").ClickAsync();
        await page.Locator(".topbar").GetByRole(AriaRole.Link, new() { Name = "Accounts" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Accounts" })).ToBeVisibleAsync();
        await page.GetByText("Menu").ClickAsync();
        await page.Locator(".topbar").GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Sign in" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task Wrong_passwords_are_refused_on_the_page_itself_and_the_way_on_is_kept()
    {
        Tolerate("422");
        await Page.GotoAsync(Urls.Audit);
        await Page.GetByLabel("Sign-in name").FillAsync("alma");
        await Page.GetByLabel("Password").FillAsync("something else");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("do not belong together");
        await Expect(Page.GetByLabel("Sign-in name")).ToHaveValueAsync("alma");
        await Page.AssertIsFitForEverybodyAsync();
        await Page.GetByLabel("Password").FillAsync(People.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Audit log" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task On_paper_there_is_the_page_and_no_menu()
    {
        await SignInAsync(Page);
        await Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Surveys" })).ToBeVisibleAsync();
        await Expect(Page.Locator(".side")).Not.ToBeVisibleAsync();
        await Expect(Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync(Urls.SignIn);
        await page.GetByLabel("Sign-in name").FillAsync("alma");
        await page.GetByLabel("Password").FillAsync(People.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Surveys" })).ToBeVisibleAsync();
    }
}
