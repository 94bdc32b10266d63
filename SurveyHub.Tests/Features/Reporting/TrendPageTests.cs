using SurveyHub.Shell;

namespace SurveyHub.Tests.Features.Reporting;

public sealed class TrendPageTests : ReportTest
{
    private static readonly string Page = Urls.Trend(ReportedSurvey.Key);

    [Test]
    public async Task Every_number_of_the_page_is_the_file_s_number_rounded([Values("", "?from=2024", "?to=2024")] string query)
    {
        var rows = HtmlTables.Rows(await PageAsync(Page + query), "editions").Skip(1).ToArray();
        var file = await FileAsync(Urls.AsCsv(Page) + query);

        Assert.That(rows.Select(r => r[0]), Is.EqualTo(file.Select(f => f["year"])));
        Assert.That(rows.Select(r => (r[1], r[2], r[3])),
            Is.EqualTo(file.Select(f => (f.Percent("share_good"), f.Interval("lower", "upper"), f.Count("n_ratings")))));
        Assert.That(rows.Select(r => r[1]), Is.EqualTo(query switch
        {
            "?from=2024" => new[] { "72 %", "77 %" },
            "?to=2024" => ["67 %", "72 %"],
            _ => ["67 %", "72 %", "77 %"],
        }));
    }

    [Test]
    public async Task The_target_is_a_labelled_line_in_every_drawing_and_the_figure_s_place_to_it_is_told()
    {
        var (html, file) = (await PageAsync(Page), await FileAsync(Urls.AsCsv(Page)));
        using var picture = await Cio.GetAsync(new Uri(Urls.AsSvg(Page), UriKind.Relative));

        Assert.That(HtmlTables.Text(html), Does.Contain("90 % was aimed at: the figure lies below that.").And.Contain("Dashed across: the target of the latest edition."));
        Assert.That(html.Split("<line class=\"target\""), Has.Length.EqualTo(3), "wide and narrow");
        Assert.That(System.Net.WebUtility.HtmlDecode(html).Replace('\u00A0', ' ').Split(">target 90 %<"), Has.Length.EqualTo(3), "colour and dashes alone say nothing");
        Assert.That((await picture.Content.ReadAsStringAsync()).Replace('\u00A0', ' '), Does.Contain(">target 90 %<").And.Contain(">target of 2025<"));
        Assert.That(file.Select(f => (f["target"], f["target_state"])), Is.All.EqualTo(("0.9", "below")));
    }

    [Test]
    public async Task In_ten_seconds_one_sees_how_it_is_whether_it_is_better_who_answered_and_what_needs_attention()
    {
        var text = HtmlTables.Text(await PageAsync(Page));

        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("Good or excellent, 2025 77 % no clear change"));
            Assert.That(text, Does.Contain("Answered 120 responses; how many were invited is not known, so there is no rate"));
            Assert.That(text, Does.Contain("Needs attention The wifi 33 % good or excellent, lowest rated; below its target of 80 % no clear change"));
            Assert.That(text, Does.Contain("Services since 2024 1 better, 1 worse 3 without a clear change, 2 not tested, 2 with nothing to compare"));
            Assert.That(text, Does.Contain("Share of answers to “All in all?” that are good or excellent."));
        });
    }

    [Test]
    public async Task The_picture_says_in_words_what_it_shows() =>
        Assert.That(System.Net.WebUtility.HtmlDecode(await PageAsync(Page)), Does.Contain("aria-label=\"Good or excellent: 67\u00A0% in 2023, 72\u00A0% in 2024, 77\u00A0% in 2025.\""));

    [Test]
    public async Task The_open_edition_is_named_and_its_answers_are_in_no_figure()
    {
        var html = await PageAsync(Page);

        Assert.That(HtmlTables.Text(html), Does.Contain("The 2026 edition is not closed yet. It can be answered from "));
        Assert.That(HtmlTables.Rows(html, "editions").Select(r => r[0]), Has.None.StartsWith("2026"));
    }

    [Test]
    public async Task Years_without_an_edition_show_the_whole_trend() =>
        Assert.That(HtmlTables.Rows(await PageAsync(Page + "?from=1990&to=1999"), "editions"), Has.Count.EqualTo(4));
}
