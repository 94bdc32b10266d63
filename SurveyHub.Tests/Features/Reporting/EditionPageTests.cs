using SurveyHub.Shell;

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
    public async Task The_first_edition_has_no_changes_and_says_so() =>
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Report(ReportedSurvey.Key, 2023))), Does.Contain("This is the first edition. Changes come with the next."));
}
