using System.Xml.Linq;
using SurveyHub.Features.Exporting.Ddi;
using SurveyHub.Results;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using static SurveyHub.Tests.Features.Exporting.Ddi.DdiOrder;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Exporting.Ddi;

/// <summary>The edition as an archive reads it.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class DdiCodebookTests(TestServer server) : DatabaseTest(server)
{
    private static readonly IEnumerable<Person> Crowd =
    [
        .. 15.Times(("used.wifi", 1), ("used.print", 1), ("print.overall", 4), ("wifi.overall", 5), ("overall", 4), ("group.department", 1)),
        .. 10.Times(("used.wifi", 1), ("used.mail", 0), ("wifi.overall", 5), ("overall", 4), ("group.department", 1)),
        .. 20.Times(("used.wifi", 1), ("used.mail", 0), ("wifi.overall", 3), ("overall", 4), ("group.department", 1)),
        .. 4.Times(("used.wifi", 1), ("used.mail", 1), ("wifi.overall", 1), ("mail.overall", 2), ("group.department", 1)),
        .. 11.Times(("used.wifi", 1), ("wifi.overall", Item.CannotJudge), ("group.department", 1)),
    ];

    [Test]
    public async Task Every_element_stands_where_the_standard_has_it_and_every_reference_leads_somewhere()
    {
        var root = await RootAsync(Survey, Crowd);
        var ids = root.Descendants().Attributes("ID").Select(a => a.Value).ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(Breaches(root), Is.Empty);
            Assert.That(ids, Is.Unique);
            Assert.That(root.Descendants(Ns + "varGrp").SelectMany(g => g.Attribute("var")!.Value.Split(' ')), Is.SubsetOf(ids));
            Assert.That(root.Descendants(Ns + "var").Select(v => v.Attribute("files")!.Value), Is.All.EqualTo("F1"));
        });
    }

    [Test]
    public void What_stands_elsewhere_is_seen() =>
        Assert.That(Breaches(new(Ns + "var", new XElement(Ns + "catgry"), new XElement(Ns + "labl"))).Concat(Breaches(new(Ns + "var", new XElement("labl")))), Has.Exactly(2).Items);

    [Test]
    public async Task There_is_a_variable_for_every_column_of_the_wide_file_and_its_labels_in_every_language()
    {
        var root = await RootAsync(Survey, Crowd);
        var header = (await PackageReader.OfAsync(Database, _report)).Files["responses_wide.csv"].TrimStart('\uFEFF').Split("\r\n")[0].Split(',');

        Assert.That(root.Descendants(Ns + "var").Select(v => v.Attribute("name")!.Value), Is.EqualTo(header));
        var wifi = Variable(root, "wifi.overall");
        Assert.That(wifi.Elements(Ns + "labl").Select(l => (l.Attribute(XNamespace.Xml + "lang")!.Value, l.Value)), Is.EqualTo([("en", "Wi-Fi: How good?"), ("de", "WLAN: Wie gut?")]));
        Assert.That(wifi.Descendants(Ns + "qstnLit").Select(l => l.Value), Is.EqualTo(["How good?", "Wie gut?"]));
        Assert.That(wifi.Element(Ns + "concept")!.Value, Is.EqualTo("lineage:wifi.overall"));
        Assert.That(wifi.Element(Ns + "invalrng")!.Elements().Select(i => i.Attribute("VALUE")!.Value), Is.EqualTo(["-8", "-9"]));
    }

    [Test]
    public async Task Frequencies_are_those_of_the_report_and_none_is_under_the_minimum()
    {
        var wifi = Variable(await RootAsync(Survey, Crowd), "wifi.overall");

        Assert.That(Frequencies(wifi), Is.EqualTo(new Dictionary<string, string> { ["3"] = "20", ["5"] = "25", ["-8"] = "11" }), "four said 1");
        Assert.That(wifi.Elements(Ns + "sumStat").Single(s => s.Attribute("type")!.Value == "vald").Value, Is.EqualTo("49"));
    }

    [Test]
    public async Task Of_what_the_report_hides_there_is_no_number()
    {
        var mail = Variable(await RootAsync(Survey, Crowd), "mail.overall");

        Assert.That(Frequencies(mail), Is.Empty);
        Assert.That(mail.Elements(Ns + "sumStat"), Is.Empty);
    }

    [Test]
    public async Task Of_an_edition_with_one_answer_everything_is_described_and_nothing_counted()
    {
        var root = await RootAsync(Survey, 1.Times(("wifi.overall", 5)));

        Assert.That(root.Descendants(Ns + "catStat").Concat(root.Descendants(Ns + "sumStat")).Concat(root.Descendants(Ns + "caseQnty")), Is.Empty);
        Assert.That(Breaches(root), Is.Empty);
    }

    [Test]
    public async Task Signs_that_XML_cannot_write_are_left_out_and_others_escaped()
    {
        var root = await RootAsync(Survey with { Title = A.Text("A < B & \u0001 \u0635") }, Crowd);

        Assert.That(root.Descendants(Ns + "titl").Single().Value, Is.EqualTo("A < B &  \u0635 2025"));
    }

    private EditionReport _report = null!;

    private async Task<XElement> RootAsync(Questionnaire questionnaire, IEnumerable<Person> people)
    {
        await Answered.EditionAsync(Database, questionnaire, 2025, people);
        _report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];
        using var stream = new MemoryStream();
        await new DdiCodebook(new(Database, new())).WriteAsync(stream, _report, CancellationToken.None);
        stream.Position = 0;
        return XDocument.Load(stream).Root!;
    }

    private static XElement Variable(XElement root, string name) => root.Descendants(Ns + "var").Single(v => v.Attribute("name")!.Value == name);

    private static Dictionary<string, string> Frequencies(XElement variable) =>
        variable.Elements(Ns + "catgry").Where(c => c.Element(Ns + "catStat") is not null).ToDictionary(c => c.Element(Ns + "catValu")!.Value, c => c.Element(Ns + "catStat")!.Value);

    private static Questionnaire Survey => A.Questionnaire("wifi", "mail", "print") with
    {
        Languages = ["en", "de"],
        Purpose = A.Text("To serve you better."),
        Services = [A.Service("wifi") with { Name = new([new("en", "Wi-Fi"), new("de", "WLAN")]) }, A.Service("mail"), A.Service("print")],
        ServiceQuestions = [A.Rating("overall") with { Text = new([new("en", "How good?"), new("de", "Wie gut?")]) }, A.Comment()],
        LastQuestions = [A.Rating(Questionnaire.OverallQuestion), new() { Key = "years", Kind = QuestionKind.Number, Text = A.Text("How many years?"), Minimum = 0 }, A.Comment("last")],
    };
}
