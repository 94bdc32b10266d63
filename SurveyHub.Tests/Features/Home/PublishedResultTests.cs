using SurveyHub.Shell;
using SurveyHub.Tests.Features.Reporting;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Home;

/// <summary>The first page of somebody who wants to know in ten seconds how it is.</summary>
public sealed class PublishedResultTests : ReportTest
{
    [Test]
    public async Task Before_the_editions_stands_how_it_is_where_it_comes_from_and_what_needs_attention()
    {
        var text = HtmlTables.Text(await PageAsync(Urls.Home));

        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("Good or excellent, 2025 77 % no clear change"));
            Assert.That(text, Does.Contain("95 % interval 68–83 %, held against 2024"));
            Assert.That(text, Does.Contain("67 % in 2023, 77 % in 2025"));
            Assert.That(text, Does.Match("Needs attention The wifi 33 %, lowest rated; below its target of 80 % no clear change ?since 2024"));
        });
    }

    [Test]
    public async Task Each_of_them_leads_to_its_page()
    {
        var html = System.Net.WebUtility.HtmlDecode(await PageAsync(Urls.Home));

        Assert.That(html, Does.Match($"<a class=\"share num\" href=\"{Urls.Report(ReportedSurvey.Key, 2025)}\"[^>]*>77"));
        Assert.That(html, Does.Match($"<a href=\"{Urls.Trend(ReportedSurvey.Key)}\"[^>]*>Trend</a></h3>"));
        Assert.That(html, Does.Match($"<a class=\"name\" href=\"{Urls.Services(ReportedSurvey.Key, 2025)}\"[^>]*>The wifi</a>"));
        Assert.That(html, Does.Contain("aria-label=\"67\u00A0% in 2023, 77\u00A0% in 2025\""));
    }

    [Test]
    public async Task It_says_what_the_trend_page_says()
    {
        var trend = HtmlTables.Row(await PageAsync(Urls.Trend(ReportedSurvey.Key)), "editions", "2025");

        Assert.That(HtmlTables.Text(await PageAsync(Urls.Home)), Does.Contain($"{trend[1]} no clear change").And.Contain($"95 % interval {trend[2]}"));
    }

    [Test]
    public async Task Who_may_not_read_reports_sees_no_figure()
    {
        using var administrator = await Host.SignInAsync(People.Administrator);

        var text = HtmlTables.Text(await PageAsync(Urls.Home, administrator));

        Assert.That(text, Does.Contain("How good are our services?").And.Not.Contain("Good or excellent").And.Not.Contain("%").And.Not.Contain("Needs attention"));
    }
}
