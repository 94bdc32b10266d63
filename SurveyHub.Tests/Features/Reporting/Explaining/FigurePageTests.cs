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
    [TestCase("priorities/wifi", "The wifi: importance and priority, 2025", "", "The lines are the medians of")]
    [TestCase("priorities/desk", "The desk: importance and priority, 2025", "", "How many gave which pair of ratings is not given out")]
    [TestCase("drivers/wifi", "The wifi: what goes with its rating, 2025", "How fast is it? 100 %", "120 people who rated the service and answered every one of its further questions, among the answers that the file of single responses tells; 100 are needed.")]
    [TestCase("drivers/mail", "The mail: what goes with its rating, 2025", "", "How many gave which combination of ratings is not given out")]
    [TestCase("distribution/wifi", "The wifi: how the ratings spread, 2025", "67 % bad, 0 % in the middle, 33 % good", "Shown from 30 ratings on")]
    [TestCase("averages/wifi", "The wifi: average code, 2025", "3.00 (2.74–3.26)", "Codes of different scales are never averaged.")]
    [TestCase("series/desk", "The desk: good or excellent, 2023 to 2025", "60 % in 2023, 63 % in 2024, 83 % in 2025", "2023: 120 ratings; 2024: 120 ratings; 2025: 120 ratings.")]
    [TestCase("series/reworded", "The reworded: good or excellent, 2023 to 2025", "in 2025", "No difference is computed and no line drawn.")]
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
    [TestCase("priorities/tiny", "too few answers", "is not given out")]
    [TestCase("drivers/tiny", "Too few answers to it, or to one of its questions.", "is not given out")]
    [TestCase("distribution/tiny", "not shown", "Hidden. Fewer than 10 answers.")]
    [TestCase("distribution/small", "not shown", "fewer than 30 ratings")]
    [TestCase("series/tiny", "no figure", "2025: too few answers.")]
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
    [TestCase("priorities/elevator")]
    [TestCase("drivers/new.fast")]
    [TestCase("distribution/group.department")]
    [TestCase("series/gone")]
    [TestCase("averages/small")]
    [TestCase("averages/tiny")]
    [TestCase("recommendations/wifi")]
    [TestCase("representativeness/department")]
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
            Urls.Priorities(ReportedSurvey.Key, 2025), Urls.Drivers(ReportedSurvey.Key, 2025), Urls.Distribution(ReportedSurvey.Key, 2025), Urls.Series(ReportedSurvey.Key, "desk"),
            Urls.Service(ReportedSurvey.Key, 2025, "desk"), Urls.Representativeness(ReportedSurvey.Key, 2025),
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

    [Test]
    public async Task Who_took_part_is_explained_to_those_only_who_may_see_it()
    {
        var place = Urls.Figure(ReportedSurvey.Key, 2025, "representativeness");
        using var serviceOwner = await Host.SignInAsync(People.ServiceOwner);

        Assert.That(HtmlTables.Text(await PageAsync(place)), Does.Contain("cannot be judged").And.Contain("What was looked at"));
        Assert.That(HtmlTables.Text(await PageAsync(place, serviceOwner)), Does.Contain("This figure is for those who may see who took part.").And.Not.Contain("What was looked at"));
    }

    private static string[] Links(string html) =>
        [.. html.Split("href=\"").Skip(1).Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]).Where(link => link.Contains("/figures/", StringComparison.Ordinal)).Select(WebUtility.HtmlDecode).OfType<string>().Distinct()];
}
