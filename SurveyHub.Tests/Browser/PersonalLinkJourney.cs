using System.Text;
using Microsoft.Playwright;
using SurveyHub.Shell;
using SurveyHub.Tests.Features.Frame;
using SurveyHub.Tests.Features.Reporting;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser;

/// <summary>From the owner's list of people to a customer's thanks, and to one more on the participation page.</summary>
public sealed class PersonalLinkJourney : BrowserTest
{
    private const string Survey = "internal";
    private const int People = 12;

    private static readonly string List = "address,name,department,role\n" + string.Concat(Enumerable.Range(1, People).Select(i => $"nurse{i}@st-anna.example,Nurse {i},Surgery,Nurse\n"));

    protected override async Task ArrangeAsync() => await OwnersBrowser.OpenEditionAsync(Host);

    [Test]
    public async Task A_link_of_the_downloaded_list_is_answered_on_a_phone_and_counted()
    {
        await Page.SignInAsync(Host, Support.People.Owner);
        await Page.GotoAsync(Urls.People(Survey, 2026));
        await Page.AssertIsFitForEverybodyAsync();
        await Page.GetByLabel("CSV file").SetInputFilesAsync(new FilePayload { Name = "people.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(List) });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show the preview" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"{People} people in the file");
        await Page.AssertIsFitForEverybodyAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = $"Add {People} people" }).ClickAsync();
        var links = await LinksAsync();
        Assert.That(links, Has.Length.EqualTo(People).And.Unique);
        await AssertAnsweredAsync(0);

        var phone = await OpenAsync(Device.Phone);
        await AnswerAsync(phone, links[0]);
        await AssertAnsweredAsync(1);

        // The same link again answers nothing a second time.
        await phone.GotoAsync(links[0]);
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You have already answered");
        await AssertAnsweredAsync(1);
        await Page.AssertIsFitForEverybodyAsync();
    }

    private async Task<string[]> LinksAsync()
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = "Make the links and download them" }).ClickAsync());
        var rows = ReportFile.Parse(await File.ReadAllTextAsync(await download.PathAsync()));
        Assert.That(rows.Select(r => r["address"]), Is.EquivalentTo(Enumerable.Range(1, People).Select(i => $"nurse{i}@st-anna.example")));
        return [.. rows.Select(r => r["link"])];
    }

    private static async Task AnswerAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.AssertIsFitForEverybodyAsync();
        await Button(page, "Start").ClickAsync();
        await page.GetByLabel("wifi").CheckAsync();
        await Button(page, "Next").ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Good", Exact = true }).CheckAsync();
        await Button(page, "Next").ClickAsync();
        while (await Button(page, "Next").IsVisibleAsync()) await Button(page, "Next").ClickAsync();
        await Button(page, "Send my answers").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Thank you");
        await page.AssertIsFitForEverybodyAsync();
    }

    private async Task AssertAnsweredAsync(int answered)
    {
        await Page.GotoAsync(Urls.Participation(Survey, 2026));
        await Expect(Page.Locator(".heads")).ToContainTextAsync($"{answered} of {People} invited");
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
