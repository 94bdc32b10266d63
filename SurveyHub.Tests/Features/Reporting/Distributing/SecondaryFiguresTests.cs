using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Tests.Results;

namespace SurveyHub.Tests.Features.Reporting.Distributing;

/// <summary>Average codes and net promoter scores stand behind the shares, and only where they can be computed.</summary>
public sealed class SecondaryFiguresTests : ReportTest
{
    [OneTimeSetUp]
    public async Task CloseAnEditionThatAsksWhetherOneWouldRecommend()
    {
        var edition = await Answered.EditionAsync(Host.Database, Recommended.Questionnaire, 2025, Recommended.People);
        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
    }

    [Test]
    public async Task Where_customers_were_asked_on_eleven_points_the_score_stands_with_its_interval_and_its_parts()
    {
        var html = await PageAsync(Urls.Distribution(Recommended.Key, 2025));

        Assert.That(HtmlTables.Text(html), Does.Contain("Would they recommend it?"));
        Assert.That(HtmlTables.Row(html, "plain-table", "How likely").Skip(1), Is.EqualTo(["+15 (−1 to +31)", "40", "35", "25", "100"]));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Method(Recommended.Key))), Does.Contain("per cent 9 and 10 minus per cent 0 to 6 of the question whether one would recommend"));
    }

    [Test]
    public async Task Where_they_were_not_there_is_no_score()
    {
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Distribution(ReportedSurvey.Key, 2025))), Does.Not.Contain("Would they recommend"));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Method(ReportedSurvey.Key))), Does.Contain("This survey does not ask whether one would recommend"));
    }

    [Test]
    public async Task The_average_code_is_the_file_s_and_of_a_spread_that_is_not_shown_there_is_none()
    {
        var html = await PageAsync(Urls.Distribution(ReportedSurvey.Key, 2025));
        var file = (await FileAsync(Urls.AsCsv(Urls.Distribution(ReportedSurvey.Key, 2025)))).ToDictionary(f => f["service"]);

        Assert.That(HtmlTables.Row(html, "numbers", "The wifi")[^1], Is.EqualTo("3.00 (2.74–3.26)"));
        Assert.That((file["wifi"]["mean_code"], file["small"]["mean_code"], file["tiny"]["mean_code"]), Is.EqualTo(("3", "", "")));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Service(ReportedSurvey.Key, 2025, "wifi"))), Does.Contain("3.00 (2.74–3.26)"));
    }
}
