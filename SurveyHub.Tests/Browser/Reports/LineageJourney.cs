using Microsoft.Playwright;
using SurveyHub.Shell;
using SurveyHub.Tests.Features.Managing;
using SurveyHub.Tests.Features.Reporting.Following;
using SurveyHub.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser.Reports;

/// <summary>Services that were renamed, merged and split, with a name of 200 characters and one from right to left: followed on every screen, and confirmed at the opening.</summary>
public sealed class LineageJourney : BrowserTest
{
    private readonly SurveyFolder _folder = new();

    protected override HostSettings Settings => new()
    {
        Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero),
        Configuration = new Dictionary<string, string> { ["SurveyHub:SurveysDirectory"] = _folder.Path },
    };

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Dispose();

    [OneTimeSetUp]
    public Task StoreAsync() => LivedSurvey.StoreAsync(Host);

    private static IEnumerable<TestCaseData> Pages()
    {
        foreach (var device in new[] { Device.Desktop, Device.Phone })
            foreach (var address in new[]
            {
                Urls.Trend(LivedSurvey.Key), Urls.Series(LivedSurvey.Key, "telephony"), Urls.Series(LivedSurvey.Key, "stations"), Urls.Series(LivedSurvey.Key, "printing"),
                Urls.Services(LivedSurvey.Key, 2025), Urls.Groups(LivedSurvey.Key, 2025), Urls.Changes(LivedSurvey.Key, 2024),
            })
                yield return new(device, address);
    }

    [TestCaseSource(nameof(Pages))]
    public async Task A_page_of_a_survey_in_which_everything_happened_is_fit_for_everybody(Device device, string address)
    {
        var page = await OpenAsync(device);
        await page.SignInAsync(Host, People.Cio);

        await page.GotoAsync(address);

        await page.AssertIsFitForEverybodyAsync();
        await page.SetViewportSizeAsync(360, device.Height);
        await page.AssertFitsTheScreenAsync();
    }

    [Test]
    public async Task From_the_trend_to_a_service_and_to_another()
    {
        var page = await OpenAsync(Device.Desktop);
        await page.SignInAsync(Host, People.Cio);
        await page.GotoAsync(Urls.Trend(LivedSurvey.Key));

        await page.GetByRole(AriaRole.Link, new() { Name = "The telephony" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The telephony, 2022 to 2025" })).ToBeVisibleAsync();
        await Expect(page.GetByText("The fax and The telephony, together").First).ToBeVisibleAsync();
    }

    [Test]
    public async Task The_owner_is_asked_what_became_of_a_service_and_confirms_it()
    {
        var page = await OpenAsync(Device.Phone);
        using (var owner = await Host.SignInAsync(People.Owner))
        {
            await owner.SubmitAsync(Urls.NextEdition(SurveyFolder.Survey), "edition", ("Opens", "2026-11-02"), ("Closes", "2026-11-27"), ("OpenLink", "true"), ("Act", "open"));
            await owner.SubmitAsync(Urls.CloseEdition(SurveyFolder.Survey, 2026), "edition");
        }
        _folder.Change("  - key: printing\n    name: { en: Printing, de: Drucken }\n    provider: it\n",
            "  - key: printing\n    name: { en: Printing, de: Drucken }\n    provider: it\n    active_to: 2026\n  - key: copying\n    name: { en: Printing and copying, de: Kopieren }\n    provider: it\n    active_from: 2027\n");
        await page.SignInAsync(Host, People.Owner);
        await page.GotoAsync(Urls.NextEdition(SurveyFolder.Survey));
        await Expect(page.GetByText("{ kind: renamed, service: copying, from: printing, year: 2027 }")).ToBeVisibleAsync();
        await page.AssertIsFitForEverybodyAsync();

        _folder.Append("lineage:\n  - { kind: renamed, service: copying, from: printing, year: 2027 }\n");
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "goes on as" }).CheckAsync();
        await page.AssertIsFitForEverybodyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Prepare 2027" }).ClickAsync();

        await Expect(page.GetByText("In preparation").First).ToBeVisibleAsync();
    }
}
