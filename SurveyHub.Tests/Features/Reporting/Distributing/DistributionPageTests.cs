using System.Globalization;
using System.Text.RegularExpressions;
using SurveyHub.Features.Reporting.Charts;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Tests.Features.Reporting.Distributing;

public sealed partial class DistributionPageTests : ReportTest
{
    private static readonly string Page = Urls.Distribution(ReportedSurvey.Key, 2025);
    private static readonly string File = Urls.AsCsv(Page);

    [Test]
    public async Task Every_number_of_the_page_is_the_file_s_number_rounded_in_the_order_asked_for([Values("", "?sort=bad", "?sort=name")] string query)
    {
        var html = await PageAsync(Page + query);
        var (bars, numbers) = (HtmlTables.Rows(html, "spreads").Skip(1).ToArray(), HtmlTables.Rows(html, "numbers").Skip(1).ToArray());
        var file = (await FileAsync(File + query)).Where(f => f["n_bad"].Length > 0).ToArray();

        Assert.That(bars.Select(r => (r[0], r[^1])), Is.EqualTo(file.Select(f => (f["service_name"], f.Percent("share_good")))));
        Assert.That(numbers.Select(r => string.Join('|', r.Take(5))),
            Is.EqualTo(file.Select(f => string.Join('|', f["service_name"], f.Count("n_valid"), f.Percent("share_bad"), f.Percent("share_middle"), f.Percent("share_good")))));
        var ordered = query switch { "" => file.Select(f => double.Parse(f["share_good"], CultureInfo.InvariantCulture)), "?sort=bad" => file.Select(f => -double.Parse(f["share_bad"], CultureInfo.InvariantCulture)), _ => null };
        if (ordered is not null) Assert.That(ordered, Is.Ordered);
        else Assert.That(file.Select(f => f["service_name"]), Is.Ordered.Using<string>(StringComparer.InvariantCulture.Compare));
    }

    [Test]
    public async Task The_parts_of_a_service_add_up_to_its_ratings_and_its_options_to_its_parts()
    {
        foreach (var line in (await FileAsync(File)).Where(f => f["n_bad"].Length > 0))
        {
            int N(string column) => line[column].Length == 0 ? 0 : int.Parse(line[column], CultureInfo.InvariantCulture);
            Assert.That((N("n_bad") + N("n_middle") + N("n_good"), N("c1") + N("c2"), N("c4") + N("c5")), Is.EqualTo((N("n_valid"), N("n_bad"), N("n_good"))), line["service"]);
        }
    }

    [Test]
    public async Task Below_thirty_ratings_nothing_is_told_of_a_spread_and_the_page_says_so()
    {
        var (text, file) = (HtmlTables.Text(await PageAsync(Page)), (await FileAsync(File)).ToDictionary(f => f["service"]));

        Assert.That(text, Does.Contain("The small – fewer than 30 ratings").And.Contain("The tiny – too few answers").And.Contain("The nobody – no ratings"));
        foreach (var service in new[] { "small", "tiny", "nobody" })
            Assert.That(file[service]["n_bad"] + file[service]["share_bad"] + file[service]["share_middle"] + file[service]["c1"] + file[service]["c5"], Is.Empty, service);
        Assert.That(file["small"]["share_good"], Is.Not.Empty, "as on every page");
    }

    [Test]
    public async Task Every_bar_lies_within_its_drawing_and_on_the_common_line()
    {
        var html = await PageAsync(Page);

        var bars = Bar().Matches(html);
        Assert.That(bars, Has.Count.EqualTo(6));
        Assert.That(bars.Select(b => Middle().Match(b.Value).Groups["x"].Value).Distinct().Count(), Is.EqualTo(1), "one line for all");
        foreach (Match bar in bars)
            foreach (Match rect in Rect().Matches(bar.Value))
                Assert.That((Number(rect, "x"), Number(rect, "x") + Number(rect, "w")), Is.EqualTo((50.0, 50.0)).Using<(double From, double To)>((a, _) => a.From >= -0.01 && a.To <= 100.01));

        static double Number(Match rect, string group) => double.Parse(rect.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [Test]
    public void The_line_stands_where_the_worst_and_the_best_bar_both_fit()
    {
        DistributionBar.Part[] bad = [new("Poor", OptionRole.Unfavourable, 0.8), new("Fair", OptionRole.Neutral, 0.2)], good = [new("Fair", OptionRole.Neutral, 0.2), new("Good", OptionRole.Favourable, 0.8)];

        var (left, whole) = DivergingBar.ReachOf([bad, good]);

        Assert.That(left, Is.EqualTo(0.5).Within(1e-12));
        Assert.That(whole, Is.EqualTo(1 / 1.8).Within(1e-12), "nine tenths to either side");
        Assert.That(DivergingBar.ReachOf([good]).Left, Is.EqualTo(0.1).Within(1e-12));
    }

    [GeneratedRegex("<svg class=\"diverging\".*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Bar();

    [GeneratedRegex("<rect x=\"(?<x>[-0-9.]+)%\" y=\"0\" width=\"(?<w>[0-9.]+)%\"")]
    private static partial Regex Rect();

    [GeneratedRegex("class=\"middle\" x1=\"(?<x>[0-9.]+)%\"")]
    private static partial Regex Middle();
}
