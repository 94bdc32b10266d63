using Microsoft.Playwright;
using SurveyHub.Features.Access;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser;

/// <summary>Somebody new comes: the administrator makes the account, hands over a link, and later sees in the log what was done.</summary>
public sealed class AdministratorJourney : BrowserTest
{
    private const string Password = "nine grey herons";

    private static IEnumerable<Device> Devices => [Device.Desktop, Device.Phone];

    [TestCaseSource(nameof(Devices))]
    public async Task An_account_is_made_its_owner_chooses_a_password_and_signs_in(Device device)
    {
        Tolerate("422");
        Tolerate("410");
        var name = $"nora-{device.Name}";
        var administrator = await OpenAsync(device);
        await administrator.SignInAsync(Host, People.Administrator);
        await administrator.GotoAsync(Urls.Accounts);
        await administrator.GetByLabel("Name", new() { Exact = true }).FillAsync("Nora New");
        await administrator.GetByLabel("Sign-in name").FillAsync(name);
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Add and make a link" }).ClickAsync();
        await Expect(administrator.GetByRole(AriaRole.Alert).First).ToContainTextAsync("The account was not made yet");
        await administrator.AssertIsFitForEverybodyAsync();
        await administrator.GetByRole(AriaRole.Checkbox, new() { Name = Roles.Title(Roles.Cio) }).CheckAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Add and make a link" }).ClickAsync();
        await Expect(administrator.GetByText("Give this link to Nora New")).ToBeVisibleAsync();
        await administrator.AssertIsFitForEverybodyAsync();
        var link = await administrator.Locator(".once").InnerTextAsync();

        var nora = await OpenAsync(device);
        await nora.GotoAsync(link);
        await Expect(nora.GetByText($"Your sign-in name is {name}.")).ToBeVisibleAsync();
        await nora.AssertIsFitForEverybodyAsync();
        await ChooseAsync(nora, Password, "something else");
        await Expect(nora.GetByRole(AriaRole.Alert).First).ToContainTextAsync("The password was not set yet");
        await nora.AssertIsFitForEverybodyAsync();
        await ChooseAsync(nora, Password, Password);
        await Expect(nora.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your password is set");
        await nora.AssertIsFitForEverybodyAsync();
        await nora.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await nora.GetByLabel("Sign-in name").FillAsync(name);
        await nora.GetByLabel("Password").FillAsync(Password);
        await nora.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(nora.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Surveys");

        // The link has done what it was for.
        await nora.GotoAsync(link);
        await Expect(nora.GetByText("It works once and for seven days.")).ToBeVisibleAsync();
        await nora.AssertIsFitForEverybodyAsync();

        await administrator.GotoAsync($"{Urls.Audit}?who={name}");
        foreach (var done in new[] { "chose a password own account", "signed in to SurveyHub" })
            await Expect(administrator.GetByRole(AriaRole.Row, new() { Name = done }).First).ToContainTextAsync(name);
        await administrator.GotoAsync($"{Urls.Audit}?what={name}");
        await Expect(administrator.GetByRole(AriaRole.Row, new() { Name = $"added account {name}" })).ToContainTextAsync("CIO");
        await administrator.AssertIsFitForEverybodyAsync();
    }

    [Test]
    public async Task An_account_is_given_other_roles_locked_and_unlocked()
    {
        await Host.AccountOfAsync(People.Analyst);
        await Page.SignInAsync(Host, People.Administrator);
        await Page.GotoAsync(Urls.Accounts);
        await Page.GetByRole(AriaRole.Link, new() { Name = $"Change {People.Analyst.Name}" }).ClickAsync();
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = Roles.Title(Roles.Cio) }).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Save the roles" }).ClickAsync();
        await Expect(Page.GetByText("The roles are saved")).ToBeVisibleAsync();
        await Page.AssertIsFitForEverybodyAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Lock the account" }).ClickAsync();
        await Expect(Page.GetByText("The account is locked")).ToBeVisibleAsync();
        await Page.AssertIsFitForEverybodyAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Unlock the account" }).ClickAsync();
        await Expect(Page.GetByText("The account is unlocked")).ToBeVisibleAsync();

        Assert.That(await Host.AuditAsync(), Has.Some.EqualTo("ada changed roles of account anna (Analyst → CIO, Analyst)").And.Some.EqualTo("ada locked account anna"));
    }

    private static async Task ChooseAsync(IPage page, string password, string again)
    {
        var fields = page.Locator("input[type=password]");
        await fields.First.FillAsync(password);
        await fields.Last.FillAsync(again);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
    }
}
