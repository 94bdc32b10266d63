using System.Net;
using SurveyHub.Shell;

namespace SurveyHub.Tests.Features.Reporting.InDepth;

public sealed class ServicePageTests : ReportTest
{
    private static string Page(string service, int year = 2025) => Urls.Service(ReportedSurvey.Key, year, service);

    [Test]
    public async Task The_head_says_share_interval_base_precision_place_target_and_verdict()
    {
        var (text, line) = (HtmlTables.Text(await PageAsync(Page("wifi"))), (await FileAsync(Urls.AsCsv(Urls.Services(ReportedSurvey.Key, 2025)))).First(f => f["service"] == "wifi"));

        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain($"Good or excellent, 2025 {line.Percent("share_good")}"));
            Assert.That(text, Does.Contain($"{line.Interval("wilson_lower", "wilson_upper")}, 120 ratings fairly precise: about 8 points to either side on average"));
            Assert.That(text, Does.Contain("lowest rated").And.Contain("third year running position 1 of 6, the lowest first"));
            Assert.That(text, Does.Contain("below its target of 80 %").And.Contain("of 120 who were asked"));
            Assert.That(text, Does.Contain("no clear change since 2024").And.Contain("4 times in 5"));
        });
    }

    [Test]
    public async Task Every_edition_stands_with_its_figure_and_the_verdict_against_the_one_before_and_a_break_is_told()
    {
        var (rows, file) = (HtmlTables.Rows(await PageAsync(Page("desk")), "years").Skip(1).ToArray(), (await FileAsync(Urls.AsCsv(Page("desk")))).Where(f => f!["part"] == "edition").ToArray());
        var reworded = await PageAsync(Page("reworded"));

        Assert.That(rows.Select(r => (r[0], r[1], r[2])), Is.EqualTo(file.Select(f => (f["year"], $"{f.Percent("share_good")} {f.Interval("wilson_lower", "wilson_upper")}", f.Count("n_valid")))));
        Assert.That((rows[2][3], file[2]["verdict"]), Is.EqualTo((rows[2][3], "up")));
        Assert.That(rows[2][3], Does.StartWith("▲ better, +20"));
        Assert.That(HtmlTables.Rows(reworded, "years")[2][0], Is.EqualTo("2024 ^"));
        Assert.That(HtmlTables.Text(reworded), Does.Contain("^ 2024: its owner declared that it cannot be compared with 2023."));
    }

    [Test]
    public async Task Further_questions_customer_groups_and_drivers_are_those_of_their_own_pages()
    {
        var (html, file) = (await PageAsync(Page("wifi")), await FileAsync(Urls.AsCsv(Page("wifi"))));
        var text = HtmlTables.Text(html);

        Assert.That(text, Does.Contain("Further questions How fast is it?").And.Contain("What goes with its rating Together these questions account for"));
        Assert.That(text, Does.Contain("By department").And.Contain("By role"));
        Assert.That(text, Does.Contain("small groups together"));
        var groups = (await FileAsync(Urls.AsCsv(Urls.Groups(ReportedSurvey.Key, 2025)) + "?by=role")).Where(f => f["item"] == "wifi").ToArray();
        Assert.That(file.Where(f => f["attribute"] == "role").Select(f => (f["segment_key"], f["n_valid"], f["share_good"], f["display"])),
            Is.EqualTo(groups.Select(f => (f["segment_key"], f["n_valid"], f["share_good"], f["display"]))));
        Assert.That(file.Count(f => f["part"] == "question"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_hidden_service_has_no_number_on_its_page_nor_in_its_file()
    {
        var (text, file) = (HtmlTables.Text(await PageAsync(Page("tiny"))), await FileAsync(Urls.AsCsv(Page("tiny"))));

        Assert.That(text, Does.Contain("too few answers").And.Not.Contain("7 ratings"));
        Assert.That(file.Where(f => f["display"].StartsWith("hidden", StringComparison.Ordinal)), Has.Exactly(3).Matches<IReadOnlyDictionary<string, string>>(f => f!["part"] == "edition"));
        Assert.That(file.Where(f => f["display"] != "no ratings" && f["display"] != "not asked").Select(f => f["n_valid"] + f["share_good"] + f["n_asked"] + f["k_good"]), Is.All.Empty);
    }

    [Test]
    public async Task Where_the_interval_is_too_wide_there_is_no_single_figure_and_a_small_service_is_not_compared()
    {
        var text = HtmlTables.Text(await PageAsync(Page("small")));

        Assert.That(text, Does.Contain("too rough for one figure").And.Contain("Good or excellent, 2025 43–82 %").And.Contain("small base").And.Contain("not compared with the others"));
    }

    [Test]
    public async Task Every_list_of_services_leads_to_the_page_and_what_is_not_asked_about_is_not_found()
    {
        foreach (var list in new[] { Urls.Services(ReportedSurvey.Key, 2025), Urls.Report(ReportedSurvey.Key, 2025), Urls.Changes(ReportedSurvey.Key, 2025), Urls.Priorities(ReportedSurvey.Key, 2025), Urls.Drivers(ReportedSurvey.Key, 2025), Urls.Distribution(ReportedSurvey.Key, 2025) })
            Assert.That(await PageAsync(list), Does.Contain($"href=\"{Page("wifi")}\""), list);

        foreach (var address in new[] { Page("gone"), Page("nothing"), Urls.AsCsv(Page("gone")), Page("wifi", 2019) })
        {
            using var answer = await Cio.GetAsync(new Uri(address, UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), address);
        }
        Assert.That(await PageAsync(Page("gone", 2024)), Does.Contain("The gone"));
    }

    [Test]
    public async Task Of_an_open_edition_nothing_is_told()
    {
        Assert.That(HtmlTables.Text(await PageAsync(Page("wifi", 2026))), Does.Contain("The 2026 edition is not closed yet").And.Not.Contain("%"));
        using var file = await Cio.GetAsync(new Uri(Urls.AsCsv(Page("wifi", 2026)), UriKind.Relative));
        Assert.That(file.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
    }
}
