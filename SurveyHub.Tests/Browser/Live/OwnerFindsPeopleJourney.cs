using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Playwright;
using SurveyHub.Tests.Features.Frame;
using SurveyHub.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser.Live;

/// <summary>The owner looks for people on a long list, and takes one off.</summary>
public sealed class OwnerFindsPeopleJourney : BrowserTest
{
    private const string Page2026 = OwnersBrowser.PeoplePage + "/find";

    private static IEnumerable<Device> Devices => [Device.Desktop, Device.Phone];

    private ILocator Grid => Page.GetByRole(AriaRole.Grid);

    protected override async Task ArrangeAsync()
    {
        await OwnersBrowser.OpenEditionAsync(Host);
        var file = new StringBuilder("address,name,language,department,role\nann@x.example,Ann Böhm,de,chapel,nurse\nbert@x.example,Bert Böhm,de,chapel,doctor\n");
        for (var n = 0; n < 120; n++) file.Append(CultureInfo.InvariantCulture, $"p{n:000}@x.example,Person {n:000},en,{(n % 2 == 0 ? "surgery" : "medicine")},nurse\n");
        await (await OwnersBrowser.AtAsync(Host)).SaveAsync(file.ToString());
    }

    [SetUp]
    public Task SignInAsync() => Page.SignInAsync(Host, People.Owner);

    [Test]
    public async Task An_owner_finds_a_person_and_takes_them_off_by_keyboard_alone()
    {
        await Page.GotoAsync(Page2026);
        await Expect(Grid).ToBeVisibleAsync();

        await Page.TabToAsync(Page.GetByLabel("Part of a name"));
        await Page.Keyboard.TypeAsync("ann b");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByText("Page 1 of 1 · 1 person")).ToBeVisibleAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("find\\?q=ann%20b$"));

        await Page.PressOnAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Take off Ann Böhm" }));
        var question = Page.GetByRole(AriaRole.Alertdialog, new() { Name = "Take Ann Böhm off the list?" });
        await Expect(question).ToBeVisibleAsync();
        await Page.AssertIsFitForEverybodyAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(question).ToBeHiddenAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Take off Ann Böhm" })).ToBeFocusedAsync();
        Assert.That(await StandingAsync("ann@x.example"), Is.EqualTo("invited"), "who asks to keep somebody keeps them");

        await Page.Keyboard.PressAsync("Enter");
        await Page.PressOnAsync(question.GetByRole(AriaRole.Button, new() { Name = "Take off" }));
        await Expect(Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Ann Böhm was taken off the list." })).ToBeAttachedAsync();
        await Expect(Grid.GetByText("taken off")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Put back Ann Böhm" })).ToBeFocusedAsync();
        Assert.That(await StandingAsync("ann@x.example"), Is.EqualTo("ineligible"));

        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Take off Ann Böhm" })).ToBeFocusedAsync();
        Assert.That(await StandingAsync("ann@x.example"), Is.EqualTo("invited"));
        Assert.That((await Host.AuditAsync()).TakeLast(2), Is.EqualTo(["olga took a person off the list of internal 2026", "olga put a person back on the list of internal 2026"]));
    }

    [Test]
    public async Task The_list_is_paged_sorted_and_filtered_in_place_and_its_address_can_be_kept()
    {
        await Page.GotoAsync(Page2026);
        await Expect(Grid).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Columnheader, new() { Name = "Name" }).GetByText("Name").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Combobox, new() { Name = "Sorted by" })).ToHaveValueAsync("name");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Next page" }).ClickAsync();
        await Expect(Page.GetByText("Page 2 of 3 · 122 people")).ToBeVisibleAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("find\\?sort=name&page=2$"));
        await Expect(Grid.GetByText("p048@x.example")).ToBeVisibleAsync();

        await Page.ReloadAsync();
        await Expect(Grid.GetByText("p048@x.example")).ToBeVisibleAsync();
        await Expect(Page.GetByText("Page 2 of 3 · 122 people")).ToBeVisibleAsync();

        await Page.GetByRole(AriaRole.Combobox, new() { Name = "Department" }).SelectOptionAsync("chapel");
        await Expect(Page.GetByText("Page 1 of 1 · 2 people")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Combobox, new() { Name = "Sorted by" }).SelectOptionAsync("-group.role");
        await Expect(Grid.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("Ann Böhm");
        await Expect(Page).ToHaveURLAsync(new Regex("find\\?group.department=chapel&sort=-group.role$"));
        await Page.GetByRole(AriaRole.Combobox, new() { Name = "Language" }).SelectOptionAsync("en");
        await Expect(Page.GetByText("Nobody is like that")).ToBeVisibleAsync();
    }

    [TestCaseSource(nameof(Devices))]
    public async Task The_list_fits_every_screen_and_everybody(Device device)
    {
        var page = await OpenAsync(device);
        await page.SignInAsync(Host, People.Owner);
        await page.GotoAsync(Page2026);
        await Expect(page.GetByRole(AriaRole.Grid)).ToBeVisibleAsync();

        await page.AssertIsFitForEverybodyAsync();
    }

    [Test]
    public async Task Without_script_somebody_is_found_and_taken_off_all_the_same()
    {
        var page = await OpenAsync(Device.Phone.WithoutScript);
        await page.SignInAsync(Host, People.Owner);
        await page.GotoAsync(Page2026);
        await page.GetByLabel("Part of a name").FillAsync("bert");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take off Bert Böhm" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Put back Bert Böhm" })).ToBeVisibleAsync();
        Assert.That(await StandingAsync("bert@x.example"), Is.EqualTo("ineligible"));
    }

    private Task<string?> StandingAsync(string address) =>
        Host.Database.ReadAsync((db, _) => db.ExecuteScalarAsync<string>("select disposition from invitation where address = @address", new { address }));
}
