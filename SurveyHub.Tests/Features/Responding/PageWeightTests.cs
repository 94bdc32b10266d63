using System.Text;
using System.Text.RegularExpressions;
using SurveyHub.Tests.Architecture;
using SurveyHub.Tests.Definitions;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding;

/// <summary>A telephone in a cellar with one bar.</summary>
public sealed partial class PageWeightTests
{
    private const int FirstVisit = 40 * 1024;
    private const int Script = 6_000;

    [Test]
    public async Task The_first_visit_weighs_at_most_forty_kilobytes_even_uncompressed()
    {
        await using var host = await SurveyHubHost.StartAsync();
        var edition = await OpenEdition.InAsync(host, ShippedFiles.InternalServices());
        var customer = Customer.Of(host);
        var welcome = await customer.GetAsync($"/s/{edition.Link}");
        var services = await customer.SendAndFollowAsync(welcome);
        var service = await customer.SendAndFollowAsync(services, ("used", "printing"), ("-go", "next"));
        var weights = new Dictionary<string, int>();
        foreach (var page in new[] { welcome, services, service }) weights[page.Heading] = Encoding.UTF8.GetByteCount(page.Html);
        foreach (var address in Assets().Matches(welcome.Html + service.Html).Select(m => m.Groups[1].Value).Distinct())
            weights[address] = (await customer.Http.GetByteArrayAsync(new Uri(address, UriKind.Relative))).Length;

        foreach (var (what, bytes) in weights) TestContext.Out.WriteLine($"{bytes,7:N0} {what}");
        Assert.That(weights.Keys, Has.Some.Contains("survey").And.Some.Contains("tokens"), "style sheets and script are counted");
        Assert.That(weights.Where(w => w.Key != services.Heading).Sum(w => w.Value), Is.LessThanOrEqualTo(FirstVisit));
        Assert.That(weights.Values.Max(), Is.LessThanOrEqualTo(FirstVisit / 2), "no page alone is heavy");
    }

    [Test]
    public void The_script_is_smaller_than_six_kilobytes() =>
        Assert.That(new FileInfo(Path.Combine(SourceTree.Root, "SurveyHub", "wwwroot", "survey.js")).Length, Is.LessThan(Script));

    [Test]
    public async Task Style_sheets_and_script_are_kept_by_the_browser_for_ever()
    {
        await using var host = await SurveyHubHost.StartAsync();
        var edition = await OpenEdition.InAsync(host, AQuestionnaire.Rich);
        var customer = Customer.Of(host);
        var page = await customer.SendAndFollowAsync(await customer.GetAsync($"/s/{edition.Link}"));

        var assets = Assets().Matches(page.Html).Select(m => m.Groups[1].Value).ToList();
        Assert.That(assets, Has.Count.GreaterThanOrEqualTo(3), "style sheets and the script");
        foreach (var address in assets)
            Assert.That((await customer.GetAsync(address)).Headers["Cache-Control"], Does.Contain("immutable"), address);
    }

    [GeneratedRegex("(?:src|href)=\"(/[^\"]+\\.(?:css|js|svg))\"")]
    private static partial Regex Assets();
}
