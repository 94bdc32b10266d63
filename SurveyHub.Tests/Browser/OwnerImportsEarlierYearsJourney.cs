using Microsoft.Playwright;
using SurveyHub.Shell;
using SurveyHub.Tests.Features.Importing;
using SurveyHub.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser;

/// <summary>The owner brings in earlier years: faults first, then a preview, then yes.</summary>
public sealed class OwnerImportsEarlierYearsJourney : BrowserTest
{
    private const string Mapping = ImportFolder.Survey + "  - { year: 2024, responses: answers.csv }\ncolumns: { year: year, groups: { site: site } }\nvalues: { cannot_judge: [X] }\n";
    private const string Answers = "year,lunch,coffee,overall,last_words,site,shoe size\n2024,5,X,4,More soup,North,41\n2024,2,3,,,South,40\n2025,4,5,5,,North,39\n";

    [TestCase("desktop")]
    [TestCase("phone")]
    public async Task Faults_are_shown_then_the_preview_then_the_import(string device)
    {
        var page = await OpenAsync(device == "phone" ? Device.Phone : Device.Desktop);
        await SignInAsync(page);
        Tolerate("422");

        await page.GotoAsync(Urls.Import);
        await page.AssertIsFitForEverybodyAsync();
        await SendAsync(page, device, Answers + "2025,six,,,,,\n2026,1,,,,,\n");
        await Expect(page.GetByText("This cannot be imported: there are 2 problems")).ToBeVisibleAsync();
        await page.AssertIsFitForEverybodyAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Choose other files" }).ClickAsync();
        await SendAsync(page, device, Answers);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What guests say" })).ToBeVisibleAsync();
        await Expect(page.GetByText("shoe size")).ToBeVisibleAsync();
        await page.AssertIsFitForEverybodyAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Import these 2 editions" }).ClickAsync();
        await Expect(page.GetByText("The editions are closed and their reports are published.")).ToBeVisibleAsync();
    }

    private async Task SignInAsync(IPage page)
    {
        var session = (await Host.SessionOfAsync(People.Owner)).Split('=', 2);
        await page.Context.AddCookiesAsync([new() { Name = session[0], Value = session[1], Url = Host.Address.ToString() }]);
    }

    private static async Task SendAsync(IPage page, string device, string answers)
    {
        var mapping = Mapping.Replace("key: canteen", $"key: canteen-{device}", StringComparison.Ordinal);
        await page.GetByLabel("Mapping file").SetInputFilesAsync(File("mapping.yaml", mapping));
        await page.GetByLabel("Data files").SetInputFilesAsync(File("answers.csv", answers));
        await page.GetByRole(AriaRole.Button, new() { Name = "Check and preview" }).First.ClickAsync();
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };
}
