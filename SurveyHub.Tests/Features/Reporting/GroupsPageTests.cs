using System.Net;
using SurveyHub.Shell;

namespace SurveyHub.Tests.Features.Reporting;

public sealed class GroupsPageTests : ReportTest
{
    private static readonly string Page = Urls.Groups(ReportedSurvey.Key, 2025);
    private static readonly string File = Urls.AsCsv(Page);

    [Test]
    public async Task Every_number_of_the_heat_map_is_the_file_s_number_rounded([Values("", "?by=role")] string query)
    {
        var file = (await FileAsync(File + query)).Where(f => f["item"] != "overall").GroupBy(f => f["item_name"]).ToArray();
        var values = HtmlTables.Rows(await PageAsync(Page + query), "heat-map").Skip(1).ToArray();
        var differences = HtmlTables.Rows(await PageAsync(Page + (query.Length == 0 ? "?" : query + "&") + "show=difference"), "heat-map").Skip(1).ToArray();

        Assert.That(values.Select(r => r[0]), Is.EqualTo(file.Select(g => g.Key)), "same rows, same order");
        Assert.Multiple(() =>
        {
            foreach (var (service, at) in file.Select((s, i) => (s, i)))
                foreach (var (cell, column) in service.Select((c, i) => (c, i)).Where(c => c.c["share_good"].Length > 0))
                {
                    var mark = cell["differs"] == "true" ? "•" : cell["display"] == "small base" ? "°" : "";
                    var words = cell["differs"] == "true" ? " beyond chance" : "";
                    var points = SurveyHub.Features.Reporting.Figures.Points(cell.Number("diff_to_all")!.Value);
                    Assert.That(values[at][column + 2], Is.EqualTo(cell.Percent("share_good").Replace(" %", "") + mark + words), $"{service.Key} {cell["segment"]}");
                    Assert.That(differences[at][column + 2], Is.EqualTo(points + mark + words), $"{service.Key} {cell["segment"]}");
                }
        });
    }

    [Test]
    public async Task Impact_is_the_group_s_part_of_the_ratings_times_its_difference_from_all([Values("", "?by=role")] string query)
    {
        var services = (await FileAsync(Urls.AsCsv(Urls.Services(ReportedSurvey.Key, 2025)))).Where(s => s["question"] == "overall").ToDictionary(s => s["service"]);
        var file = (await FileAsync(File + query)).Where(f => f["item"] != "overall").GroupBy(f => f["item"]).ToArray();
        var impacts = HtmlTables.Rows(await PageAsync(Page + (query.Length == 0 ? "?" : query + "&") + "show=impact"), "heat-map").Skip(1).ToArray();

        Assert.That(file.SelectMany(s => s).Count(c => c["impact"].Length > 0), Is.GreaterThan(5));
        Assert.Multiple(() =>
        {
            foreach (var (service, at) in file.Select((s, i) => (s, i)))
                foreach (var (cell, column) in service.Select((c, i) => (c, i)))
                {
                    var expected = cell.Number("diff_to_all") is { } difference ? cell.Number("n_valid") / services[service.Key].Number("n_valid") * difference : null;
                    Assert.That(cell.Number("impact"), expected is { } impact ? Is.EqualTo(impact).Within(1e-12) : Is.Null, $"{service.Key} {cell["segment"]}");
                    if (expected is { } shown) Assert.That(impacts[at][column + 2], Does.StartWith(SurveyHub.Features.Reporting.Figures.PointsInTenths(shown)), $"{service.Key} {cell["segment"]}");
                }
        });
    }

    [Test]
    public async Task Impacts_of_all_groups_of_a_service_add_up_to_nothing()
    {
        var whole = (await FileAsync(File + "?by=role")).Where(f => f["item"] != "overall" && f["segment_key"] != "(pooled)").GroupBy(f => f["item"])
            .Where(s => s.All(c => c["impact"].Length > 0)).ToArray();

        Assert.That(whole, Is.Not.Empty);
        foreach (var service in whole) Assert.That(service.Sum(c => c.Number("impact")), Is.EqualTo(0).Within(1e-12), service.Key);
    }

    [Test]
    public async Task Impact_shows_nothing_of_what_is_hidden_and_says_what_it_means()
    {
        var html = await PageAsync(Page + "?show=impact");
        var hidden = (await FileAsync(File)).Where(f => f["display"].StartsWith("hidden", StringComparison.Ordinal)).ToArray();

        Assert.That(hidden.Select(f => f["impact"]), Is.Not.Empty.And.All.Empty);
        Assert.That(HtmlTables.Row(html, "heat-map", "The mail")[^2], Is.EqualTo("few: Too few answers. Fewer than 10 answers stand behind it."));
        Assert.That(HtmlTables.Text(html), Does.Contain("its part of the service’s ratings times its difference from all customers"));
        Assert.That(WebUtility.HtmlDecode(html), Does.Match("show=impact\"[^>]* aria-current=\"true\"").And.Match("title=\"[^\"]*of the service’s ratings; it (pulls|hardly)[^\"]*\""));
    }

    [Test]
    public async Task Small_departments_have_a_column_together_that_says_who_is_in_it()
    {
        var html = await PageAsync(Page);
        var mail = (await FileAsync(File)).Single(f => f["item"] == "mail" && f["segment_key"] == "(pooled)");

        Assert.Multiple(() =>
        {
            Assert.That((mail["pooled_of"], mail["segment"], mail["n_valid"], mail["display"]), Is.EqualTo(("laboratory chapel", "laboratory and chapel together", "16", "small base")));
            Assert.That(HtmlTables.Row(html, "heat-map", "The mail")[^1], Does.StartWith(mail.Percent("share_good").Replace(" %", "")));
            Assert.That(HtmlTables.Rows(html, "heat-map")[0][^1], Is.EqualTo("small groups together"));
            Assert.That(html, Does.Match("<bdi[^>]*>laboratory, chapel</bdi>"));
        });
        Assert.That(await PageAsync(Page + "?group=(pooled)"), Does.Contain("department: small groups together"));
    }

    [Test]
    public async Task A_department_too_small_to_show_is_hatched_with_its_reason_and_has_no_number()
    {
        var html = await PageAsync(Page);
        var mail = HtmlTables.Row(html, "heat-map", "The mail");
        var chapel = (await FileAsync(File)).Where(f => f["segment_key"] == "chapel" && f["item"] != "nobody").ToArray();

        Assert.That(mail[^2], Is.EqualTo("few: Too few answers. Fewer than 10 answers stand behind it."));
        Assert.That(mail, Has.One.EqualTo("∗: Hidden to protect a smaller one. Enough answers stand behind it, but a smaller one could be worked out from it."), "another is hidden with it");
        Assert.That(chapel.Select(f => f["display"]), Is.All.StartWith("hidden"));
        Assert.That(chapel.Select(f => f["n_valid"] + f["k_good"] + f["share_good"] + f["wilson_lower"] + f["diff_to_all"] + f["diff_to_rest"] + f["p"] + f["q"] + f["differs"]), Is.All.Empty);
        Assert.That(HtmlTables.RawRow(html, "The mail"), Does.Match("<td class=\"r few\"[^>]*title=\"Too few answers"));
    }

    [Test]
    public async Task The_heat_map_is_a_table_whose_columns_and_rows_have_headers()
    {
        var html = await PageAsync(Page);

        Assert.That(HtmlTables.Rows(html, "heat-map")[0], Is.EqualTo(new[] { "Service, lowest first", "All", "medicine", "surgery", "radiology", "laboratory", "chapel", "small groups together" }));
        Assert.That(html, Does.Match("<th scope=\"row\"[^>]*>The wifi</th>"));
    }

    [Test]
    public async Task The_overall_question_is_shown_for_every_group_with_its_interval_and_base()
    {
        var file = (await FileAsync(File + "?by=role")).Where(f => f["item"] == "overall").ToArray();
        var rows = HtmlTables.Rows(await PageAsync(Page + "?by=role"), "group-figures").Where(r => r[0] is "doctor" or "nurse").ToArray();

        Assert.That(rows[^2..].Select(r => (r[0], r[1], r[3])),
            Is.EqualTo(file.Select(f => (f["segment"], $"{f.Percent("share_good")} {f.Interval("wilson_lower", "wilson_upper")}", f.Count("n_valid")))));
    }

    [Test]
    public async Task One_group_can_be_looked_at_service_by_service()
    {
        var file = (await FileAsync(File + "?by=role")).Where(f => f["segment_key"] == "doctor" && f["item"] != "overall").ToArray();
        var html = await PageAsync(Page + "?by=role&group=doctor");
        var rows = HtmlTables.Rows(html, "group-figures").Skip(1).Take(file.Length).ToArray();

        Assert.That(HtmlTables.Text(html), Does.Contain("role: doctor"));
        Assert.That(rows.Select(r => r[0]), Is.EqualTo(file.Select(f => f["item_name"])));
        Assert.That(rows.Zip(file).Where(p => p.Second["share_good"].Length > 0).Select(p => p.First[1]),
            Is.EqualTo(file.Where(f => f["share_good"].Length > 0).Select(f => $"{f.Percent("share_good")} {f.Interval("wilson_lower", "wilson_upper")}")));
    }

    [Test]
    public async Task What_is_asked_for_and_not_there_shows_what_is()
    {
        var plain = HtmlTables.Rows(await PageAsync(Page), "heat-map");

        Assert.That(HtmlTables.Rows(await PageAsync(Page + "?by=shoe-size&group=42&show=nothing"), "heat-map"), Is.EqualTo(plain));
    }
}
