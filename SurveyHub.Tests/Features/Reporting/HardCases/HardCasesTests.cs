using System.Net;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Reporting.HardCases;

/// <summary>Surveys of which little can be said, or too much: every page and file of theirs is there, and says in words what it has not.</summary>
public sealed class HardCasesTests
{
    private SurveyHubHost _host = null!;
    private HttpClient _analyst = null!;

    [OneTimeSetUp]
    public async Task CloseAllEditions()
    {
        _host = await SurveyHubHost.StartAsync();
        foreach (var survey in HardSurvey.All) await survey.StoreAsync(_host);
        _analyst = await _host.SignInAsync(People.Analyst);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _analyst.Dispose();
        await _host.DisposeAsync();
    }

    private static IEnumerable<string> Surveys => HardSurvey.All.Select(s => s.Key);

    [TestCaseSource(nameof(Surveys))]
    public async Task Every_page_and_every_file_of_the_report_is_there_and_has_no_figure_that_is_none(string survey)
    {
        var walk = new ReportWalk(_analyst, survey);

        await walk.GoAsync();

        Assert.Multiple(() =>
        {
            Assert.That(walk.Faults, Is.Empty);
            Assert.That(walk.Read, Has.Count.GreaterThan(60));
            foreach (var page in (string[])["services", "changes", "groups", "priorities", "drivers", "distribution", "benchmark", "participation", "representativeness", "comments", "board-paper", "disclosure", "method"])
                Assert.That(walk.Read, Has.Some.EndsWith($"/{page}"), page);
        });
    }

    [TestCase("nobody-answers", "", "nobody answered", "No customer group could be tested")]
    [TestCase("nobody-answers", "/services", "nobody answered in 2025")]
    [TestCase("nobody-answers", "/groups", "Nobody rated anything, so there is nothing to split by customer group.")]
    [TestCase("nobody-answers", "/board-paper", "Good or excellent: nobody answered")]
    [TestCase("nobody-answers", "/disclosure", "There are no figures: nobody was asked, or nobody rated anything.")]
    [TestCase("nobody-answers", "/distribution", "nobody answered")]
    [TestCase("one-answer", "", "too few answers", "No customer group could be tested")]
    [TestCase("one-answer", "/services", "Fewer than 10 answers stand behind it.")]
    [TestCase("one-answer", "/representativeness", "cannot be judged")]
    [TestCase("never-used", "/services", "no ratings, 60 could not judge", "no ratings in 2025")]
    [TestCase("never-used", "", "no ratings: everybody who answered could not judge", "No service has ratings: everybody who answered could not judge.")]
    [TestCase("never-used", "/board-paper", "No service has ratings: everybody who answered could not judge.")]
    [TestCase("never-used", "/services?show=funnel", "No service has ratings: everybody who answered could not judge.")]
    [TestCase("never-used", "/priorities", "No priorities")]
    [TestCase("unrated", "/services", "no ratings, 60 could not judge")]
    [TestCase("unrated", "/services/print", "no ratings, 60 could not judge", "not compared with the others")]
    [TestCase("one-department", "/groups", "too few to test")]
    [TestCase("small-departments", "/groups", "Fewer than 10 answers stand behind it.")]
    [TestCase("all-breaks", "/changes?compare=2023", "no difference is computed")]
    [TestCase("one-service", "/services", "Fewer than 3 services have 30 ratings or more")]
    [TestCase("markup-names", "/services", "&lt;b&gt;wifi &amp; &quot;more&quot;&lt;/b&gt; =1&#x2B;1")]
    public async Task The_page_says_what_it_has_not(string survey, string page, params string[] words)
    {
        using var answer = await _analyst.GetAsync(new Uri(Urls.Report(survey, page.Contains("2023", StringComparison.Ordinal) ? 2024 : 2025) + page, UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(words.Where(sentence => !html.Contains(sentence, StringComparison.Ordinal)), Is.Empty);
        Assert.That(html, Does.Not.Contain("All 0 "));
    }
}
