using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting;

/// <summary>A headline whose series broke: wherever its years stand together, nothing holds one side of the break against the other (methodology M13).</summary>
public sealed class SeriesBeginTests : ReportTest
{
    [OneTimeSetUp]
    public async Task StoreThem()
    {
        await CloseAsync("broken", 2020, good: 71);
        await CloseAsync("broken", 2021, good: 75);
        await CloseAsync("broken", 2022, good: 60, version: 2, HeadlineKind.MeanOfServices);
        await CloseAsync("rescaled", 2020, good: 71);
        await CloseAsync("rescaled", 2021, good: 55, version: 2);
        await CloseAsync("rescaled", 2022, good: 60, version: 2);
        await CloseAsync("whole", 2020, good: 71);
        await CloseAsync("whole", 2021, good: 92);
    }

    [TestCase("broken", "60 % in 2022", "The series begins anew in 2022 (another headline, another scale): the years before cannot be compared.", "71 % in 2020")]
    [TestCase("rescaled", "55 % in 2021, 60 % in 2022", "The series begins anew in 2021 (another scale): the years before cannot be compared.", "71 % in 2020")]
    public async Task Home_and_the_edition_say_where_it_begins_and_name_no_year_before_it(string survey, string way, string sentence, string before)
    {
        var home = await PageAsync(Urls.Home);
        var card = home[home.IndexOf($"href=\"{Urls.Trend(survey)}\"", StringComparison.Ordinal)..];
        card = card[..card.IndexOf("<table", StringComparison.Ordinal)];
        var edition = await PageAsync(Urls.Report(survey, 2022));

        foreach (var page in new[] { card, edition })
        {
            Assert.That(HtmlTables.Text(page), Does.Contain($"{way} {sentence}").And.Not.Contain(before));
            Assert.That(page, Does.Match("<svg class=\"sparkline\"[^§]*?<line class=\"break\""), "and the line shows it");
        }
    }

    [Test]
    public async Task The_trend_says_so_beside_the_chart_and_to_those_who_do_not_see_it()
    {
        var html = System.Net.WebUtility.HtmlDecode(await PageAsync(Urls.Trend("broken")));

        Assert.That(HtmlTables.Text(html), Does.Contain("The series begins anew in 2022 (another headline, another scale)"));
        Assert.That(html, Does.Contain("60\u00A0% in 2022. The series begins anew in 2022 (another headline, another scale): the years before cannot be compared.\""));
    }

    [TestCase("broken", "^ 2022: another headline than in 2021, and another scale. Mean of the services’ shares")]
    [TestCase("rescaled", "^ 2021: no service was asked about in the same way in 2020 (another scale). No difference is computed and no line drawn.")]
    public async Task The_footnote_names_the_changed_scale(string survey, string footnote) =>
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Trend(survey))), Does.Contain(footnote));

    [Test]
    public async Task A_series_that_goes_on_is_told_from_its_first_year()
    {
        var text = HtmlTables.Text(await PageAsync(Urls.Report("whole", 2021)));

        Assert.That(text, Does.Contain("71 % in 2020, 92 % in 2021").And.Not.Contain("begins anew"));
    }

    private async Task CloseAsync(string survey, int year, int good, int version = 1, HeadlineKind headline = HeadlineKind.PooledRatings)
    {
        var questionnaire = A.Questionnaire("a", "b") with
        {
            Survey = survey,
            Headline = headline,
            Anonymity = Anonymity.Confidential,
            Screener = null,
            LastQuestions = [],
            Scales = [A.Scale with { Version = version }],
        };
        var people = Enumerable.Range(0, 100).Select(i => new Person([("a.overall", i < good ? 5 : 2), ("b.overall", i < good ? 5 : 2)]));
        var edition = await Answered.EditionAsync(Host.Database, questionnaire, year, people);
        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
    }
}
