using System.Net;
using System.Text.RegularExpressions;
using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Results.Weights;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting.GroupDepth;

public sealed class GroupPageTests : ReportTest
{
    private static string Page(string attribute, string group, int year = 2025) => Urls.Group(ReportedSurvey.Key, year, attribute, group);

    [Test]
    public async Task Every_figure_of_its_services_is_the_heat_map_s_own_in_the_group_s_own_order()
    {
        var cells = (await FileAsync(Urls.AsCsv(Urls.Groups(ReportedSurvey.Key, 2025)) + "?by=role")).Where(f => f["segment_key"] == "nurse").ToDictionary(f => f["item"]);
        var file = (await FileAsync(Urls.AsCsv(Page("role", "nurse")))).Where(f => f["part"] is "service" or "overall").ToArray();
        var rows = HtmlTables.Rows(await PageAsync(Page("role", "nurse")), "group-figures").Skip(1).ToArray();

        Assert.That(file.Select(f => f["item"]), Is.EquivalentTo(cells.Keys));
        Assert.Multiple(() =>
        {
            foreach (var row in file)
                foreach (var column in new[] { "n_valid", "k_good", "share_good", "wilson_lower", "wilson_upper", "share_all", "diff_to_all", "impact", "diff_to_rest", "p", "q", "differs", "display", "hidden_reason" })
                    Assert.That(row[column], Is.EqualTo(cells[row["item"]][column]), $"{row["item"]} {column}");
        });
        var services = file.Where(f => f["part"] == "service").ToArray();
        Assert.That(rows.Select(r => r[0]), Is.EqualTo(services.Select(f => f["item_name"])));
        Assert.That(services.Where(f => f["share_good"].Length > 0).Select(f => f.Number("share_good")), Is.Ordered.And.Not.Empty, "lowest first");
        Assert.That(rows.Zip(services).Where(p => p.Second["share_good"].Length > 0).Select(p => (p.First[1], p.First[5], p.First[6])), Is.EqualTo(services.Where(f => f["share_good"].Length > 0).Select(f =>
            ($"{f.Percent("share_good")} {f.Interval("wilson_lower", "wilson_upper")}", SurveyHub.Features.Reporting.Figures.Points(f.Number("diff_to_all")!.Value), SurveyHub.Features.Reporting.Figures.PointsInTenths(f.Number("impact")!.Value)))));
    }

    [Test]
    public async Task The_head_says_how_it_rates_the_whole_how_it_stands_and_what_it_moves()
    {
        var text = HtmlTables.Text(await PageAsync(Page("role", "doctor")));
        var overall = (await FileAsync(Urls.AsCsv(Page("role", "doctor")))).Single(f => f["part"] == "overall");

        Assert.That(text, Does.Contain($"“All in all?” {overall.Percent("share_good")}").And.Contain($"{overall.Interval("wilson_lower", "wilson_upper")}, 30 ratings"));
        Assert.That(text, Does.Match("Its services, beside everybody else (▲ |▼ )?[0-9]").And.Match("Moves most (−|\\+)[0-9.]+ The "));
        Assert.That(text, Does.Contain("Rated lowest by this group The new 0 %").And.Contain("Rated highest by this group The "));
        Assert.That(text, Does.Contain("Not told of this group alone"), "of answers by an open question nobody knows who was asked");
    }

    [Test]
    public async Task A_service_that_would_be_high_or_low_but_for_its_few_ratings_is_named_below_the_list()
    {
        // Nurses only: nothing is hidden. All services are rated by everybody but two, by 20; these are the best and the worst.
        var questionnaire = A.Questionnaire("mail", "wifi", "desk", "print", "best", "worst") with { Survey = "few", Screener = null, Groups = [A.Group("role", GroupSource.Asked, "doctor", "nurse")] };
        var edition = await Answered.EditionAsync(Host.Database, questionnaire, 2025, Enumerable.Range(0, 60).Select(i => new Person(
        [
            .. new[] { "mail", "wifi", "desk", "print" }.Select((service, at) => ($"{service}.overall", i < 30 + 5 * at ? 5 : 2)),
            ("best.overall", i < 20 ? 5 : Item.CannotJudge), ("worst.overall", i < 20 ? 1 : Item.CannotJudge), ("group.role", 2),
        ])));
        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
        var text = HtmlTables.Text(await PageAsync(Urls.Group("few", 2025, "role", "nurse")));

        const string Because = "Not in this list, because fewer than 30 ratings are too few to tell:";
        Assert.That(text, Does.Match($"Rated lowest by this group mail 50 %.*{Because} worst \\(0 %\\)\\. Rated highest by this group print 75 %.*{Because} best \\(100 %\\)\\. Its services"));
    }

    [Test]
    public async Task Its_years_are_those_of_the_page_of_all_groups()
    {
        var all = HtmlTables.Row(await PageAsync(Urls.Groups(ReportedSurvey.Key, 2025) + "?by=role"), "group-years", "nurse");
        var rows = HtmlTables.Rows(await PageAsync(Page("role", "nurse")), "years").Skip(1).ToArray();

        Assert.That(rows.Select(r => r[0]), Is.EqualTo(new[] { "2023", "2024", "2025" }));
        Assert.That(rows.Select(r => r[1].Split(' ')[0] + " %" + r[2]), Is.EqualTo(all.Skip(1)));
        Assert.That((await FileAsync(Urls.AsCsv(Page("role", "nurse")))).Where(f => f["part"] == "edition").Select(f => (f["year"], f.Percent("share_good") + f["n_valid"])), Is.EqualTo(new[] { ("2023", all[1]), ("2024", all[2]) }));
    }

    [Test]
    public async Task A_year_in_which_most_answers_gave_up_the_group_is_marked_and_no_line_joins_it_with_others()
    {
        (string, string, int)[] list = [("department", "medicine", 200), ("role", "doctor", 100), ("role", "nurse", 100)];
        var questionnaire = WeightedEdition.Questionnaire(Anonymity.Anonymous) with { Survey = "part" };
        await WeightedEdition.CloseAsync(Host.Database, questionnaire, 2023, list, WeightedEdition.Of(100, 1, 1, 5), WeightedEdition.Of(80, 1, 2, 5), WeightedEdition.Of(20, 1, 2, 2));
        await WeightedEdition.CloseAsync(Host.Database, questionnaire, 2024, list, WeightedEdition.Of(100, 1, 1, 5), WeightedEdition.Of(80, 1, 2, 5), WeightedEdition.Of(20, 1, 2, 2));
        await WeightedEdition.CloseAsync(Host.Database, questionnaire, 2025, list, WeightedEdition.Of(100, 1, 1, 5), WeightedEdition.Of(30, 1, 2, 5), WeightedEdition.Of(10, 1, 2, 2),
            60.Times(("group.department", 1), ("wifi.overall", 5), ("overall", 5)));

        var (nurse, doctor) = (await PageAsync(Urls.Group("part", 2025, "role", "nurse")), await PageAsync(Urls.Group("part", 2025, "role", "doctor")));
        var groups = await PageAsync(Urls.Groups("part", 2025) + "?by=role");

        Assert.Multiple(() =>
        {
            Assert.That(HtmlTables.Rows(nurse, "years").Select(r => r[0]), Is.EqualTo(new[] { "Edition", "2023", "2024", "2025 ‡" }));
            Assert.That(HtmlTables.Text(nurse), Does.Contain("‡ Many people of this group are in none of its figures").And.Contain("No line joins them."));
            Assert.That(nurse.Split("class=\"break\"").Length - 1, Is.EqualTo(4), "one line and one mark in each size, before 2025 only");
            Assert.That(HtmlTables.Text(doctor), Does.Not.Contain("‡"));
            Assert.That(doctor, Does.Not.Contain("class=\"break\""));
            Assert.That(HtmlTables.Rows(groups, "heat-map")[0], Has.Member("nurse ‡").And.Member("doctor"));
            Assert.That(HtmlTables.Row(groups, "group-years", "nurse").Select(c => c.EndsWith('‡')), Is.EqualTo(new[] { false, false, false, true }));
            Assert.That(HtmlTables.Text(groups), Does.Contain("cannot be held against other years"));
            Assert.That(HtmlTables.Rows(groups, "group-figures").Select(r => r[0]), Has.Some.EqualTo("nurse ‡"), "the tables of one page mark the same groups");
            Assert.That(Regex.IsMatch(WebUtility.HtmlDecode(groups), @"<a[^>]*>nurse</a>\s*<span[^>]*>\s*‡</span>"), Is.True, "the mark stands outside of what may be turned");
        });
        foreach (var address in new[] { Urls.Group("part", 2025, "role", "nurse"), Urls.Groups("part", 2025) })
            Assert.That(await PageAsync(Urls.AsSvg(address) + (address.EndsWith("groups", StringComparison.Ordinal) ? "?by=role" : "")), Does.Contain("‡"), address);
        Assert.That((await FileAsync(Urls.AsCsv(Urls.Group("part", 2025, "role", "nurse")))).Where(f => f["part"] is "overall" or "edition").Select(f => (f["year"], f["part_of_group_only"])),
            Is.EquivalentTo(new[] { ("2025", "true"), ("2023", "false"), ("2024", "false") }));
        Assert.That((await FileAsync(Urls.AsCsv(Urls.Groups("part", 2025)) + "?by=role")).Select(f => (f["segment_key"], f["part_of_group_only"])).Distinct(), Is.EquivalentTo(new[] { ("nurse", "true"), ("doctor", "false"), ("", "false") }));
    }

    [Test]
    public async Task A_small_department_has_its_reasons_in_words_and_no_number()
    {
        var html = await PageAsync(Page("department", "chapel"));
        var file = await FileAsync(Urls.AsCsv(Page("department", "chapel")));

        Assert.That(HtmlTables.Text(html), Does.Contain("What is hidden of this group Fewer than 10 answers. ").And.Contain("Its answers count in every total and in small groups together"));
        Assert.That(HtmlTables.Text(html), Does.Contain("Too few services have 30 ratings or more from this group."));
        Assert.That(html, Does.Contain($"href=\"{Page("department", "(pooled)")}\""));
        Assert.That(file.Where(f => f["item"] != "nobody").Select(f => f["n_answered"] + f["n_valid"] + f["k_good"] + f["share_good"] + f["wilson_lower"] + f["diff_to_all"] + f["impact"] + f["q"]), Is.Not.Empty.And.All.Empty);
    }

    [Test]
    public async Task Small_groups_together_say_who_is_in_them()
    {
        var text = HtmlTables.Text(await PageAsync(Page("department", "(pooled)")));

        Assert.That(text, Does.Contain("The mail: laboratory, chapel").And.Contain("Small groups together are other groups each year"));
        Assert.That((await FileAsync(Urls.AsCsv(Page("department", "(pooled)")))).Single(f => f["item"] == "mail")["pooled_of"], Is.EqualTo("laboratory chapel"));
    }

    [Test]
    public async Task The_heat_map_the_overall_question_and_every_service_lead_to_it()
    {
        foreach (var page in new[] { Urls.Groups(ReportedSurvey.Key, 2025), Urls.Service(ReportedSurvey.Key, 2025, "wifi") })
            Assert.That(await PageAsync(page), Does.Contain($"href=\"{Page("department", "surgery")}\""), page);
        var html = await PageAsync(Urls.Groups(ReportedSurvey.Key, 2025));
        Assert.That(html.Split($"href=\"{Page("department", "surgery")}\""), Has.Length.EqualTo(3), "heading and list");
        Assert.That(await PageAsync(Page("department", "surgery")), Does.Contain($"href=\"{Page("department", "medicine")}\"").And.Contain($"href=\"{Urls.Groups(ReportedSurvey.Key, 2025)}\""));
    }

    [Test]
    public async Task What_the_survey_does_not_know_is_not_found_and_a_group_of_nobody_says_so()
    {
        foreach (var address in new[] { Page("department", "kitchen"), Page("shoe-size", "42"), Urls.AsCsv(Page("department", "kitchen")), Page("role", "nurse", 2019) })
        {
            using var answer = await Cio.GetAsync(new Uri(address, UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), address);
        }
        Assert.That(HtmlTables.Text(await PageAsync(Page("role", ""))), Does.Contain("Nothing to show of this group"));
        Assert.That(await FileAsync(Urls.AsCsv(Page("role", ""))), Is.Empty);
    }
}
