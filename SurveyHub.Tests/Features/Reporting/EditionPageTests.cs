using SurveyHub.Shell;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting;

public sealed class EditionPageTests : ReportTest
{
    private static readonly string Page = Urls.Report(ReportedSurvey.Key, 2025);

    [Test]
    public async Task It_is_read_from_who_took_part_to_the_groups()
    {
        var text = HtmlTables.Text(await PageAsync(Page));
        string[] order = ["120 responses;", "Good or excellent, 2025 77 %", "Lowest", "Highest", "Confirmed changes since 2024", "Customer groups"];

        Assert.That(order.Select(words => text.IndexOf(words, text.IndexOf("Edition 2025 CSV Print", StringComparison.Ordinal), StringComparison.Ordinal)), Is.Ordered);
        Assert.That(order.Where(words => !text.Contains(words, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task The_page_has_the_file_s_figures()
    {
        var text = HtmlTables.Text(await PageAsync(Page));
        var file = await FileAsync(Urls.AsCsv(Page));

        Assert.That(file.Select(f => f["section"]).Distinct().Take(5), Is.EqualTo(new[] { "participation", "headline", "lowest", "highest", "changed" }));
        Assert.Multiple(() =>
        {
            foreach (var line in file.Where(f => f["section"] is "lowest" or "highest"))
                Assert.That(text, Does.Match($"{line["item_name"]}( [a-z ]+ , position [0-9–]+ of 6, the lowest first)? {line.Percent("share_good")} {line.Interval("lower", "upper")}, {line.Count("n_valid")} ratings"));
            foreach (var line in file.Where(f => f["section"] == "changed"))
                Assert.That(text, Does.Contain($"{line["item_name"]} {FromTo(line)} {(line["verdict"] == "up" ? "▲ better, " : "▼ worse, ")}{SurveyHub.Features.Reporting.Figures.Points(line.Number("diff")!.Value)}"));
        });

        static string FromTo(IReadOnlyDictionary<string, string> line) =>
            $"{SurveyHub.Features.Reporting.Figures.Percent(line.Number("share_good")!.Value - line.Number("diff")!.Value)} to {line.Percent("share_good")}".Replace('\u00A0', ' ');
    }

    [Test]
    public async Task A_small_base_is_neither_among_the_lowest_nor_among_the_highest() =>
        Assert.That((await FileAsync(Urls.AsCsv(Page))).Where(f => f["section"] is "lowest" or "highest").Select(f => f["item"]),
            Is.EqualTo(new[] { "wifi", "printing", "new", "mail", "desk", "reworded" }));

    [Test]
    public async Task A_small_base_as_low_as_the_lowest_is_named_with_the_reason() =>
        Assert.That(HtmlTables.Text(await PageAsync(Page)), Does.Contain("Not in this list, because fewer than 30 ratings are too few to tell: The small (65 %)."));

    [Test]
    public async Task How_many_services_have_no_figure_is_said_beside_the_lowest_on_the_overview_and_in_the_board_paper()
    {
        const string Without = "1 of 9 services is hidden and could stand anywhere in the list; 1 has no ratings.";

        Assert.That(HtmlTables.Text(await PageAsync(Page)).Split(Without), Has.Length.EqualTo(3), "needs attention, and lowest");
        Assert.That(HtmlTables.Text(await PageAsync(Urls.BoardPaper(ReportedSurvey.Key, 2025))), Does.Contain(Without));
    }

    [Test]
    public async Task Of_many_services_that_need_attention_or_changed_five_are_named_and_a_link_leads_to_the_others()
    {
        string[] services = [.. Enumerable.Range(10, 20).Select(i => $"s{i}")];
        foreach (var (year, good) in new[] { (2024, 45), (2025, 10) })
            await StoreAsync("many", year, services, Enumerable.Range(0, 60).Select(i => new Person([.. services.Select((s, at) => ($"{s}.overall", (i + 7 * at) % 60 < (at < 7 ? good : 45) ? 5 : 2))])));

        var html = await PageAsync(Urls.Report("many", 2025));

        Assert.That(HtmlTables.Text(html), Does.Contain("Needs attention The s10, The s11, The s12, The s13, The s14 and 2 more").And.Contain("17 % each good or excellent"));
        Assert.That(html, Does.Match($"<a href=\"{Urls.Changes("many", 2025)}\"[^>]*>and 2 more</a>"));
    }

    [Test]
    public async Task The_first_edition_has_no_changes_and_says_so() =>
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Report(ReportedSurvey.Key, 2023))), Does.Contain("This is the first edition. Changes come with the next."));
}
