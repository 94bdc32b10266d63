using System.Globalization;
using SurveyHub.Results.Joint;
using SurveyHub.Shell;

namespace SurveyHub.Tests.Features.Reporting.Bridging;

/// <summary>What the report says of a year in which half of the customers were asked in other words. The figures were computed apart from the product, by Newcombe's formula.</summary>
public sealed class BridgePageTests : ReportTest
{
    private static readonly string Page = Urls.Wordings(BridgedSurvey.Key, 2025);

    [OneTimeSetUp]
    public Task StoreAsync() => BridgedSurvey.StoreAsync(Host);

    [Test]
    public async Task Every_difference_is_that_of_two_independent_shares_and_the_page_has_the_file_s_rounded()
    {
        var file = await FileAsync(Urls.AsCsv(Page));
        var rows = HtmlTables.Rows(await PageAsync(Page), "bridged");

        Assert.That(file.Select(f => f["item_new"]), Is.EqualTo(new[] { "wifi.fitting", "mail.fitting", "tiny.fitting", "content" }));
        Assert.That(Points(file[0]), Is.EqualTo(new[] { 0.18, 0.05179992906096009, 0.3004229954022355 }).Within(1e-12));
        Assert.That(Points(file[1]), Is.EqualTo(new[] { 0.02, -0.10478604616806535, 0.14395724542019805 }).Within(1e-12));
        Assert.That(Points(file[3]), Is.EqualTo(new[] { 0.15, 0.013084105754285674, 0.279251674621379 }).Within(1e-12));
        Assert.That(file.Select(f => f["verdict"]), Is.EqualTo(new[] { "higher in the new words", "no clear difference", "hidden: fewer than minimum", "higher in the new words" }));
        Assert.That(rows[1].Where((_, at) => at != 3), Is.EqualTo(new[] { "wifi", "60 % of 100", "78 % of 100", "+18.0 +5.2 to +30.0 higher in the new words" }));
        Assert.That(rows[2].Where((_, at) => at != 3), Is.EqualTo(new[] { "mail", "70 % of 100", "72 % of 100", "+2.0 −10.5 to +14.4 no clear difference" }));
    }

    [Test]
    public async Task The_average_of_the_services_is_told_with_a_cautious_interval_and_is_no_verdict_where_chance_may_explain_it()
    {
        var html = await PageAsync(Page);

        Assert.That(HtmlTables.Text(html), Does.Contain("On average over 2 services the new words find 75 % good or excellent and the old ones 65 %: +10.0 points (−2.6 to +22.2). That is within what chance explains."));
        Assert.That(HtmlTables.Rows(html, "bridged")[3].Where((_, at) => at != 3), Is.EqualTo(new[] { "Average of 2 services", "65 %", "75 %", "+10.0 −2.6 to +22.2 no clear difference" }));
        Assert.That(HtmlTables.Text(html), Does.Contain("In the new words 65 % say good or excellent and in the old ones 50 %: +15.0 points (+1.3 to +27.9)."));
    }

    [Test]
    public async Task What_is_hidden_in_one_of_the_wordings_has_no_number_here()
    {
        var tiny = (await FileAsync(Urls.AsCsv(Page))).Single(f => f["service"] == "tiny");

        Assert.That(HtmlTables.Text(await PageAsync(Page)), Does.Match("Without a difference: .?tiny.? \\(too few answers\\)"));
        Assert.That(tiny.Where(f => f.Key.StartsWith("n_", StringComparison.Ordinal) || f.Key.StartsWith("share", StringComparison.Ordinal) || f.Key.StartsWith("diff", StringComparison.Ordinal)).Select(f => f.Value), Is.All.Empty);
    }

    [Test]
    public async Task The_service_s_share_is_that_of_the_half_that_was_asked_in_the_old_words_and_the_trend_goes_on()
    {
        var changes = (await FileAsync(Urls.AsCsv(Urls.Changes(BridgedSurvey.Key, 2025)))).ToDictionary(f => f["service"]);

        Assert.That(HtmlTables.Text(await PageAsync(Urls.Trend(BridgedSurvey.Key))), Does.Contain("2025: a bridge year. The figure rests on the random half that was asked in the old words."));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Figure(BridgedSurvey.Key, 2025, "ratings/wifi"))), Does.Contain("the figure is of those who were asked in these"));
        Assert.That((changes["wifi"]["n_from"], changes["wifi"]["n_to"], changes["wifi"]["share_to"], changes["wifi"]["verdict"]), Is.EqualTo(("200", "100", "0.6", "no confirmed change")));
    }

    [Test]
    public async Task Where_the_line_breaks_the_year_after_it_is_said_what_the_new_words_do()
    {
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Trend(BridgedSurvey.Key))), Does.Contain("In 2025 a random half was asked in the new words: +10.0 points (−2.6 to +22.2) against the old ones."));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Series(BridgedSurvey.Key, "wifi"))), Does.Contain("In 2025 a random half was asked in the new words: +18.0 points (+5.2 to +30.0) against the old ones."));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Trend(ReportedSurvey.Key))), Does.Not.Contain("random half"));
    }

    [Test]
    public async Task The_navigation_has_the_page_only_in_a_bridge_year_and_the_page_says_so_elsewhere()
    {
        Assert.That(await PageAsync(Urls.Report(BridgedSurvey.Key, 2025)), Does.Contain($"href=\"{Page}\""));
        Assert.That(await PageAsync(Urls.Report(BridgedSurvey.Key, 2026)), Does.Not.Contain("/wordings\""));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Wordings(BridgedSurvey.Key, 2026))), Does.Contain("One wording Every question of this edition was asked of everybody in the same words."));
    }

    [Test]
    public async Task The_picture_and_the_page_of_a_figure_say_the_same()
    {
        using var picture = await Cio.GetAsync(new Uri(Urls.AsSvg(Page), UriKind.Relative));

        Assert.That(await picture.Content.ReadAsStringAsync(), Does.Contain("<title>wifi: +18.0 points (+5.2 to +30.0)</title>").And.Contain("Average of 2 services"));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Figure(BridgedSurvey.Key, 2025, "wordings/wifi.fitting"))),
            Does.Contain("+18.0 points (+5.2 to +30.0)").And.Contain("100 ratings in the old words, 100 ratings in the new ones; nobody gave both.").And.Contain("over the 2 ratings tested"));
    }

    [Test]
    public async Task Drivers_rest_on_questions_that_were_asked_of_the_same_people()
    {
        var report = (await Host.WithAsync((SurveyHub.Features.Reporting.PublishedSurveys surveys) => surveys.FindAsync(BridgedSurvey.Key)))!.Report(2025)!;

        Assert.That(report.Rows(DriverRow.Table).Where(r => r.Service == "wifi").Select(r => (r.Question, r.People)), Is.EqualTo(new[] { ("fast", (int?)100) }));
    }

    [Test]
    public async Task The_method_says_of_every_bridge_year_which_questions_were_asked_in_two_wordings()
    {
        var method = HtmlTables.Text(await PageAsync(Urls.Method(BridgedSurvey.Key)));

        Assert.That(method, Does.Contain($"2025 is a bridge year: a random half of the customers was asked “{BridgedSurvey.NewWords}” in the place of “{BridgedSurvey.OldWords}” and “How content are you?” in the place of “All in all?”."));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Method(ReportedSurvey.Key))), Does.Not.Contain("bridge year"));
    }

    [Test]
    public async Task Every_report_of_a_bridge_year_says_so_and_leads_to_the_two_wordings_and_no_report_of_another_year_does()
    {
        foreach (var page in new Func<int, string>[] { y => Urls.Report(BridgedSurvey.Key, y), y => Urls.Services(BridgedSurvey.Key, y), y => Urls.Changes(BridgedSurvey.Key, y), y => Urls.BoardPaper(BridgedSurvey.Key, y) })
        {
            Assert.That(await PageAsync(page(2025)), Does.Contain("2025 is a bridge year").And.Match($"href=\"{Page}\"[^>]*>What the words do"));
            Assert.That(await PageAsync(page(2026)), Does.Not.Contain("is a bridge year"));
        }
        Assert.That(await PageAsync(Page), Does.Not.Contain("What the words do"), "it would lead to itself");
    }

    [Test]
    public async Task Where_a_change_is_not_computed_because_of_the_words_every_page_that_says_so_tells_what_the_words_do()
    {
        foreach (var page in new[] { Urls.Report(BridgedSurvey.Key, 2026), Urls.Changes(BridgedSurvey.Key, 2026), Urls.BoardPaper(BridgedSurvey.Key, 2026) })
            Assert.That(HtmlTables.Text(await PageAsync(page)), Does.Contain("In 2025 a random half was asked in the new words: +10.0 points (−2.6 to +22.2) against the old ones."), page);
    }

    [Test]
    public async Task Changes_tell_of_each_service_what_the_new_words_do()
    {
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Changes(BridgedSurvey.Key, 2026))), Does.Match("wifi not comparable. [^.]*\\. In 2025 a random half was asked in the new words: \\+18.0 points \\(\\+5.2 to \\+30.0\\) against the old ones."));
    }

    [Test]
    public async Task The_headline_of_a_bridge_year_explains_that_it_is_of_one_half()
    {
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Figure(BridgedSurvey.Key, 2025, "headline"))), Does.Contain("the figure is of those who were asked in these"));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Figure(BridgedSurvey.Key, 2026, "headline"))), Does.Not.Contain("asked in these"));
    }

    [Test]
    public async Task A_year_in_which_nobody_rated_in_the_new_words_is_no_bridge_year_even_if_its_survey_file_has_them()
    {
        var edition = await SurveyHub.Tests.Results.Answered.EditionAsync(Host.Database, BridgedSurvey.Bridge with { Survey = "bridging" }, 2025,
            Enumerable.Range(0, 30).Select(i => new SurveyHub.Tests.Results.Person([("wifi.overall", i % 5 + 1), ("overall", 4)])));
        await Host.WithAsync((SurveyHub.Results.EditionClosing closing) => closing.CloseAsync(edition.EditionId));

        Assert.That(HtmlTables.Text(await PageAsync(Urls.Wordings("bridging", 2025))), Does.Contain("One wording Nobody rated anything in other words in this edition."));
        Assert.That(await PageAsync(Urls.Services("bridging", 2025)), Does.Not.Contain("bridge year"));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Method("bridging"))), Does.Not.Contain("bridge year"));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Figure("bridging", 2025, "ratings/wifi"))), Does.Not.Contain("asked in these"));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Trend("bridging"))), Does.Not.Contain("bridge year"));
    }

    private static double[] Points(IReadOnlyDictionary<string, string> row) => [.. new[] { "diff", "diff_lower", "diff_upper" }.Select(c => double.Parse(row[c], CultureInfo.InvariantCulture))];
}
