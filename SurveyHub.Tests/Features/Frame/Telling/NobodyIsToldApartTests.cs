using SurveyHub.Features.People.Links;
using SurveyHub.Features.People.Finding;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Frame.Telling;

/// <summary>
/// The attack of an owner who is curious about one person: look at everything, do something to that person alone, look again. What has
/// moved must be the same whether they have answered, have begun, or have done nothing.
/// </summary>
internal abstract class NobodyIsToldApartTests(TestServer server, Anonymity mode) : TellingTest(server, mode)
{
    private static readonly Dictionary<string, string[]> Deeds = new()
    {
        ["taken off"] = ["off"],
        ["taken off and put back"] = ["off", "back"],
        ["taken off by a file"] = ["file address,status\nANNA,ineligible\n"],
        ["called undeliverable"] = ["file address,status\nANNA,undeliverable\n"],
        ["not to be asked"] = ["file address,status\nANNA,refused\n"],
        ["not to be asked after all"] = ["file address,status\nANNA,refused\n", "file address,status\nANNA,undeliverable\n"],
        ["called one thing after the other"] = ["file address,status\nANNA,undeliverable\n", "off", "file address,status\nANNA,refused\n"],
        ["called undeliverable and invited again"] = ["file address,status\nANNA,undeliverable\n", "file address,status\nANNA,invited\n"],
        ["called by another name"] = ["file address,name,language\nANNA,Anna Neu,de\n"],
        ["moved to another department"] = ["file address,name,department,role\nANNA,Anna Neu,medicine,doctor\n"],
        ["sent a new link"] = ["links"],
        ["sent a new link alone"] = ["file address,status\nANNA,refused\n", "links", "file address,status\nANNA,invited\n", "links of 1"],
        ["taken off, and invited by a file"] = ["off", "file address,status\nANNA,invited\n"],
    };

    private static IEnumerable<TestCaseData> EveryDeed => Deeds.Keys.Select(deed => new TestCaseData(deed));

    [TestCaseSource(nameof(EveryDeed))]
    public async Task Whatever_is_done_to_one_person_moves_the_same_numbers_whether_they_have_answered_or_not(string deed)
    {
        var (said, moved) = (new List<string>(), new List<string>());
        foreach (var state in States)
        {
            await ListAsync(state);
            var before = await LookAsync();
            said.Add(await DoAsync(deed));
            moved.Add(Differences(before, await LookAsync()));
        }

        Assert.That(said, Is.All.EqualTo(said[0]));
        Assert.That(moved, Is.All.EqualTo(moved[0]));
    }

    [TestCase("taken off", "page removed +1")]
    [TestCase("called undeliverable", "page undeliverable +1")]
    [TestCase("called by another name", "found: Anna en True Invited")]
    [TestCase("sent a new link", "links list 2: ")]
    public async Task What_the_owner_did_is_seen(string deed, string moved)
    {
        await ListAsync(States[^1]);
        var before = await LookAsync();

        await DoAsync(deed);

        Assert.That(Differences(before, await LookAsync()), Does.Contain(moved), "the attacker looks at it");
    }

    [TestCase("taken off")]
    [TestCase("taken off by a file")]
    [TestCase("not to be asked")]
    public async Task The_report_is_the_same_with_and_without_the_deed(string deed)
    {
        foreach (var state in States)
        {
            await ListAsync(state);
            await CloseAsync();
            var without = await LookAtReportAsync();
            await ListAsync(state);
            await DoAsync(deed);
            await CloseAsync();

            Assert.That(without, Has.Count.GreaterThan(20), "a report is there");
            Assert.That(Differences(without, await LookAtReportAsync()), Is.Empty, state);
        }
    }

    [Test]
    public async Task A_word_of_staff_stays_when_the_person_answers_all_the_same()
    {
        await ListAsync("invited");
        await SaveAsync($"address,status\n{Anna},undeliverable\n");
        var before = await LookAsync();

        await AnnaComesAsync("started");
        Assert.That(Moved(before, await LookAsync()), Is.EqualTo(["page begun +1", "participation begun +1", "survey unsubmitted +1"]));
        await AnnaComesAsync(States[^1]);

        Assert.That(Moved(before, await LookAsync()), Does.Contain("page answered +1").And.Contain("survey answered +1").And.None.Contains("undeliverable").And.None.Contains("found"));
    }

    [Test]
    public async Task The_answer_of_somebody_moves_its_day_where_days_are_told()
    {
        await ListAsync("invited");
        var before = await LookAsync();

        await AnnaComesAsync(States[^1]);

        Assert.That(Moved(before, await LookAsync()).Where(m => m.StartsWith("day", StringComparison.Ordinal)),
            Is.EqualTo(Mode == Anonymity.Anonymous ? Array.Empty<string>() : ["day 2026-11-02 +1"]));
    }

    private async Task<string> DoAsync(string deed)
    {
        var said = new List<string>();
        foreach (var step in Deeds[deed]) said.Add(await StepAsync(step));
        return string.Join('\n', said);
    }

    private async Task<string> StepAsync(string step)
    {
        if (step.StartsWith("links", StringComparison.Ordinal))
        {
            var lists = await new ReadLinks(Database).ExecuteAsync(Edition.EditionId);
            var made = await MakeLinksAsync(step == "links" ? lists.Lists[^1].List : lists.Lists[0].List);
            return made is null ? "no links" : string.Join(' ', (await LinksCsvAsync(made)).Split("\r\n").Select(line => line.Split(',')[0]));
        }
        if (step is "off" or "back") return $"{await new RemovePerson(Database, Audit, Clock).ExecuteAsync(Olga, Edition, Anna, putBack: step == "back")}";
        var file = step["file ".Length..].Replace("ANNA", Anna, StringComparison.Ordinal);
        var preview = await PreviewAsync(file);
        var saved = await SaveAsync(file);
        var again = await PreviewAsync(file);
        return $"previewed {preview.New} {preview.Changed} {preview.Same}, {saved}, previewed again {again.New} {again.Changed} {again.Same}";
    }

    private static IEnumerable<string> Moved(SortedDictionary<string, object> before, SortedDictionary<string, object> after) =>
        Differences(before, after).Split('\n').Where(line => !line.StartsWith("csv", StringComparison.Ordinal) && !line.Contains("no reaction", StringComparison.Ordinal) && !line.StartsWith("participation answered", StringComparison.Ordinal));
}

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class NobodyIsToldApartWhoAnswersAnonymously(TestServer server) : NobodyIsToldApartTests(server, Anonymity.Anonymous);

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class NobodyIsToldApartWhoAnswersInConfidence(TestServer server) : NobodyIsToldApartTests(server, Anonymity.Confidential);

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class NobodyIsToldApartWhoAnswersByName(TestServer server) : NobodyIsToldApartTests(server, Anonymity.Identified);
