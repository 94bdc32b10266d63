using System.IO.Compression;
using System.Net;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Shell;
using SurveyHub.Tests.Features.Reporting;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Exporting;

/// <summary>The analyst's files at their addresses, with the demonstration loaded.</summary>
public sealed class ExportAddressesTests
{
    private const string Microdata = "/exports/internal-services/2025/microdata.zip";
    private const string Sav = "/exports/internal-services/2025/microdata.sav";
    private const string Benchmark = "/exports/internal-services/2025/benchmark.csv";

    private SurveyHubHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await SurveyHubHost.StartAsync(new() { Environment = "Development", WithDemonstration = true });

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_stranger_is_sent_to_sign_in([Values(Microdata, Sav, Benchmark)] string address)
    {
        using var stranger = _host.Visitor();
        using var answer = await stranger.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found));
    }

    [Test]
    public async Task The_CIO_takes_the_benchmark_and_not_the_microdata()
    {
        using var cio = await _host.SignInAsync(People.Cio);
        using var benchmark = await cio.GetAsync(new Uri(Benchmark, UriKind.Relative));
        using var microdata = await cio.GetAsync(new Uri(Microdata, UriKind.Relative));
        using var sav = await cio.GetAsync(new Uri(Sav, UriKind.Relative));
        Assert.That((benchmark.StatusCode, microdata.StatusCode, sav.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)));
    }

    [Test]
    public async Task The_open_edition_gives_no_file_and_says_why([Values("zip", "sav")] string format)
    {
        using var analyst = await _host.SignInAsync(People.Analyst);
        using var answer = await analyst.GetAsync(new Uri($"/exports/internal-services/2026/microdata.{format}", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("not closed yet"));
    }

    [Test]
    public async Task An_edition_nobody_knows_is_not_found([Values("microdata.zip", "microdata.sav", "benchmark.csv")] string file)
    {
        using var analyst = await _host.SignInAsync(People.Analyst);
        using var answer = await analyst.GetAsync(new Uri($"/exports/internal-services/1999/{file}", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Fewer_people_than_a_figure_needs_are_in_no_file_and_the_page_says_so_without_a_link()
    {
        var edition = await Answered.EditionAsync(_host.Database, A.Questionnaire("wifi"), 2025, 9.Times(("wifi.overall", 5), ("group.department", 1)));
        await _host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
        using var analyst = await _host.SignInAsync(People.Analyst);

        using var answer = await analyst.GetAsync(new Uri(Urls.Microdata("internal", 2025), UriKind.Relative));
        using var sav = await analyst.GetAsync(new Uri(Urls.MicrodataForSpss("internal", 2025), UriKind.Relative));
        var page = await analyst.GetStringAsync(new Uri(Urls.Report("internal", 2025), UriKind.Relative));

        Assert.That((answer.StatusCode, await answer.Content.ReadAsStringAsync()),
            Is.EqualTo((HttpStatusCode.Conflict, "In 2025 fewer than 10 people answered. Then nothing is shown of what they said, on no page and in no file.")));
        Assert.That(page, Does.Contain("none: fewer than 10 people answered").And.Not.Contain(Urls.Microdata("internal", 2025)).And.Not.Contain(Urls.MicrodataForSpss("internal", 2025)));
        Assert.That(sav.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task While_it_is_open_which_figures_are_published_files_beside_the_report_say_so([Values("microdata.zip", "microdata.sav", "benchmark.csv", "codebook.xml")] string file)
    {
        await _host.Database.WriteAsync(work => work.ExecuteAsync(
            "delete from report_table where name = 'disclosure' and edition_id = (select edition_id from edition where survey_key = 'internal-services' and year = 2020)"));
        using var analyst = await _host.SignInAsync(People.Analyst);
        using var answer = await analyst.GetAsync(new Uri($"/exports/internal-services/2020/{file}", UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("the survey's owner has not decided yet which are published"));
    }

    [Test]
    public async Task The_package_is_a_whole_ZIP_with_every_response()
    {
        using var analyst = await _host.SignInAsync(People.Analyst);
        using var zip = new ZipArchive(await analyst.GetStreamAsync(new Uri(Microdata, UriKind.Relative)));
        using var wide = new StreamReader(zip.GetEntry("responses_wide.csv")!.Open());
        var lines = (await wide.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(zip.Entries.Select(e => e.Name), Is.EqualTo(["responses_wide.csv", "responses_long.csv", "comments.csv", "codebook.csv", "manifest.json"]));
        Assert.That(lines, Has.Length.EqualTo(957));
    }

    [Test]
    public async Task The_file_for_SPSS_speaks_the_languages_of_the_edition_and_no_other()
    {
        using var analyst = await _host.SignInAsync(People.Analyst);
        using var english = await analyst.GetAsync(new Uri(Sav, UriKind.Relative));
        using var german = await analyst.GetAsync(new Uri($"{Sav}?lang=de", UriKind.Relative));
        using var klingon = await analyst.GetAsync(new Uri($"{Sav}?lang=tlh", UriKind.Relative));

        Assert.That((english.StatusCode, german.StatusCode, klingon.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound)));
        Assert.That(new[] { english, german }.Select(a => a.Content.Headers.ContentDisposition!.FileNameStar), Is.EqualTo(["internal-services-2025.sav", "internal-services-2025-de.sav"]));
        Assert.That((await english.Content.ReadAsByteArrayAsync()).Take(4), Is.EqualTo("$FL2"u8.ToArray()));
        Assert.That(System.Text.Encoding.UTF8.GetString(await german.Content.ReadAsByteArrayAsync()), Does.Contain("keine Antwort"));
    }

    [Test]
    public async Task The_benchmark_has_the_figures_of_the_report_and_none_under_ten_answers()
    {
        using var analyst = await _host.SignInAsync(People.Analyst);
        var rows = ReportFile.Parse(await analyst.GetStringAsync(new Uri(Benchmark, UriKind.Relative)));

        var report = await _host.WithAsync<ReportTableStore, EditionReport?>(store => store.FindAsync("internal-services", 2025));
        var wifi = report!.Rows(ServiceYearRow.Table).First(r => r.Item == "clinical_wifi");
        var row = rows.Single(r => r["service_concept"] == "clinical_wifi" && r["dimension"] == "overall" && r["customer_group"] == "all");
        Assert.Multiple(() =>
        {
            Assert.That(row["n_valid"], Is.EqualTo($"{wifi.Valid}"));
            Assert.That(double.Parse(row["good_excellent_pct"], System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(100 * wifi.Share!.Value).Within(1e-9));
            Assert.That(Enumerable.Range(1, 5).Sum(i => int.Parse(row[$"c{i}"], System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(wifi.Valid));
            Assert.That(rows.Where(r => r["n_valid"].Length > 0).Select(r => int.Parse(r["n_valid"], System.Globalization.CultureInfo.InvariantCulture)), Has.All.GreaterThanOrEqualTo(10), "a row without a number says “over 95 %” or “under 5 %”");
            Assert.That(rows.Where(r => r["customer_group"] != "all"), Is.Not.Empty);
        });
    }

    [Test]
    public async Task Every_download_stands_in_the_audit_log()
    {
        using var analyst = await _host.SignInAsync(People.Analyst);
        (await analyst.GetAsync(new Uri(Microdata, UriKind.Relative))).Dispose();
        (await analyst.GetAsync(new Uri(Sav, UriKind.Relative))).Dispose();
        var details = await _host.Database.ReadAsync(async (db, _) => await Dapper.SqlMapper.QueryAsync<string>(db, "select detail from audit_entry where verb = 'downloaded'"));
        Assert.That(details, Has.Some.EqualTo(Microdata).And.Some.EqualTo(Sav));
    }
}
