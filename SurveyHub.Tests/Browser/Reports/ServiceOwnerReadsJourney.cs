using Microsoft.Playwright;
using SurveyHub.Features.Access;
using SurveyHub.Shell;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser.Reports;

/// <summary>Samira owns one service. She reads how it is rated; taking data, seeing who took part and changing anything is for others.</summary>
public sealed class ServiceOwnerReadsJourney : HospitalJourney
{
    private static IEnumerable<Device> Devices => [Device.Desktop, Device.Phone];

    [TestCaseSource(nameof(Devices))]
    public async Task She_reads_every_report_and_is_offered_nothing_else(Device device)
    {
        var page = await OpenAsync(device);
        await SignInAsync(page, Roles.ServiceOwner);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Editions" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Participation" })).ToHaveCountAsync(0);
        await AssertIsFitAsync(page, device);

        await page.GetByRole(AriaRole.Link, new() { Name = $"Report {Year} of IT, HR and Facilities services" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Edition {Year}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Files" })).ToHaveCountAsync(0);
        foreach (var (link, title) in new[] { ("Trend", "Good or excellent, 2020 to 2025"), ("Customer groups", "Services by customer group"), ("Services", "Services, lowest first") })
        {
            await GoByMenuAsync(page, device, link);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "CSV" })).ToHaveCountAsync(0);
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Print" })).ToBeVisibleAsync();
        }
        foreach (var other in new[] { "Participation", "People", "Editions", "Import", "Accounts", "Audit log" })
            await Expect(page.Locator(".side, .topbar").GetByRole(AriaRole.Link, new() { Name = other, Exact = true, IncludeHidden = true })).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Who_knows_the_address_of_something_else_is_told_that_it_is_not_for_them()
    {
        Tolerate("403");
        await SignInAsync(Page, Roles.ServiceOwner);
        foreach (var address in new[]
        {
            Urls.Participation(Survey, Year), Urls.People(Survey, OpenYear), Urls.Manage(Survey), Urls.CloseEdition(Survey, OpenYear), Urls.Import, Urls.Accounts, Urls.Audit,
            Urls.AsCsv(Urls.Services(Survey, Year)), Urls.Microdata(Survey, Year), Urls.MicrodataForSpss(Survey, Year), Urls.Benchmark(Survey, Year),
        })
        {
            var answer = await Page.GotoAsync(address);
            Assert.That(answer!.Status, Is.EqualTo(403), address);
            await Expect(Page.GetByText("This is not for your role")).ToBeVisibleAsync();
        }
        await AssertIsFitAsync(Page, Device.Desktop);
    }
}
