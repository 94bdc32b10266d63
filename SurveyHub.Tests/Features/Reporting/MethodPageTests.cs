using SurveyHub.Shell;
using SurveyHub.Tests.Results;

namespace SurveyHub.Tests.Features.Reporting;

public sealed class MethodPageTests : ReportTest
{
    [Test]
    public async Task It_is_written_from_the_survey_s_own_settings()
    {
        var text = HtmlTables.Text(await PageAsync(Urls.Method(ReportedSurvey.Key)));

        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("Share of answers to “All in all?” that are good or excellent."));
            Assert.That(text, Does.Contain("4 Good – counts").And.Contain("3 Fair 4").And.Contain("I cannot judge this – no rating"));
            Assert.That(text, Does.Contain("A figure is shown from 10 valid answers on."));
            Assert.That(text, Does.Contain("The survey is confidential"));
            Assert.That(text, Does.Contain("surveyhub-5"));
        });
    }

    [Test]
    public async Task It_explains_importance_drivers_precision_and_joined_groups_with_the_survey_s_own_numbers()
    {
        var text = HtmlTables.Text(await PageAsync(Urls.Method(ReportedSurvey.Key)));

        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("Importance is how closely the ratings of a service go with “All in all?”").And.Contain("30 are needed"));
            Assert.That(text, Does.Contain("It takes 100 people who answered every question of the service").And.Contain("500 samples"));
            Assert.That(text, Does.Match("In this survey: The \\w+, with 120 ratings a year, from \\d+ % to \\d+ % or less"));
            Assert.That(text, Does.Contain("joined under the name “small groups together”").And.Contain("together they have 10 answers"));
        });
    }

    [Test]
    public async Task It_explains_expectations_where_they_are_asked()
    {
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Method(ReportedSurvey.Key))), Does.Contain("people were asked “What would just do for you?” and “What do you wish for?”, on the same scale.").And.Contain("Averages come from 30 people on"));
        await StoreAsync("plainly", 2025, ["wifi"], 40.Times(("wifi.overall", 4)));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Method("plainly"))), Does.Not.Contain("zone of tolerance"));
    }

    [Test]
    public async Task Each_edition_says_where_its_answers_come_from_and_where_it_breaks_the_series()
    {
        var html = await PageAsync(Urls.Method(ReportedSurvey.Key));

        Assert.That(HtmlTables.Row(html, "method-editions", "2024").Take(5), Is.EqualTo(new[] { "2024", "1–31 Mar 2024", "collected here", "10 answers", "The reworded" }));
        Assert.That(HtmlTables.Row(html, "method-editions", "2026")[2], Is.EqualTo("being collected"));
    }
}
