using System.IO.Compression;
using Microsoft.Playwright;
using SurveyHub.Shell;
using SurveyHub.Tests.Features.Reporting;
using SurveyHub.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser;

/// <summary>The analyst takes what is on the screen, and what is behind it, into a tool of their own.</summary>
public sealed class AnalystDownloadsJourney : BrowserTest
{
    private const string Survey = "internal-services";

    protected override HostSettings Settings => new() { Environment = "Development", WithDemonstration = true };

    private static IEnumerable<Device> Devices => [Device.Desktop, Device.Phone.WithoutScript];

    [TestCaseSource(nameof(Devices))]
    public async Task The_file_of_a_page_says_what_the_page_says_filters_included(Device device)
    {
        var page = await OpenAsync(device);
        await page.SignInAsync(Host, People.Analyst);
        await page.GotoAsync(Urls.Services(Survey, 2025) + "?compare=2022&sort=change");

        var (name, bytes) = await DownloadAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "CSV" }));
        var file = ReportFile.Parse(System.Text.Encoding.UTF8.GetString(bytes)).Where(r => r["question"] == "overall").ToArray();

        var rows = await page.Locator("table.services tbody tr").AllAsync();
        Assert.That(name, Is.EqualTo("internal-services-2025-services.csv"));
        Assert.That(bytes.Take(3), Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }), "a spreadsheet guesses the letters wrongly without");
        Assert.That(file.Select(r => r["compare_year"]), Is.All.EqualTo("2022"));
        Assert.That(rows, Has.Count.EqualTo(file.Length));
        foreach (var (row, line) in rows.Zip(file))
        {
            await Expect(row).ToContainTextAsync(line["service_name"]);
            await Expect(row).ToContainTextAsync(line.Percent("share_good"));
        }
    }

    [TestCaseSource(nameof(Devices))]
    public async Task The_edition_s_page_offers_every_file(Device device)
    {
        var page = await OpenAsync(device);
        await page.SignInAsync(Host, People.Analyst);
        await page.GotoAsync(Urls.Report(Survey, 2025));
        var files = page.Locator("section", new() { HasText = "Files" }).Last;

        var services = await DownloadAsync(page, files.GetByRole(AriaRole.Link, new() { Name = "Services" }));
        var groups = await DownloadAsync(page, files.GetByRole(AriaRole.Link, new() { Name = "Customer groups" }));
        var benchmark = await DownloadAsync(page, files.GetByRole(AriaRole.Link, new() { Name = "Benchmark" }));
        var microdata = await DownloadAsync(page, files.GetByRole(AriaRole.Link, new() { Name = "Microdata" }));

        Assert.That(ReportFile.Parse(System.Text.Encoding.UTF8.GetString(services.Bytes)).Select(r => r["service"]).Distinct().Count(), Is.EqualTo(12));
        Assert.That(ReportFile.Parse(System.Text.Encoding.UTF8.GetString(groups.Bytes)).Select(r => r["attribute"]).Distinct(), Is.EqualTo(new[] { "department" }));
        Assert.That(ReportFile.Parse(System.Text.Encoding.UTF8.GetString(benchmark.Bytes)).Select(r => int.Parse(r["n_valid"], null)), Is.All.GreaterThanOrEqualTo(10));
        using var zip = new ZipArchive(new MemoryStream(microdata.Bytes));
        Assert.That(zip.GetEntry("manifest.json"), Is.Not.Null);
    }

    [Test]
    public async Task The_CIO_is_offered_the_report_s_files_and_no_microdata()
    {
        await Page.SignInAsync(Host, People.Cio);
        await Page.GotoAsync(Urls.Report(Survey, 2025));

        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Benchmark" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Microdata" })).ToHaveCountAsync(0);
    }

    private static async Task<(string Name, byte[] Bytes)> DownloadAsync(IPage page, ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }
}
