using System.Net;
using System.Text.RegularExpressions;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting;

/// <summary>The first page of somebody who wants to know in ten seconds how it is, beside the report.</summary>
public sealed partial class HomeAndReportTests : ReportTest
{
    [OneTimeSetUp]
    public async Task StoreFurtherSurveys()
    {
        await StoreAsync("first", 2025, 60.Times(("a.overall", 2), ("b.overall", 5), ("c.overall", 5)));
        await StoreAsync("level", 2025, 60.Times(("a.overall", 5), ("b.overall", 5), ("c.overall", 5)));
        await StoreAsync("two-lowest", 2025, 60.Times(("a.overall", 1), ("b.overall", 1), ("c.overall", 5)));
        await StoreAsync("pair", 2025, 60.Times(("a.overall", 2), ("b.overall", 5)));
        await StoreAsync("few", 2025, 9.Times(("a.overall", 5)));
        await StoreAsync("unable", 2025, 40.Times(("a.overall", Item.CannotJudge), ("b.overall", Item.CannotJudge), ("c.overall", Item.CannotJudge)));
        await StoreAsync("better", 2024, Rated("a", 200, good: 100));
        await StoreAsync("better", 2025, Rated("a", 200, good: 110));
        await StoreAsync("better", 2026, Rated("a", 200, good: 160));
        await StoreAsync("another", 2024, Rated("a", 60, good: 30), HeadlineKind.PooledRatings);
        await StoreAsync("another", 2025, Rated("a", 60, good: 40));
        await StoreAsync("unheard", 2024, Rated("a", 60, good: 30));
        await StoreAsync("unheard", 2025, []);
        await StoreAsync("protected", 2025, [.. Rated("a", 60, good: 30), .. 12.Times(("b.overall", 5)), .. 7.Times(("c.overall", 5))]);
    }

    [TestCase(ReportedSurvey.Key)]
    [TestCase("first")]
    [TestCase("level")]
    [TestCase("two-lowest")]
    [TestCase("pair")]
    [TestCase("few")]
    [TestCase("unable")]
    [TestCase("better")]
    [TestCase("another")]
    [TestCase("unheard")]
    [TestCase("protected")]
    public async Task Side_by_side_they_say_the_same(string survey)
    {
        var home = CardOf(survey, await PageAsync(Urls.Home));
        var trend = await PageAsync(Urls.Trend(survey));
        var latest = HtmlTables.Rows(trend, "editions")[^1];

        var year = latest[0].Split(' ')[0];
        var headline = latest.Count == 5
            ? $"Good or excellent, {year} {latest[1]} {latest[^1]}".TrimEnd() + $"SINCE 95 % interval {latest[2]}"
            : $"Good or excellent, {year} {latest[1]}";
        Assert.Multiple(() =>
        {
            Assert.That(HtmlTables.Text(home), Does.Match("^" + Regex.Escape(headline).Replace("SINCE", "( since 20[0-9]{2})?", StringComparison.Ordinal)));
            Assert.That(TextOf(Attention().Match(home)), Is.EqualTo(TextOf(AttentionHead().Match(trend))).And.StartsWith("Needs attention "));
        });
    }

    [TestCase("first", "first edition", "Good or excellent, 2025 67 % 95 % interval 62–71 %", "Needs attention The a 0 %")]
    [TestCase("level", "all alike", "Good or excellent, 2025 100 %", "Needs attention None stands out all 3 services have 100 %; the differences")]
    [TestCase("two-lowest", "two of them", "Good or excellent, 2025 33 %", "Needs attention The a, The b lowest rated, 0 % and 0 % good or excellent, each beyond chance")]
    [TestCase("pair", "too few to compare", "Good or excellent, 2025 50 %", "Needs attention Not compared lowest is The a, 0 %; too little is known")]
    [TestCase("few", "nine people", "Good or excellent, 2025 too few answers", "Needs attention too few answers")]
    [TestCase("unable", "forty people who cannot judge", "Good or excellent, 2025 no ratings", "Needs attention no ratings: everybody who answered could not judge")]
    [TestCase("better", "a confirmed change", "Good or excellent, 2026 80 % ▲ better, +25", "Needs attention Not compared lowest is The a, 80 %")]
    [TestCase("another", "another headline", "Good or excellent, 2025 67 % not comparable", "Needs attention Not compared lowest is The a, 67 %")]
    [TestCase("unheard", "nobody answered", "Good or excellent, 2025 nobody answered", "Needs attention nobody answered")]
    public async Task On_the_home_page_stands(string survey, string what, string headline, string attention)
    {
        var text = HtmlTables.Text(CardOf(survey, await PageAsync(Urls.Home)));

        Assert.That(text, Does.StartWith(headline).And.Contain(attention), what);
    }

    [TestCase("unheard", "Nobody answered 2025So its report has no figures. The newest report with figures is that of 2024")]
    [TestCase("few", "Fewer than 10 people answered 2025Figures are shown from 10 responses on, so its report has none.")]
    public async Task Whoever_comes_to_an_empty_report_is_told_so_and_where_figures_are(string survey, string words)
    {
        foreach (var address in new[] { Urls.Trend(survey), Urls.Report(survey, 2025), Urls.Services(survey, 2025), Urls.Changes(survey, 2025), Urls.Groups(survey, 2025), Urls.Priorities(survey, 2025), Urls.BoardPaper(survey, 2025) })
            Assert.That(HtmlTables.Text(await PageAsync(address)), Does.Contain(words), address);
    }

    [Test]
    public async Task A_report_with_figures_says_nothing_of_the_kind()
    {
        Assert.That(await PageAsync(Urls.Report("unheard", 2024)), Does.Not.Contain("has no figures").And.Not.Contain("newest report with figures"));
        Assert.That(HtmlTables.Text(CardOf("unheard", await PageAsync(Urls.Home))), Does.Contain("nobody answered The newest report with figures is that of 2024"));
    }

    [TestCase("few", "There is nothing to draw: 2025 has no figure.")]
    [TestCase("unheard", "No figure in 2025.")]
    public async Task What_the_trend_cannot_draw_it_says(string survey, string words) =>
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Trend(survey))), Does.Contain(words));

    [Test]
    public async Task Before_the_editions_stands_how_it_is_where_it_comes_from_and_what_needs_attention()
    {
        var text = HtmlTables.Text(CardOf(ReportedSurvey.Key, await PageAsync(Urls.Home)));

        Assert.Multiple(() =>
        {
            Assert.That(text, Does.StartWith("Good or excellent, 2025 77 % no clear change").And.Contain(" 4 times in 5. since 2024 95 % interval 68–83 % Trend "), "held against what: beside the verdict, not behind the interval");
            Assert.That(text, Does.Contain("67 % in 2023, 77 % in 2025"));
            Assert.That(text, Does.Contain("Needs attention The wifi 33 % good or excellent, lowest rated; below its target of 80 % no clear change").And.Contain("since 2024"));
        });
    }

    [Test]
    public async Task Each_of_them_leads_to_its_page()
    {
        var html = CardOf(ReportedSurvey.Key, await PageAsync(Urls.Home));

        Assert.That(html, Does.Match($"<a class=\"share num\" href=\"{Urls.Report(ReportedSurvey.Key, 2025)}\"[^>]*>77"));
        Assert.That(html, Does.Not.Contain($"href=\"{Urls.Trend(ReportedSurvey.Key)}\""), "the survey's name has that link beside it already");
        Assert.That(html, Does.Match($"<a href=\"{Urls.Service(ReportedSurvey.Key, 2025, "wifi")}\"[^>]*>The wifi</a>"));
        Assert.That(html, Does.Contain("aria-label=\"67\u00A0% in 2023, 77\u00A0% in 2025\""));
    }

    [Test]
    public async Task Who_may_not_read_reports_sees_no_figure()
    {
        using var administrator = await Host.SignInAsync(People.Administrator);

        var text = HtmlTables.Text(await PageAsync(Urls.Home, administrator));

        Assert.That(text, Does.Contain("How good are our services?").And.Not.Contain("Good or excellent").And.Not.Contain("%").And.Not.Contain("Needs attention"));
    }

    private Task StoreAsync(string survey, int year, IEnumerable<Person> people, HeadlineKind headline = HeadlineKind.MeanOfServices) =>
        StoreAsync(survey, year, survey == "pair" ? ["a", "b"] : ["a", "b", "c"], people, headline);

    private static IEnumerable<Person> Rated(string service, int count, int good) =>
        [.. good.Times(($"{service}.overall", 5)), .. (count - good).Times(($"{service}.overall", 2))];

    /// <summary>What stands on the home page between a survey's name and its editions.</summary>
    private static string CardOf(string survey, string home)
    {
        var html = WebUtility.HtmlDecode(home);
        var from = html.IndexOf("<div class=\"result\"", html.IndexOf($"<a class=\"sel\" href=\"{Urls.Trend(survey)}\"", StringComparison.Ordinal), StringComparison.Ordinal);
        return html[from..html.IndexOf("<table", from, StringComparison.Ordinal)];
    }

    private static string TextOf(Match match) => HtmlTables.Text(match.Value);

    [GeneratedRegex("<section class=\"attention\".*?</section>", RegexOptions.Singleline)]
    private static partial Regex Attention();

    [GeneratedRegex("<section class=\"card head[^>]*>\\s*<h2[^>]*>Needs attention.*?</section>", RegexOptions.Singleline)]
    private static partial Regex AttentionHead();
}
