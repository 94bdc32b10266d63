using System.Net;
using SurveyHub.Shell;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Ranking;

namespace SurveyHub.Tests.Features.Reporting.Funnelling;

public sealed class FunnelPageTests : ReportTest
{
    private static readonly string Services = Urls.Services(ReportedSurvey.Key, 2025);
    private static readonly string Page = Services + "?show=funnel";

    private async Task<IReadOnlyDictionary<string, string>[]> ShownAsync() =>
        [.. (await FileAsync(Urls.AsCsv(Services))).Where(f => f["question"] == "overall" && f["share_good"].Length > 0)];

    [Test]
    public async Task The_mean_is_the_share_of_all_ratings_and_the_limits_are_spiegelhalter_s()
    {
        var file = await ShownAsync();
        var mean = file.Sum(f => f.Number("k_good")!.Value) / file.Sum(f => f.Number("n_valid")!.Value);

        Assert.Multiple(() =>
        {
            foreach (var row in file)
            {
                var error = Math.Sqrt(mean * (1 - mean) / row.Number("n_valid")!.Value);
                Assert.That(row.Number("funnel_mean"), Is.EqualTo(mean).Within(1e-12));
                Assert.That(row.Number("funnel_lower_95"), Is.EqualTo(Math.Max(0, mean - 1.959963984540054 * error)).Within(1e-9), row["service"]);
                Assert.That(row.Number("funnel_upper_998"), Is.EqualTo(Math.Min(1, mean + 3.090232306167813 * error)).Within(1e-9), row["service"]);
            }
        });
        Assert.That(file.Single(f => f["service"] == "wifi")["funnel_place"], Is.EqualTo("below the 99.8 % limit"));
        Assert.That(file.Single(f => f["service"] == "small")["funnel_place"], Is.EqualTo("within the 95 % limits"));
    }

    [Test]
    public async Task Every_service_with_a_figure_is_in_the_plot_and_in_the_list_below_it()
    {
        var html = await PageAsync(Page);
        var file = (await ShownAsync()).OrderBy(f => f.Number("share_good")).ToArray();
        var rows = HtmlTables.Rows(html, "funnel").Skip(1).ToArray();

        Assert.That(rows.Select(r => r[1]), Is.EquivalentTo(file.Select(f => f["service_name"])));
        Assert.That(rows.Select(r => (r[2], r[4], r[6])), Is.EqualTo(file.Select(f => (f.Percent("share_good"), f.Interval("funnel_lower_95", "funnel_upper_95"), f["funnel_place"]))));
        var titles = System.Text.RegularExpressions.Regex.Matches(WebUtility.HtmlDecode(html), "<path class=\"point [^>]*><title[^>]*>([0-9]+) ").Select(m => m.Groups[1].Value).ToArray();
        Assert.That(titles, Is.EquivalentTo(rows.Select(r => r[0]).Concat(rows.Select(r => r[0]))), "in the wide drawing and in the narrow one");
    }

    [Test]
    public async Task What_is_hidden_stands_below_with_its_reason_and_nowhere_in_the_plot()
    {
        var html = await PageAsync(Page);

        Assert.That(HtmlTables.Text(html), Does.Contain("Not in the plot").And.Match("The tiny too few answers: Fewer than 10 answers stand behind it.").And.Contain("The nobody no ratings"));
        Assert.That((await FileAsync(Urls.AsCsv(Services))).Where(f => f["service"] is "tiny" or "nobody").Select(f => f["funnel_mean"] + f["funnel_lower_95"] + f["funnel_place"]), Is.All.Empty);
    }

    [Test]
    public async Task The_list_leads_to_the_funnel_and_back_and_what_was_chosen_is_kept()
    {
        Assert.That(await PageAsync(Services + "?sort=name"), Does.Contain($"href=\"{Services}?sort=name&amp;show=funnel\""));
        var funnel = await PageAsync(Services + "?sort=name&show=funnel");
        Assert.That(funnel, Does.Contain($"href=\"{Services}?sort=name\"").And.Contain($"href=\"{Urls.AsSvg(Services)}?sort=name&amp;show=funnel\""));
        Assert.That(HtmlTables.Text(await PageAsync(Services + "?show=nothing")), Does.Contain("Services, lowest first"));
    }

    [Test]
    public async Task The_picture_has_the_figures_of_the_page()
    {
        using var answer = await Cio.GetAsync(new Uri(Urls.AsSvg(Services) + "?show=funnel", UriKind.Relative));
        var svg = await answer.Content.ReadAsStringAsync();

        foreach (var row in await ShownAsync()) Assert.That(svg, Does.Contain(row["service_name"]).And.Contain(row["funnel_place"]));
        Assert.That(svg, Does.Contain("Not in the plot: ").And.Contain("99.8 % limits"));
    }

    [Test]
    public void The_limits_of_a_service_are_those_of_its_own_number_of_ratings() =>
        Assert.That(FunnelLimits.At(0.8, 100).PlaceOf(new GoodCount(68, 100).Share!.Value), Is.EqualTo(FunnelPlace.Alert));
}
