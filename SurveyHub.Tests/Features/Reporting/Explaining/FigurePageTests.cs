using System.Net;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Reporting.Explaining;

public sealed class FigurePageTests : ReportTest
{
    [TestCase("ratings/wifi", "The wifi: good or excellent, 2025", "33 % (26–42 %)", "120 valid ratings; 40 of them good or excellent.")]
    [TestCase("ratings/wifi.fast", "The wifi, How fast is it?: good or excellent, 2025", "33 % (26–42 %)", "120 valid ratings")]
    [TestCase("ratings/small", "The small: good or excellent, 2025", "65 % (43–82 %)", "Small base: below 30 ratings nothing is tested.")]
    [TestCase("headline", "good or excellent, 2025", "77 % (68–83 %)", "120 valid ratings")]
    [TestCase("changes/2024/desk", "The desk: change from 2024 to 2025", "better, +20", "Adjusted by Benjamini and Hochberg over the 5 services tested")]
    [TestCase("changes/2023/reworded", "The reworded: change from 2023 to 2025", "not comparable", "no difference is computed")]
    [TestCase("changes/2024/overall", "change from 2024 to 2025", "no clear change", "One planned test, adjusted for no other.")]
    [TestCase("groups/role/nurse/desk", "The desk: good or excellent, Role nurse, 2025", "", "Held against everybody else, not against all")]
    public async Task A_figure_says_what_it_is_what_stands_behind_it_and_where_it_comes_from(string place, string title, string value, string said)
    {
        var text = HtmlTables.Text(await PageAsync(Urls.Figure(ReportedSurvey.Key, 2025, place)));

        Assert.Multiple(() =>
        {
            foreach (var part in new[] { title, value, said, "What it says", "Disclosure", "Weighting None: every answer counts the same.", "Method surveyhub-", "Data Edition 2025, version ", $"Address {Urls.Figure(ReportedSurvey.Key, 2025, place)}" })
                Assert.That(text, Does.Contain(part).IgnoreCase);
        });
    }

    [TestCase("ratings/tiny", "too few answers", "Hidden. Fewer than 10 answers. Its answers still count in every total.")]
    [TestCase("ratings/nobody", "no ratings", "Disclosure")]
    [TestCase("groups/department/chapel/wifi", "too few answers", "Its answers still count in every total.")]
    [TestCase("changes/2024/tiny", "too few answers", "too few answers stand behind the figure")]
    public async Task What_is_hidden_says_why_and_has_nothing_to_compute(string place, string value, string why)
    {
        var page = await PageAsync(Urls.Figure(ReportedSurvey.Key, 2025, place));
        using var file = await Cio.GetAsync(new Uri(Urls.Recompute(ReportedSurvey.Key, 2025, place), UriKind.Relative));

        Assert.That(HtmlTables.Text(page), Does.Contain(value).And.Contain(why));
        Assert.That(page, Does.Not.Contain("recompute.zip"));
        Assert.That(file.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("")]
    [TestCase("ratings")]
    [TestCase("ratings/elevator")]
    [TestCase("ratings/group.department")]
    [TestCase("changes/2025/wifi")]
    [TestCase("changes/2026/wifi")]
    [TestCase("changes/then/wifi")]
    [TestCase("groups/department/nobody/wifi")]
    [TestCase("groups/shoe-size/large/wifi")]
    [TestCase("groups/role/nurse/wifi/more")]
    public async Task What_the_report_does_not_have_is_not_found(string place)
    {
        foreach (var address in new[] { Urls.Figure(ReportedSurvey.Key, 2025, place), Urls.Recompute(ReportedSurvey.Key, 2025, place) })
        {
            using var answer = await Cio.GetAsync(new Uri(address, UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), address);
        }
    }

    [Test]
    public async Task An_open_edition_explains_nothing()
    {
        var page = await PageAsync(Urls.Figure(ReportedSurvey.Key, 2026, "ratings/wifi"));
        using var file = await Cio.GetAsync(new Uri(Urls.Recompute(ReportedSurvey.Key, 2026, "ratings/wifi"), UriKind.Relative));

        Assert.That(page, Does.Not.Contain("valid ratings"));
        Assert.That(file.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task Every_figure_of_the_pages_leads_to_its_explanation()
    {
        string[] pages =
        [
            Urls.Trend(ReportedSurvey.Key), Urls.Report(ReportedSurvey.Key, 2025), Urls.Services(ReportedSurvey.Key, 2025), Urls.Services(ReportedSurvey.Key, 2025) + "?compare=2023",
            Urls.Changes(ReportedSurvey.Key, 2025), Urls.Groups(ReportedSurvey.Key, 2025), Urls.Groups(ReportedSurvey.Key, 2025) + "?by=role&group=nurse",
        ];
        foreach (var page in pages)
        {
            var links = Links(await PageAsync(page));
            Assert.That(links, Is.Not.Empty, page);
            foreach (var link in links) await PageAsync(link);
        }
    }

    [Test]
    public async Task Who_may_not_take_files_sees_the_explanation_and_no_counts()
    {
        using var serviceOwner = await Host.SignInAsync(People.ServiceOwner);
        var page = await PageAsync(Urls.Figure(ReportedSurvey.Key, 2025, "ratings/wifi"), serviceOwner);
        using var file = await serviceOwner.GetAsync(new Uri(Urls.Recompute(ReportedSurvey.Key, 2025, "ratings/wifi"), UriKind.Relative));

        Assert.That(page, Does.Contain("33").And.Not.Contain("recompute.zip"));
        Assert.That(file.StatusCode, Is.Not.EqualTo(HttpStatusCode.OK));
    }

    private static string[] Links(string html) =>
        [.. html.Split("href=\"").Skip(1).Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]).Where(link => link.Contains("/figures/", StringComparison.Ordinal)).Select(WebUtility.HtmlDecode).OfType<string>().Distinct()];
}
