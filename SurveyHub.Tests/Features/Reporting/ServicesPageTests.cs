using SurveyHub.Shell;

namespace SurveyHub.Tests.Features.Reporting;

public sealed class ServicesPageTests : ReportTest
{
    private static readonly string Page = Urls.Services(ReportedSurvey.Key, 2025);
    private static readonly string File = Urls.AsCsv(Page);

    [Test]
    public async Task The_lowest_service_stands_first_and_what_has_no_figure_last()
    {
        var names = (await RowsAsync(Page)).Select(r => r[0]).ToArray();

        Assert.That(names[0], Does.StartWith("The wifi lowest rated , position 1 of 6"));
        Assert.That(names[^2..], Is.EqualTo(new[] { "The nobody", "The tiny" }));
    }

    [Test]
    public async Task Every_number_of_the_page_is_the_file_s_number_rounded([Values("", "?compare=2023", "?sort=name", "?sort=change&compare=2023")] string query)
    {
        var html = await PageAsync(Page + query);
        var (rows, file) = (HtmlTables.Rows(html, "services").Skip(1).ToArray(), (await FileAsync(File + query)).Where(r => r["question"] == "overall").ToArray());

        Assert.That(rows.Select(r => r[0].Split(" lowest")[0].Split(" below")[0]), Is.EqualTo(file.Select(f => f["service_name"])), "same rows, same order");
        Assert.Multiple(() =>
        {
            foreach (var (row, line) in rows.Zip(file).Where(pair => pair.Second["display"] is "shown" or "small base"))
            {
                Assert.That(row[1], Is.EqualTo($"{line.Percent("share_good")} {line.Interval("wilson_lower", "wilson_upper")}"), row[0]);
                Assert.That(row[3], Is.EqualTo(line["target"].Length == 0 ? "" : $"{line["target_state"]} {line.Percent("target")}"), row[0]);
                Assert.That(row[4], Is.EqualTo(line.Count("n_valid") + (line["display"] == "small base" ? " small base" : "")), row[0]);
                Assert.That(row[5], Is.EqualTo(line.Percent("share_cannot_judge")), row[0]);
            }
        });
    }

    [Test]
    public async Task Each_verdict_is_said_in_its_words()
    {
        var rows = await RowsAsync(Page);

        Assert.Multiple(() =>
        {
            Assert.That(Since("The desk"), Does.StartWith("▲ better, +20"));
            Assert.That(Since("The printing"), Does.StartWith("▼ worse, −20"));
            Assert.That(Since("The mail"), Does.StartWith("no clear change"));
            Assert.That(Since("The small"), Does.StartWith("too few to test"));
            Assert.That(Since("The new"), Is.EqualTo("new this year"));
            Assert.That(Since("The tiny"), Does.StartWith("too few answers"));
        });

        string Since(string service) => rows.First(r => r[0].StartsWith(service, StringComparison.Ordinal))[^2];
    }

    [Test]
    public async Task A_reworded_question_is_not_compared_across_its_break_neither_with_the_year_before_nor_further_back()
    {
        var with2023 = HtmlTables.Row(await PageAsync(Page + "?compare=2023"), "services", "The reworded");
        var in2024 = HtmlTables.Row(await PageAsync(Urls.Services(ReportedSurvey.Key, 2024)), "services", "The reworded");
        var with2024 = HtmlTables.Row(await PageAsync(Page), "services", "The reworded");

        Assert.That(with2023[^2], Does.StartWith("not comparable"));
        Assert.That(in2024[^2], Does.StartWith("not comparable"));
        Assert.That(with2024[^2], Does.StartWith("no clear change"), "the break lies before");
        Assert.That((await FileAsync(File + "?compare=2023")).First(r => r["service"] == "reworded" && r["question"] == "overall")["diff"], Is.Empty);
    }

    [Test]
    public async Task A_comparison_with_any_earlier_year_is_the_one_that_closing_stored_where_it_stored_one()
    {
        var published = await PublishedAsync();
        var (from, to) = (published.Report(2024)!, published.Report(2025)!);

        var (stored, computed) = (SurveyHub.Features.Reporting.SeriesChanges.Between(published, from, to), SurveyHub.Features.Reporting.SeriesChanges.Computed(published, from, to).Services);

        Assert.That(computed.Keys, Is.EquivalentTo(stored.Keys));
        Assert.That(stored.Keys.Select(k => computed[k] with { Display = "" }), Is.EqualTo(stored.Keys.Select(k => stored[k] with { Display = "" })));
        Assert.That(stored.Values.Count(c => c.IsConfirmed), Is.EqualTo(2));
    }

    [Test]
    public async Task A_service_too_small_to_show_has_a_reason_and_no_number_anywhere()
    {
        var html = await PageAsync(Page);
        var raw = HtmlTables.RawRow(html, "The tiny");
        var line = (await FileAsync(File)).First(r => r["service"] == "tiny");

        Assert.That(HtmlTables.Row(html, "services", "The tiny")[1], Is.EqualTo("too few answers: Fewer than 10 answers stand behind it."));
        Assert.That(NumbersIn(raw).Except(["10", "2023", "2024", "2025", "2"]), Is.Empty, raw);
        Assert.That(line["display"], Is.EqualTo("hidden: fewer than minimum"));
        Assert.That(line.Where(c => c.Value.Length > 0).Select(c => c.Key),
            Is.EqualTo(new[] { "year", "service", "service_name", "question", "display", "compare_year", "verdict", "method_version", "compare_basis", "compare_items", "data_version" }));
    }

    [Test]
    public async Task Nobody_could_judge_is_no_share_of_nought() =>
        Assert.That(HtmlTables.Row(await PageAsync(Page), "services", "The nobody")[1], Is.EqualTo("no ratings, 120 could not judge"));

    [Test]
    public async Task How_ratings_spread_is_shown_from_30_ratings_on()
    {
        var file = (await FileAsync(File)).Where(r => r["question"] == "overall").ToDictionary(r => r["service"]);

        Assert.That(Enumerable.Range(1, 7).Select(i => file["wifi"][$"c{i}"]), Is.EqualTo(new[] { "0", "80", "0", "0", "40", "", "" }));
        Assert.That(file["small"]["display"] + file["small"]["c2"], Is.EqualTo("small base"));
        Assert.That(System.Net.WebUtility.HtmlDecode(await PageAsync(Page)), Does.Contain("Very poor 0 %, Poor 67 %, Fair 0 %, Good 0 %, Excellent 33 %".Replace(" %", "\u00A0%")));
    }

    [Test]
    public async Task Further_questions_about_a_service_stand_behind_it()
    {
        var page = HtmlTables.Text(await PageAsync(Page));
        var fast = (await FileAsync(File)).First(r => r["service"] == "wifi" && r["question"] == "fast");

        Assert.That(page, Does.Contain($"How fast is it? {fast.Percent("share_good")} {fast.Interval("wilson_lower", "wilson_upper")}, 120 ratings"));
    }

    [Test]
    public async Task What_is_no_longer_asked_is_named() => Assert.That(HtmlTables.Text(await PageAsync(Page)), Does.Contain("No longer asked about: The gone."));

    [Test]
    public async Task Figures_are_never_twelve_decimals_and_never_a_p_value()
    {
        var page = await PageAsync(Page);

        Assert.That(System.Text.RegularExpressions.Regex.Matches(HtmlTables.Text(page), @"\d\.\d{2,}"), Is.Empty);
        Assert.That(HtmlTables.Text(page), Does.Not.Match(@"\bp ?[<=]"));
    }

    [Test]
    public async Task A_query_that_makes_no_sense_shows_the_page_as_it_is_without_one()
    {
        var plain = await RowsAsync(Page);

        Assert.That(await RowsAsync(Page + "?compare=1999&sort=luck"), Is.EqualTo(plain));
        Assert.That(await RowsAsync(Page + "?compare=2026"), Is.EqualTo(plain), "a later, open edition is no comparison");
    }

    [Test]
    public async Task The_first_edition_has_nothing_to_compare_with()
    {
        var page = await PageAsync(Urls.Services(ReportedSurvey.Key, 2023));

        Assert.That(HtmlTables.Text(page), Does.Not.Contain("Since").And.Not.Contain("compare with"));
    }

    private async Task<IReadOnlyList<IReadOnlyList<string>>> RowsAsync(string address) => [.. HtmlTables.Rows(await PageAsync(address), "services").Skip(1)];

    private static IEnumerable<string> NumbersIn(string html) =>
        System.Text.RegularExpressions.Regex.Matches(System.Text.RegularExpressions.Regex.Replace(html, "\\bb-[a-z0-9]{10}\\b", ""), @"\d+(\.\d+)?").Select(m => m.Value);
}
