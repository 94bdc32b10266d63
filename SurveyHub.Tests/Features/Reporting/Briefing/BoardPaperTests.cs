using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Tests.Features.Reporting.Briefing;

public sealed class BoardPaperTests : ReportTest
{
    [Test]
    public async Task It_says_how_it_is_how_it_became_what_is_strong_what_is_weak_and_what_changed()
    {
        var text = HtmlTables.Text(await PageAsync(Urls.BoardPaper(ReportedSurvey.Key, 2025)));

        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("77 % good or excellent (68–83 %), no clear change since 2024"));
            Assert.That(text, Does.Contain("Rated highest all services The mail 86 % 78–91 %, 120 ratings"));
            Assert.That(text, Does.Contain("Rated lowest all services The wifi lowest rated"));
            Assert.That(text, Does.Contain("Clear changes since 2024 The printing ▼ worse, −20"));
            Assert.That(text, Does.Contain("The desk ▲ better, +20"));
            Assert.That(text, Does.Not.Contain("The tiny"), "what is hidden is in no paper");
        });
    }

    [Test]
    public async Task The_editions_are_those_of_the_trend_the_latest_first()
    {
        var rows = HtmlTables.Rows(await PageAsync(Urls.BoardPaper(ReportedSurvey.Key, 2025)), "board-trend").Skip(1).ToArray();
        var trend = HtmlTables.Rows(await PageAsync(Urls.Trend(ReportedSurvey.Key)), "editions").Skip(1).ToArray();

        Assert.That(rows.Select(r => r[0]), Is.EqualTo(new[] { "2025", "2024", "2023" }));
        Assert.That(rows.Reverse().Select(r => (r[1], r[2], r[3])), Is.EqualTo(trend.Select(r => (r[1], r[2], r[3]))));
    }

    [Test]
    public async Task Its_file_is_the_edition_s() => Assert.That(
        await FileAsync(Urls.AsCsv(Urls.BoardPaper(ReportedSurvey.Key, 2025))), Is.EqualTo(await FileAsync(Urls.AsCsv(Urls.Report(ReportedSurvey.Key, 2025)))));

    [Test]
    public async Task A_first_edition_of_three_people_says_that_there_is_nothing_to_say()
    {
        await StoreAsync("three", 2025, ["wifi", "mail"], Enumerable.Range(0, 3).Select(_ => new SurveyHub.Tests.Results.Person([("wifi.overall", 5), ("mail.overall", 4)])), HeadlineKind.MeanOfServices);

        var text = HtmlTables.Text(await PageAsync(Urls.BoardPaper("three", 2025)));

        Assert.That(text, Does.Contain("Good or excellent: too few answers").And.Contain("The first edition: changes come with the next."));
        Assert.That(text, Does.Not.Contain("100 %"));
    }
}
