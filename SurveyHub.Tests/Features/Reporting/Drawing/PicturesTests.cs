using System.Net;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Reporting.Drawing;

/// <summary>Every chart as a picture of its own: the figures of its page, and nothing that the page does not show.</summary>
public sealed class PicturesTests : ReportTest
{
    private static readonly string[] OfAnEdition = [.. new[] { "/services", "/changes", "/groups", "/distribution", "/priorities", "/drivers", "/benchmark", "/expectations", "/wordings", "/representativeness", "/services/wifi", "/services/reworded", "/services/tiny", "/groups/role/nurse", "/groups/department/chapel" }.Select(page => Urls.Report(ReportedSurvey.Key, 2025) + page)];

    private static IEnumerable<string> Pages => OfAnEdition.Prepend(Urls.Trend(ReportedSurvey.Key));

    internal static IEnumerable<string> Pictures =>
        [.. Pages.Select(Urls.AsSvg), Urls.AsSvg(Urls.Groups(ReportedSurvey.Key, 2025)) + "?by=role&show=difference", Urls.AsSvg(Urls.Groups(ReportedSurvey.Key, 2025)) + "?show=impact", Urls.AsSvg(Urls.Services(ReportedSurvey.Key, 2025)) + "?show=funnel", Urls.AsSvg(Urls.Series(ReportedSurvey.Key, "desk")), Urls.AsSvg(Urls.Changes(ReportedSurvey.Key, 2023)), Urls.AsSvg(Urls.Services(ReportedSurvey.Key, 2023))];

    [TestCaseSource(nameof(Pictures))]
    public async Task A_picture_stands_alone_and_says_what_it_is(string address)
    {
        var picture = await PictureAsync(address);

        Assert.That((picture.Width, picture.Language), Is.EqualTo((960, "en")));
        Assert.That(picture.Said.Title, Does.EndWith("How good are our services?"));
        Assert.That(picture.Said.Description, Is.Not.Empty);
        Assert.That(picture.Foreign, Is.Empty);
        Assert.That(picture.Text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), Does.Not.Contain("http").And.Not.Contain("var("), "no address but the language's own");
        Assert.That(string.Join(' ', picture.Words), Does.Match("Source: How good are our services\\?, .*2025.* methods surveyhub-[0-9]+, data [0-9a-f]{12}|Source: .* 2023\\."));
    }

    [TestCaseSource(nameof(Pictures))]
    public async Task Nothing_written_in_a_picture_lies_on_anything_else(string address) =>
        Assert.That((await PictureAsync(address)).Collisions(), Is.Empty);

    [Test]
    public async Task The_services_have_the_figures_of_their_page()
    {
        var picture = await PictureAsync(Urls.AsSvg(Urls.Services(ReportedSurvey.Key, 2025)));
        var file = (await FileAsync(Urls.AsCsv(Urls.Services(ReportedSurvey.Key, 2025)))).Where(r => r["question"] == "overall").ToArray();

        foreach (var row in file)
        {
            Assert.That(picture.Words, Does.Contain(row["service_name"]));
            if (row["share_good"].Length > 0) Assert.That(picture.Words, Is.SupersetOf(new[] { row.Percent("share_good"), row.Interval("wilson_lower", "wilson_upper"), row.Count("n_valid") }), row["service"]);
        }
        Assert.That(picture.Words.Where(w => w.StartsWith("The ", StringComparison.Ordinal)), Is.EqualTo(file.Select(r => r["service_name"])), "in the order of the page");
        Assert.That(picture.Words, Is.SupersetOf(new[] { "lowest rated", "too few answers", "no ratings, 120 could not judge", "below 80 %", "better, +20", "worse, −20", "small base", "Since 2024" }));
        Assert.That(picture.Hatched, Is.EqualTo(2), "the hidden service, and the legend");
    }

    [Test]
    public async Task The_trend_has_every_edition_with_its_base()
    {
        var picture = await PictureAsync(Urls.AsSvg(Urls.Trend(ReportedSurvey.Key)));
        var later = await PictureAsync(Urls.AsSvg(Urls.Trend(ReportedSurvey.Key)) + "?from=2024");

        foreach (var row in await FileAsync(Urls.AsCsv(Urls.Trend(ReportedSurvey.Key))))
            Assert.That(picture.Words, Is.SupersetOf(new[] { row["year"], row.Percent("share_good").Replace(" %", "", StringComparison.Ordinal), $"n {row.Count("n_ratings")}" }));
        Assert.That(later.Words, Does.Contain("Good or excellent, 2024 to 2025").And.Not.Contain("2023"));
    }

    [Test]
    public async Task The_changes_have_both_shares_and_the_verdict()
    {
        var picture = await PictureAsync(Urls.AsSvg(Urls.Changes(ReportedSurvey.Key, 2025)) + "?compare=2023");

        foreach (var row in (await FileAsync(Urls.AsCsv(Urls.Changes(ReportedSurvey.Key, 2025)) + "?compare=2023")).Where(r => r["q"].Length > 0))
            Assert.That(picture.Words, Is.SupersetOf(new[] { row["service_name"], row.Percent("share_from"), row.Percent("share_to") }));
        Assert.That(picture.Words, Is.SupersetOf(new[] { "Changes since 2023", "Clear changes, largest first", "better, +23", "worse, −20", "No clear change", "Not tested", "No longer asked about: The gone." }));
    }

    [Test]
    public async Task The_heat_map_has_a_cell_for_every_figure_and_a_hatch_for_every_hidden_one()
    {
        var picture = await PictureAsync(Urls.AsSvg(Urls.Groups(ReportedSurvey.Key, 2025)));
        var cells = await FileAsync(Urls.AsCsv(Urls.Groups(ReportedSurvey.Key, 2025)));

        Assert.That(picture.Words, Is.SupersetOf(cells.Where(c => c["pooled_of"].Length == 0).Select(c => c["segment"]).Distinct()));
        foreach (var cell in cells.Where(c => c["share_good"].Length > 0))
            Assert.That(picture.Titles.Select(t => t.Replace('\u00A0', ' ')), Has.Some.Contains($"{cell.Percent("share_good")} ({cell.Interval("wilson_lower", "wilson_upper")}), {cell.Count("n_valid")} rating"));
        Assert.That(picture.Hatched, Is.GreaterThan(cells.Count(c => c["display"].StartsWith("hidden", StringComparison.Ordinal))));
    }

    [Test]
    public async Task A_service_and_a_group_have_the_figures_of_their_years()
    {
        foreach (var page in new[] { Urls.Service(ReportedSurvey.Key, 2025, "desk"), Urls.Series(ReportedSurvey.Key, "desk"), Urls.Group(ReportedSurvey.Key, 2025, "role", "nurse") })
        {
            var picture = await PictureAsync(Urls.AsSvg(page));
            var years = (await FileAsync(Urls.AsCsv(page))).Where(r => !r.ContainsKey("part") || r["part"] is "edition" or "overall").ToArray();
            Assert.That(picture.Words, Is.SupersetOf(years.Select(r => r.Percent("share_good").Replace(" %", "", StringComparison.Ordinal)).Concat(["2023", "2024", "2025"])), page);
            Assert.That(await PageAsync(page), Does.Contain($"href=\"{Urls.AsSvg(page)}\""), page);
        }
        Assert.That((await PictureAsync(Urls.AsSvg(Urls.Service(ReportedSurvey.Key, 2025, "reworded")))).Words, Has.Some.StartsWith("^ 2024: its owner declared"));
        Assert.That((await PictureAsync(Urls.AsSvg(Urls.Service(ReportedSurvey.Key, 2025, "tiny")))).Words, Does.Contain("2025: too few answers."));
        Assert.That((await PictureAsync(Urls.AsSvg(Urls.Service(ReportedSurvey.Key, 2025, "wifi")))).Words.Select(w => w.Replace('\u00A0', ' ')), Does.Contain("target 80 %"));
    }

    [Test]
    public async Task A_first_edition_has_no_changes_and_says_so() =>
        Assert.That((await PictureAsync(Urls.AsSvg(Urls.Changes(ReportedSurvey.Key, 2023)))).Words, Does.Contain("2023 is the first edition with a report. Changes come with the next one."));

    [Test]
    public async Task An_open_edition_gives_no_picture_and_one_that_is_not_there_is_not_found()
    {
        foreach (var page in OfAnEdition)
        {
            Assert.That(await StatusAsync(Urls.AsSvg(page.Replace("2025", "2026", StringComparison.Ordinal)), People.Cio), Is.EqualTo(HttpStatusCode.Conflict), page);
            Assert.That(await StatusAsync(Urls.AsSvg(page.Replace("2025", "2019", StringComparison.Ordinal)), People.Cio), Is.EqualTo(HttpStatusCode.NotFound), page);
        }
        Assert.That(await StatusAsync("/reports/nothing.svg", People.Cio), Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Pictures_are_for_those_who_may_export_and_only_they_are_offered_them()
    {
        Support.Person[] mayExport = [People.Owner, People.Cio, People.Analyst];
        foreach (var page in Pages)
            foreach (var person in People.All)
                Assert.That(await StatusAsync(Urls.AsSvg(page), person), Is.EqualTo(mayExport.Contains(person) ? HttpStatusCode.OK : HttpStatusCode.Forbidden), $"{page} {person}");
        var serviceOwner = await Host.SignInAsync(People.ServiceOwner);
        foreach (var page in OfAnEdition.Take(3))
        {
            Assert.That(await PageAsync(page), Does.Contain($"href=\"{Urls.AsSvg(page)}\""));
            Assert.That(await PageAsync(page, serviceOwner), Does.Not.Contain(Urls.AsSvg(page)));
        }
    }

    [Test]
    public async Task Who_took_a_picture_stands_in_the_audit_log_with_its_filters()
    {
        using var analyst = await Host.SignInAsync(People.Analyst);
        using var answer = await analyst.GetAsync(new Uri(Urls.AsSvg(Urls.Groups(ReportedSurvey.Key, 2025)) + "?by=role&show=difference&note=ill", UriKind.Relative));

        Assert.That(answer.Content.Headers.ContentDisposition?.FileName, Is.EqualTo("internal-2025-groups.svg"));
        Assert.That((await Host.AuditAsync())[^1], Is.EqualTo("anna downloaded internal 2025 (/reports/internal/2025/groups.svg?by=role&show=difference)"));
    }

    private async Task<PictureFile> PictureAsync(string address)
    {
        using var answer = await Cio.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.OK, "image/svg+xml")), address);
        return new(await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpStatusCode> StatusAsync(string address, Support.Person person)
    {
        using var visitor = await Host.SignInAsync(person);
        using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative));
        return answer.StatusCode;
    }
}
