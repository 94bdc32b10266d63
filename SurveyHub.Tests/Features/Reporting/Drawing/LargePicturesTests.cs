using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting.Drawing;

/// <summary>Pictures of surveys that no slide was made for: three hundred services, sixty groups, names of two hundred letters, names read from the right.</summary>
public sealed class LargePicturesTests : ReportTest
{
    private const string Long = "The network of the old and the new house, <with> & without wires, “quoted”, for wards, offices, laboratories, the kitchen and everybody who is only passing through on the way to another building";
    private const string Arabic = "شبكة المستشفى اللاسلكية للأطباء والممرضين في جميع المباني والأقسام";

    [OneTimeSetUp]
    public async Task StoreThem()
    {
        await StoreAsync("many", [.. Enumerable.Range(1, 300).Select(n => $"s{n}")], [], 30);
        await StoreAsync("groups", ["a", "b", "c"], [.. Enumerable.Range(1, 60).Select(n => $"g{n}")], 900);
        await StoreAsync("nobody", ["a", "b"], ["x", "y"], 0);
    }

    [TestCase("many", "/services")]
    [TestCase("many", "/distribution")]
    [TestCase("many", "/changes")]
    [TestCase("groups", "/groups")]
    [TestCase("groups", "/groups?show=difference")]
    [TestCase("groups", "/groups?show=impact")]
    [TestCase("groups", "/services?show=funnel")]
    [TestCase("nobody", "/services?show=funnel")]
    [TestCase("nobody", "/services")]
    [TestCase("nobody", "/groups")]
    [TestCase("nobody", "/distribution")]
    [TestCase("nobody", "/priorities")]
    [TestCase("nobody", "")]
    public async Task A_picture_of_any_size_is_in_order(string survey, string page)
    {
        var picture = await PictureAsync(survey, page);

        Assert.That(picture.Collisions().Take(5), Is.Empty);
        Assert.That(picture.Foreign, Is.Empty);
    }

    [Test]
    public async Task Three_hundred_services_are_three_hundred_rows()
    {
        var picture = await PictureAsync("many", "/services");

        Assert.That(picture.Words.Count(w => w.EndsWith(" %", StringComparison.Ordinal) && w.Length <= 5), Is.EqualTo(300));
        Assert.That(picture.Height, Is.GreaterThan(300 * 27));
    }

    [Test]
    public async Task A_long_name_is_cut_and_whole_for_whoever_asks()
    {
        var picture = await PictureAsync("groups", "/services");

        Assert.That(picture.Words, Does.Not.Contain(Long).And.Some.StartsWith("The network of").And.Some.EndsWith("…"));
        Assert.That(picture.Titles, Does.Contain(Long));
        Assert.That(picture.Text, Does.Contain("&lt;with&gt; &amp; without"));
    }

    [Test]
    public async Task A_name_that_is_read_from_the_right_says_so()
    {
        var name = (await PictureAsync("groups", "/services")).Texts.Single(t => t.Value.Contains("شبكة", StringComparison.Ordinal));

        Assert.That(((string?)name.Attribute("direction"), (string?)name.Attribute("text-anchor")), Is.EqualTo(("rtl", "end")), "it ends where the others begin");
    }

    [Test]
    public async Task Sixty_groups_are_in_parts_below_each_other_and_each_once()
    {
        var words = (await PictureAsync("groups", "/groups")).Words;

        Assert.That(Enumerable.Range(1, 60).Select(n => words.Count(w => w == $"g{n}")), Is.All.EqualTo(1));
        Assert.That(words.Count(w => w == "All"), Is.EqualTo(4));
    }

    [Test]
    public async Task An_edition_that_nobody_answered_says_so()
    {
        Assert.That((await PictureAsync("nobody", "/services")).Words.Count(w => w == "nobody answered"), Is.EqualTo(2));
        Assert.That((await PictureAsync("nobody", "")).Words, Has.Some.Contains("2025: nobody answered"));
        Assert.That((await PictureAsync("nobody", "/groups")).Words, Has.Some.StartsWith("No customer groups"));
        Assert.That((await PictureAsync("nobody", "/priorities")).Words, Has.Some.StartsWith("No priorities."));
    }

    private async Task<PictureFile> PictureAsync(string survey, string page)
    {
        var address = (page.Length == 0 ? Urls.Trend(survey) : Urls.Report(survey, 2025)) + page;
        return new(await PageAsync(address.Contains('?', StringComparison.Ordinal) ? address.Replace("?", ".svg?", StringComparison.Ordinal) : Urls.AsSvg(address)));
    }

    private async Task StoreAsync(string survey, string[] services, string[] groups, int people)
    {
        var questionnaire = A.Questionnaire(services) with
        {
            Survey = survey,
            Anonymity = Anonymity.Confidential,
            Screener = null,
            Services = [.. services.Select((s, i) => A.Service(s) with { Name = A.Text(i switch { 0 => Long, 1 => Arabic, _ => $"Service {s}" }), Target = i % 2 == 0 ? 0.8 : null })],
            Groups = groups.Length == 0 ? [] : [A.Group("site", GroupSource.Asked, groups)],
        };
        var edition = await Answered.EditionAsync(Host.Database, questionnaire, 2025, Enumerable.Range(0, people).Select(i => new Person(
        [
            .. services.Select((s, at) => ($"{s}.overall", (i * 7 + at) % 30 < at % 30 ? 4 : 2)),
            .. groups.Length == 0 ? Array.Empty<(string, int)>() : [("group.site", i % groups.Length + 1)],
        ])));
        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
    }
}
