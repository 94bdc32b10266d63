using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using SurveyHub.Features.Importing.Benchmarks;
using SurveyHub.Features.Reporting;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Reporting.Benchmarking;

/// <summary>Our published figures beside those of other organisations: page, file and picture.</summary>
public sealed class BenchmarkPageTests : ReportTest
{
    private const string Survey = ReportedSurvey.Key;
    private static readonly string Page = Urls.BenchmarkReport(Survey, 2025);
    private static readonly Questionnaire Ours = ReportedSurvey.Questionnaire(2025);

    // Of the six organisations: what they reach with each service, in per cent. R: quantile(c(70,72,75,80,85,90), c(.25,.5,.75), type = 7) is 72.75 77.5 83.75.
    private static readonly int[] Usual = [70, 72, 75, 80, 85, 90];

    [OneTimeSetUp]
    public async Task StoreOthers() => await AddAsync(Rows().ToArray());

    private static IEnumerable<string> Rows()
    {
        foreach (var (at, percent) in Usual.Index())
        {
            // Our 33 % with 120 ratings are worse, 86 % better; 60 % of printing lie within chance of 62.5.
            foreach (var service in new[] { "wifi", "desk", "tiny", "small", "overall" }) yield return Row(service, at, percent);
            yield return Row("mail", at, percent - 10);
            yield return Row("printing", at, percent - 15);
            // An earlier year of each does not count beside the later one.
            yield return Row("wifi", at, 5, 2024);
        }
        foreach (var at in Enumerable.Range(0, 3)) yield return Row("new", at, 50);
        foreach (var at in Enumerable.Range(0, 2)) yield return Row("new", at + 3, 50, 2025, ("item_hash", new string('1', 64)));
        yield return Row("reworded", 0, 50, 2025, ("scale_hash", new string('2', 64)));
        yield return Row("nobody", 0, 50, 2022);
        yield return Row("nobody", 1, 50, 2026);
    }

    private static string Row(string item, int organisation, int percent, int year = 2025, params (string, string)[] otherwise) =>
        BenchmarkText.Row(BenchmarkText.Question(Ours, item), $"org-{organisation}", year, percent, [("org_label", $"Secret {organisation}"), .. otherwise]);

    private async Task AddAsync(params string[] rows) =>
        Assert.That(await Host.WithAsync((ImportBenchmark import) => import.ExecuteAsync("olga", Survey, [("others.csv", () => BenchmarkText.Stream(BenchmarkText.File(rows)))])), Is.TypeOf<BenchmarkOutcome.Added>());

    [Test]
    public async Task The_file_has_median_quartiles_difference_and_the_tests_of_one_family()
    {
        var file = (await FileAsync(Urls.AsCsv(Page))).ToDictionary(r => r["service"]);

        var wifi = file["wifi"];
        Assert.That((wifi["n_valid"], wifi["organisations"], wifi["reason"], wifi["verdict"]), Is.EqualTo(("120", "6", "", "worse")));
        Assert.That((wifi.Number("lower_quartile"), wifi.Number("median"), wifi.Number("upper_quartile")), Is.EqualTo((0.7275, 0.775, 0.8375)).Within(1e-12));
        Assert.That(wifi.Number("diff"), Is.EqualTo(40 / 120.0 - 0.775).Within(1e-12));
        Assert.That((file["mail"]["verdict"], file["printing"]["verdict"], file["overall"]["verdict"], file["desk"]["verdict"]), Is.EqualTo(("better", "no clear difference", "no clear difference", "no clear difference")));
        // R: 2 * pnorm(-abs((72/120 - .625) / sqrt(.625 * .375 / 120))) and p.adjust(c(wifi, mail, printing, desk), "BH").
        Assert.That(file["printing"].Number("p"), Is.EqualTo(0.5716076449533315).Within(1e-12));
        double[] p = [.. new[] { "wifi", "mail", "printing", "desk" }.Select(s => file[s].Number("p")!.Value)];
        Assert.That(file["mail"].Number("q"), Is.EqualTo(p.Order().Index().Where(t => t.Item >= p[1]).Min(t => t.Item * 4 / (t.Index + 1))).Within(1e-15));
        Assert.That((file["overall"]["q"], file["overall"].Number("p") is not null), Is.EqualTo(("", true)), "one planned test of its own");
    }

    [Test]
    public async Task What_is_hidden_or_small_or_not_asked_alike_is_not_tested_and_says_why()
    {
        var file = (await FileAsync(Urls.AsCsv(Page))).ToDictionary(r => r["service"]);

        Assert.That(file["tiny"]["n_valid"] + file["tiny"]["share_good"] + file["tiny"]["diff"] + file["tiny"]["p"] + file["tiny"]["verdict"], Is.Empty);
        Assert.That((file["tiny"]["display"], file["tiny"]["organisations"]), Is.EqualTo(("hidden: fewer than minimum", "6")));
        Assert.That((file["small"]["verdict"], file["small"]["p"], file["small"].Number("diff")), Is.EqualTo(("too few to test", "", (double?)(13 / 20.0 - 0.775))));
        Assert.That(new[] { "new", "reworded", "nobody" }.Select(s => file[s]["reason"]), Is.EqualTo(["too few organisations", "other scale", "other years"]));
        Assert.That(file["new"]["median"] + file["new"]["diff"] + file["new"]["verdict"], Is.Empty);

        var text = HtmlTables.Text(await PageAsync(Page));
        Assert.That(text, Does.Contain("The new – too few organisations (3 of 5); 2 organisations ask in other words").And.Contain("The reworded – 1 organisation has another scale")
            .And.Contain("The nobody – 2 organisations have no figure of 2023 to 2025"));
        Assert.That(text, Does.Contain("too few answers").And.Contain("too few to test"));
    }

    [Test]
    public async Task Every_number_of_the_page_is_the_file_s_number_rounded()
    {
        var (html, file) = (await PageAsync(Page), (await FileAsync(Urls.AsCsv(Page))).Where(r => r["median"].Length > 0).ToArray());

        var rows = HtmlTables.Rows(html, "compared").Skip(1).ToArray();
        Assert.That(rows.Select(r => r[0]), Is.EqualTo(file.Select(f => f["service_name"])));
        foreach (var (row, figures) in rows.Zip(file))
        {
            Assert.That(row[1], Does.StartWith(figures.Percent("share_good") is { Length: > 0 } share ? $"{share} {figures.Interval("wilson_lower", "wilson_upper")}, {figures.Count("n_valid")} ratings" : "too few answers"), row[0]);
            Assert.That(row[3], Is.EqualTo($"{figures.Percent("median")} {figures.Interval("lower_quartile", "upper_quartile")}, {figures["organisations"]} organisations"), row[0]);
            Assert.That(row[4], figures["verdict"].Length == 0 ? Is.Empty : Does.Contain(figures["verdict"]), row[0]);
        }
        Assert.That(HtmlTables.Text(html), Does.Contain("Of 4 services tested against the median of other organisations, 1 is rated better; 1 is rated worse; for 2 there is no clear difference."));
    }

    [Test]
    public async Task No_page_file_or_picture_names_another_organisation_or_tells_what_one_of_them_reaches()
    {
        using var cio = await Host.SignInAsync(People.Cio);
        foreach (var address in new[] { Page, Urls.AsCsv(Page), Urls.AsSvg(Page), Urls.Figure(Survey, 2025, "benchmark/wifi") })
            Assert.That(await cio.GetStringAsync(new Uri(address, UriKind.Relative)), Does.Not.Contain("Secret").And.Not.Contain("org-").And.Not.Contain("0.7000").And.Not.Contain(",0.9,"), address);
    }

    [Test]
    public async Task What_is_behind_a_figure_is_for_all_and_shares_without_names_for_those_who_may_add_files()
    {
        var (figure, zip) = (Urls.Figure(Survey, 2025, "benchmark/wifi"), Urls.Recompute(Survey, 2025, "benchmark/wifi"));
        foreach (var person in People.All.Where(p => p != People.Administrator))
        {
            using var visitor = await Host.SignInAsync(person);
            var may = person == People.Owner || person == People.Analyst;
            var html = await PageAsync(figure, visitor);
            using var taken = await visitor.GetAsync(new Uri(zip, UriKind.Relative));
            Assert.That(HtmlTables.Text(html), Does.Contain("77.5 %: half of the organisations reach more").And.Contain("Adjusted by Benjamini and Hochberg over the 4 services tested"));
            Assert.That(html.Contains("Compute it again", StringComparison.Ordinal), Is.EqualTo(may), $"{person}");
            Assert.That(taken.StatusCode, Is.EqualTo(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden), $"{person}");
        }
    }

    [TestCase("benchmark/nothing")]
    [TestCase("benchmark/")]
    public async Task Of_what_we_do_not_ask_there_is_no_figure(string place)
    {
        using var answer = await Cio.GetAsync(new Uri(Urls.Figure(Survey, 2025, place), UriKind.Relative));

        Assert.That((int)answer.StatusCode, Is.EqualTo(StatusCodes.Status404NotFound));
    }

    [Test]
    public async Task The_picture_says_in_words_what_it_shows()
    {
        var picture = System.Xml.Linq.XDocument.Parse(await Cio.GetStringAsync(new Uri(Urls.AsSvg(Page), UriKind.Relative)));

        var titles = picture.Descendants().Where(e => e.Name.LocalName == "title").Select(e => e.Value.Replace('\u00A0', ' ')).ToArray();
        Assert.That(titles, Has.Some.EqualTo("The wifi: 33 % (26–42 %); median 78 % of 6 organisations; worse, −44"));
        Assert.That(titles, Has.Some.EqualTo("The tiny: too few answers; median 78 % of 6 organisations"));
    }

    [Test]
    public async Task Without_any_organisation_the_page_says_how_to_get_some_and_offers_it_to_those_who_may()
    {
        await StoreAsync("alone", 2025, ["wifi"], Enumerable.Repeat(new SurveyHub.Tests.Results.Person([("wifi.overall", 4)]), 40));
        var page = Urls.BenchmarkReport("alone", 2025);
        using var analyst = await Host.SignInAsync(People.Analyst);

        var (cio, own) = (await PageAsync(page), await PageAsync(page, analyst));

        Assert.That(HtmlTables.Text(cio), Does.Contain("No figures of other organisations").And.Contain("at least 5 organisations, from 2023 to 2025").And.Contain("Your survey’s owner or an analyst can add them."));
        Assert.That(cio, Does.Not.Contain(Urls.OtherOrganisations("alone")).And.Not.Contain(Urls.AsSvg(page)));
        Assert.That(own, Does.Contain($"href=\"{Urls.OtherOrganisations("alone")}\""));
        Assert.That((await FileAsync(Urls.AsCsv(page))).Single()["reason"], Is.EqualTo("nobody else asks"));
    }

    [Test]
    public async Task Our_own_figures_under_a_former_code_are_not_among_the_others()
    {
        // Stored before the code was ours: the page leaves them out all the same.
        var own = new BenchmarkOptions().IdIn(Ours);
        var figures = await Host.WithAsync((PublishedSurveys surveys) => surveys.FindAsync(Survey));
        await Host.WithAsync((OtherOrganisations others) => Host.Database.WriteAsync(work => others.AddAsync(work, Survey, "olga",
            [new() { OrgId = own, Year = 2025 }], [new() { OrgId = own, Year = 2025, Concept = "wifi", Dimension = "overall", ItemHash = BenchmarkText.Question(Ours, "wifi").ItemHash, ScaleHash = BenchmarkText.Question(Ours, "wifi").ScaleHash, Valid = 120, Share = 40 / 120.0 }])));

        Assert.That(figures, Is.Not.Null);
        Assert.That((await FileAsync(Urls.AsCsv(Page))).Single(r => r["service"] == "wifi")["organisations"], Is.EqualTo(6.ToString(CultureInfo.InvariantCulture)));
    }
}
