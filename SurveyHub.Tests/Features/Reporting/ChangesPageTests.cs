using SurveyHub.Shell;

namespace SurveyHub.Tests.Features.Reporting;

public sealed class ChangesPageTests : ReportTest
{
    private static readonly string Page = Urls.Changes(ReportedSurvey.Key, 2025);
    private static readonly string File = Urls.AsCsv(Page);

    [Test]
    public async Task What_is_clear_stands_first_and_the_largest_change_on_top()
    {
        var rows = HtmlTables.Rows(await PageAsync(Page), "changed").Where(r => r[0] != "Service").ToArray();

        Assert.That(rows.Select(r => r[0]), Is.EqualTo(new[] { "The desk", "The printing", "The reworded", "The mail", "The wifi" }));
        Assert.That(rows.Select(r => r[^1].Split(' ')[1]).Take(2), Is.EquivalentTo(new[] { "better,", "worse," }));
        Assert.That(rows.Skip(2).Select(r => r[^1]), Is.All.StartsWith("no clear change"));
    }

    [Test]
    public async Task Beside_no_clear_change_stands_how_large_a_change_would_have_been_found()
    {
        var mail = HtmlTables.Row(await PageAsync(Page), "changed", "The mail");
        var services = HtmlTables.Row(await PageAsync(Urls.Services(ReportedSurvey.Key, 2025)), "services", "The mail");

        // R: uniroot over power.prop.test(n = 120, p1 = 101/120): 0.9513 and 0.6892.
        const string Found = "With so many ratings a change from 84 % to 95 % or more, or to 69 % or less, would be found 4 times in 5 by a test of this service alone; as one of 5 tests adjusted together, less often.";
        Assert.That(mail[^1], Does.EndWith("would be found: 95 % or more, or 69 % or less"));
        Assert.That(HtmlTables.Text(await PageAsync(Page)), Does.Contain(
            "“Would be found” names the shares that a test of the service alone would have told from the earlier one 4 times in 5, with so many ratings; as one of 5 tests adjusted together, less often."));
        Assert.That(services[^2], Does.EndWith(Found));
        Assert.That(await PageAsync(Urls.Trend(ReportedSurvey.Key)), Does.Contain("would be found 4 times in 5."), "the headline, too: one test, adjusted for no other");
        // At 0.05 / 5, whatever the others do.
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Figure(ReportedSurvey.Key, 2025, SurveyHub.Features.Reporting.Explaining.FigurePlace.Change(2024, "mail")))),
            Does.Contain("As one of 5 tests that are adjusted together a change from 84 % to 97 % or more, or to 65 % or less, would be found at least 4 times in 5, whatever became of the others."));
    }

    [Test]
    public async Task What_cannot_be_tested_says_why()
    {
        var text = HtmlTables.Text(await PageAsync(Page));
        var with2023 = HtmlTables.Text(await PageAsync(Page + "?compare=2023"));

        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("The small too few to test. 65 % in 2024 (20 ratings), 65 % in 2025 (20 ratings); a test needs 30 ratings in both years."));
            Assert.That(text, Does.Contain("The tiny too few answers."));
            Assert.That(text, Does.Contain("The new new this year"));
            Assert.That(text, Does.Contain("No longer asked about: The gone."));
            Assert.That(with2023, Does.Contain("The reworded not comparable. The wording or the scale changed since 2023: no difference is computed."));
        });
    }

    [Test]
    public async Task The_file_has_the_page_s_rows_in_its_order_and_no_number_where_nothing_may_be_told([Values("", "?compare=2023")] string query)
    {
        var (rows, file) = (HtmlTables.Rows(await PageAsync(Page + query), "changed").Where(r => r[0] != "Service").ToArray(), await FileAsync(File + query));

        Assert.That(file.Select(f => f["service_name"]).Take(rows.Length), Is.EqualTo(rows.Select(r => r[0])));
        Assert.That(rows.Zip(file), Is.All.Matches<(IReadOnlyList<string> Row, IReadOnlyDictionary<string, string> Line)>(
            pair => pair.Row[1] == pair.Line.Percent("share_from") && pair.Row[2] == pair.Line.Percent("share_to")));
        var tiny = file.Single(f => f["service"] == "tiny");
        Assert.That(new[] { "n_from", "share_from", "n_to", "share_to", "diff", "p" }.Select(column => tiny[column]), Is.All.Empty);
        if (query.Length > 0)
            Assert.That(new[] { "n_from", "share_from", "diff", "diff_lower" }.Select(column => file.Single(f => f["service"] == "reworded")[column]), Is.All.Empty, "nothing is held against a figure before a break");
    }

    [Test]
    public async Task The_first_edition_says_that_changes_come_with_the_next()
    {
        var page = await PageAsync(Urls.Changes(ReportedSurvey.Key, 2023));

        Assert.That(HtmlTables.Text(page), Does.Contain("2023 is the first edition with a report. Changes come with the next one."));
        Assert.That(await FileAsync(Urls.AsCsv(Urls.Changes(ReportedSurvey.Key, 2023))), Is.Empty);
    }

    [Test]
    public async Task An_edition_that_is_open_tells_nothing_of_its_changes() =>
        Assert.That(HtmlTables.Rows(await PageAsync(Urls.Changes(ReportedSurvey.Key, 2026)), "changed"), Is.Empty);
}
