using System.Text.RegularExpressions;
using SurveyHub.Shell;
using SurveyHub.Shell.Layout;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Reporting.Framing;

/// <summary>From every page of a report to every other, and where one is.</summary>
public sealed partial class ReportNavigationTests : ReportTest
{
    private static readonly string Wordings = Urls.Wordings(ReportedSurvey.Key, 2025);

    // The survey has no bridge year.
    private static IEnumerable<string> Pages => ReportPages.All.Select(page => page.Address(ReportedSurvey.Key, 2025)).Where(address => address != Wordings);

    [TestCaseSource(nameof(Pages))]
    public async Task Every_page_of_a_report_leads_to_every_other_in_the_order_of_reading(string address)
    {
        var page = await PageAsync(address);

        foreach (var menu in new[] { Side(page), Menu(page) })
            Assert.That(Links(menu).Where(Pages.Contains), Is.EqualTo(Pages));
    }

    [TestCaseSource(nameof(Pages))]
    public async Task The_page_one_reads_is_marked_and_named_where_the_menu_is_closed(string address)
    {
        var page = await PageAsync(address);
        var name = ReportPages.All.Single(entry => entry.Address(ReportedSurvey.Key, 2025) == address).Name;

        Assert.That(Current().Matches(Menu(page)).Select(m => m.Groups["name"].Value), Is.EqualTo([name]));
        Assert.That(HtmlTables.Text(Menu(page)), Does.StartWith($"Report 2025 {name}"));
    }

    [Test]
    public async Task A_page_about_what_the_survey_does_not_ask_is_not_offered() =>
        Assert.That(Links(await PageAsync(Urls.Report(ReportedSurvey.Key, 2025))), Does.Not.Contain(Wordings).And.Contain(Urls.Expectations(ReportedSurvey.Key, 2025)));

    [Test]
    public async Task An_open_edition_offers_only_what_may_be_read_already()
    {
        var page = await PageAsync(Urls.Participation(ReportedSurvey.Key, 2026));

        Assert.That(Links(Menu(page)), Is.EqualTo([Urls.Participation(ReportedSurvey.Key, 2026), Urls.Method(ReportedSurvey.Key)]));
    }

    [Test]
    public async Task Nobody_is_offered_a_page_that_is_not_for_them()
    {
        using var serviceOwner = await Host.SignInAsync(People.ServiceOwner);
        var page = await PageAsync(Urls.Services(ReportedSurvey.Key, 2025), serviceOwner);

        Assert.That(Links(page), Does.Not.Contain(Urls.Participation(ReportedSurvey.Key, 2025)).And.Contain(Urls.Groups(ReportedSurvey.Key, 2025)));
    }

    [Test]
    public async Task What_is_no_page_of_a_report_has_no_menu_of_its_own() =>
        Assert.That(await PageAsync(Urls.Trend(ReportedSurvey.Key)), Does.Not.Contain("class=\"report-menu").And.Contain($"href=\"{Urls.Report(ReportedSurvey.Key, 2025)}\""));

    private static string Side(string page) => SideOf().Match(page).Value;

    private static string Menu(string page) => MenuOf().Match(page).Value;

    private static IEnumerable<string> Links(string html) => Link().Matches(html).Select(m => m.Groups["to"].Value);

    [GeneratedRegex("<div class=\"side\".*?</div>", RegexOptions.Singleline)]
    private static partial Regex SideOf();

    [GeneratedRegex("<details class=\"report-menu.*?</details>", RegexOptions.Singleline)]
    private static partial Regex MenuOf();

    [GeneratedRegex("<a href=\"(?<to>[^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("aria-current=\"page\"[^>]*>(?<name>[^<]+)<")]
    private static partial Regex Current();
}
