using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using SurveyHub.Features.Access;
using SurveyHub.Features.Reporting;
using SurveyHub.Results.Tables;
using SurveyHub.Shell;
using SurveyHub.Tests.Features.Reporting;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser.Reports;

/// <summary>The analyst takes what is on the screen, and what is behind it, into a tool of their own; and the administrator sees that.</summary>
public sealed class AnalystDownloadsJourney : HospitalJourney
{
    private static IEnumerable<Device> Devices => [Device.Desktop, Device.Phone.WithoutScript];

    [TestCaseSource(nameof(Devices))]
    public async Task The_file_of_a_page_says_what_the_page_says_filters_included(Device device)
    {
        var page = await OpenAsync(device);
        await SignInAsync(page, Roles.Analyst, Urls.Services(Survey, Year) + "?compare=2022&sort=change");

        var (name, bytes) = await DownloadAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "CSV" }));
        var file = Rows(bytes).Where(r => r["question"] == "overall").ToArray();

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

    [Test]
    public async Task Every_page_of_figures_has_its_file()
    {
        await SignInAsync(Page, Roles.Analyst);
        foreach (var address in new[] { Urls.Trend(Survey), Urls.Report(Survey, Year), Urls.Services(Survey, Year), Urls.Groups(Survey, Year), Urls.Participation(Survey, Year) })
        {
            await Page.GotoAsync(address);
            var (name, bytes) = await DownloadAsync(Page, Page.GetByRole(AriaRole.Link, new() { Name = "CSV", Exact = true }));

            Assert.That(name, Does.StartWith("internal-services-").And.EndsWith(".csv"), address);
            Assert.That(Rows(bytes), Is.Not.Empty, address);
        }
    }

    [Test]
    public async Task The_microdata_are_whole_and_their_manifest_proves_it()
    {
        await SignInAsync(Page, Roles.Analyst, Urls.Report(Survey, Year));
        var (name, bytes) = await DownloadAsync(Page, File("Microdata"));

        Assert.That(name, Is.EqualTo("internal-services-2025-microdata.zip"));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var files = zip.Entries.ToDictionary(e => e.FullName, Read);
        using var manifest = JsonDocument.Parse(files["manifest.json"]);
        var listed = manifest.RootElement.GetProperty("files").EnumerateArray().ToDictionary(f => f.GetProperty("name").GetString()!, f => f.GetProperty("sha256").GetString());
        Assert.That(listed.Keys.Append("manifest.json"), Is.EquivalentTo(files.Keys));
        Assert.That(listed, Is.EqualTo(files.Where(f => f.Key != "manifest.json").ToDictionary(f => f.Key, f => Convert.ToHexStringLower(SHA256.HashData(f.Value)))));
        Assert.That(manifest.RootElement.GetProperty("questionnaire_sha256").GetString(), Is.EqualTo(Report.Edition.QuestionnaireSha256));

        // What is in the file is what was counted: everybody, and of each service the ratings that the report has. Only where the codebook
        // says that groups are withheld the file has fewer, and then by so many that nobody can be told.
        var partly = Rows(files["codebook.csv"]).Where(r => r["withheld_note"].Length > 0).Select(r => r["variable"]).ToHashSet();
        var wide = Rows(files["responses_wide.csv"]);
        Assert.That(wide, Has.Count.EqualTo(Report.Rows(HeadlineRow.Table).Single().Respondents));
        foreach (var service in Report.Rows(ServiceYearRow.Table).Where(r => Report.Edition.Questionnaire.Service(r.Item) is not null && r.Valid is not null))
        {
            var missing = service.Valid - wide.Count(r => int.TryParse(r[$"{service.Item}.overall"], out var code) && code > 0);
            Assert.That(missing, partly.Contains($"{service.Item}.overall") ? Is.GreaterThanOrEqualTo(10) : Is.Zero, service.Item);
        }
        Assert.That(partly, Is.Not.Empty);
    }

    [Test]
    public async Task The_benchmark_has_the_figures_of_the_report()
    {
        await SignInAsync(Page, Roles.Analyst, Urls.Report(Survey, Year));
        var (name, bytes) = await DownloadAsync(Page, File("Benchmark"));
        var everybody = Rows(bytes).Where(r => r["customer_group"] is "" or "all").ToArray();

        Assert.That(name, Is.EqualTo("internal-services-2025-benchmark_v1.csv"));
        var headline = Report.Rows(HeadlineRow.Table).Single();
        Assert.That(everybody.Select(r => r["n_responses"]).Distinct(), Is.EqualTo(new[] { $"{headline.Respondents}" }));
        foreach (var service in Report.Rows(ServiceYearRow.Table).Where(r => Report.Edition.Questionnaire.Service(r.Item) is not null && r.Valid >= 30))
            Assert.That(everybody.Select(r => (r["service_label"], r["n_valid"])), Does.Contain((Report.Edition.Questionnaire.ServiceName(service.Item), $"{service.Valid}")));
    }

    [Test]
    public async Task The_administrator_sees_in_the_audit_log_who_took_what()
    {
        await SignInAsync(Page, Roles.Analyst, Urls.Report(Survey, 2024));
        await DownloadAsync(Page, File("Microdata"));
        await DownloadAsync(Page, File("Benchmark"));
        await DownloadAsync(Page, File("Customer groups"));

        var administrator = await OpenAsync(Device.Desktop);
        await SignInAsync(administrator, Roles.Administrator, Urls.Audit);
        await administrator.GetByLabel("Who").FillAsync("andreas");
        await administrator.GetByLabel("What").FillAsync("downloaded");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        foreach (var taken in new[] { Urls.Microdata(Survey, 2024), Urls.Benchmark(Survey, 2024), Urls.AsCsv(Urls.Groups(Survey, 2024)) })
            await Expect(administrator.GetByRole(AriaRole.Row).Filter(new() { HasText = taken })).ToContainTextAsync("andreas");
        await administrator.AssertIsFitForEverybodyAsync();
    }

    [Test]
    public async Task The_CIO_is_offered_the_report_s_files_and_no_microdata()
    {
        await SignInAsync(Page, Roles.Cio, Urls.Report(Survey, Year));

        await Expect(File("Benchmark")).ToBeVisibleAsync();
        await Expect(File("Microdata")).ToHaveCountAsync(0);
    }

    private ILocator File(string name) => Page.Locator(".files-card").GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(byte[] csv) => ReportFile.Parse(Encoding.UTF8.GetString(csv));

    private static async Task<(string Name, byte[] Bytes)> DownloadAsync(IPage page, ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return (download.SuggestedFilename, await System.IO.File.ReadAllBytesAsync(await download.PathAsync()));
    }
}
