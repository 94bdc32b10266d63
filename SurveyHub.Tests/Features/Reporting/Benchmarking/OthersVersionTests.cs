using System.IO.Compression;
using System.Text.RegularExpressions;
using SurveyHub.Features.Importing.Benchmarks;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Reporting.Benchmarking;

/// <summary>The data version of the comparison covers the figures of others, and its addresses open when too few of them are left.</summary>
public sealed partial class OthersVersionTests : ReportTest
{
    private const string Survey = ReportedSurvey.Key;
    private static readonly string Page = Urls.BenchmarkReport(Survey, 2025);
    private static readonly string Wifi = Urls.Figure(Survey, 2025, "benchmark/wifi");
    private static readonly Questionnaire Ours = ReportedSurvey.Questionnaire(2025);

    [SetUp]
    public async Task StoreSixOthers()
    {
        foreach (var organisation in Enumerable.Range(1, 7)) await RemoveAsync(organisation);
        await AddAsync([.. Enumerable.Range(1, 6).SelectMany(i => new[] { Row("wifi", i, 30 + 10 * i), Row("mail", i, 30 + 10 * i) })]);
    }

    [Test]
    public async Task Page_figure_file_picture_and_script_tell_one_version_that_begins_with_our_own()
    {
        var version = await OfThePageAsync();
        var own = Versions().Match(HtmlTables.Text(await PageAsync(Urls.Services(Survey, 2025)))).Groups[1].Value;

        Assert.That(version, Does.Match($"^{own}\\+[0-9a-f]{{8}}$"));
        Assert.That((await FileAsync(Urls.AsCsv(Page))).Select(r => r["data_version"]), Is.All.EqualTo(version));
        Assert.That(await Cio.GetStringAsync(new Uri(Urls.AsSvg(Page), UriKind.Relative)), Does.Contain(version));
        Assert.That(HtmlTables.Text(await PageAsync(Wifi)), Does.Contain($"Edition 2025, version {version};").And.Contain("behind a plus sign changes when figures of other organisations are added or removed"));
        using var analyst = await Host.SignInAsync(People.Analyst);
        using var zip = new ZipArchive(await analyst.GetStreamAsync(new Uri(Urls.Recompute(Survey, 2025, "benchmark/wifi"), UriKind.Relative)));
        using var script = new StreamReader(zip.GetEntry("recompute.R")!.Open());
        Assert.That(await script.ReadToEndAsync(), Does.Contain($"data {version}"));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Figure(Survey, 2025, "headline"))), Does.Contain($"version {own};"), "other figures are of ours alone");
    }

    [Test]
    public async Task It_changes_with_every_figure_of_others_that_is_used_and_with_no_other()
    {
        var before = await OfThePageAsync();
        Assert.That(await OfThePageAsync(), Is.EqualTo(before));

        await AddAsync(BenchmarkText.Row(BenchmarkText.Question(Ours, "wifi") with { Concept = "parking" }, "org-7", 2025, 70), Row("wifi", 6, 70, 2019));
        Assert.That(await OfThePageAsync(), Is.EqualTo(before), "a figure that nothing of ours stands beside");

        // The highest one moves neither median nor quartile.
        var median = (await FileAsync(Urls.AsCsv(Page))).Single(r => r["service"] == "wifi")["median"];
        await AddAsync(Row("wifi", 6, 95));
        var after = await OfThePageAsync();
        Assert.That((await FileAsync(Urls.AsCsv(Page))).Single(r => r["service"] == "wifi")["median"], Is.EqualTo(median));
        Assert.That(after, Is.Not.EqualTo(before));

        await RemoveAsync(1);
        Assert.That(await OfThePageAsync(), Is.Not.EqualTo(after).And.Not.EqualTo(before));
    }

    [Test]
    public async Task Without_any_figure_of_others_it_is_our_own()
    {
        foreach (var organisation in Enumerable.Range(1, 6)) await RemoveAsync(organisation);

        Assert.That(await OfThePageAsync(), Does.Match("^[0-9a-f]{12}$"));
    }

    [Test]
    public async Task An_address_of_a_benchmark_says_why_there_is_none_any_more()
    {
        await RemoveAsync(1);
        await RemoveAsync(2);

        var html = await PageAsync(Wifi);

        Assert.That(HtmlTables.Text(html), Does.Contain("The wifi: beside other organisations, 2025").And.Contain("No benchmark")
            .And.Contain("At present: too few organisations (4 of 5). A benchmark needs 5 organisations that ask the same question in the same words on the same scale, each with a figure of 2023 to 2025.")
            .And.Contain("There may have been").And.Contain("33 % (26–42 %), 120 ratings").And.Contain($"version {await OfThePageAsync()};"));
        Assert.That(html, Does.Not.Contain("Compute it again"));
        Assert.That(HtmlTables.Text(await PageAsync(Page)), Does.Contain("The wifi – too few organisations (4 of 5)"));

        foreach (var organisation in Enumerable.Range(3, 4)) await RemoveAsync(organisation);
        Assert.That(HtmlTables.Text(await PageAsync(Wifi)), Does.Contain("At present: nobody else asks about it."));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Figure(Survey, 2025, "benchmark/tiny"))), Does.Contain("Our share Hidden."));
    }

    [Test]
    public async Task How_it_is_computed_speaks_of_organisations_and_not_of_two_years()
    {
        var text = HtmlTables.Text(await PageAsync(Page));

        Assert.That(text, Does.Contain("Only when the difference from the median is beyond the chance in our own figure (5 %, adjusted for the number of services compared) and our figure has at least 30 ratings."));
        Assert.That(text, Does.Not.Contain("both years"));
    }

    private async Task<string> OfThePageAsync() => Versions().Match(HtmlTables.Text(await PageAsync(Page))).Groups[1].Value;

    private static string Row(string item, int organisation, int percent, int year = 2025) =>
        BenchmarkText.Row(BenchmarkText.Question(Ours, item), $"org-{organisation}", year, percent);

    private async Task AddAsync(params string[] rows)
    {
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await Host.WithAsync((ImportBenchmark import) => import.ExecuteAsync("olga", Survey, [("others.csv", () => BenchmarkText.Stream(BenchmarkText.File(rows)))])), Is.TypeOf<BenchmarkOutcome.Added>());
    }

    private async Task RemoveAsync(int organisation)
    {
        foreach (var year in new[] { 2019, 2025 }) await Host.WithAsync((RemoveBenchmark remove) => remove.ExecuteAsync("olga", Survey, $"org-{organisation}", year));
    }

    [GeneratedRegex("Data version ([0-9a-f+]+)")]
    private static partial Regex Versions();
}
