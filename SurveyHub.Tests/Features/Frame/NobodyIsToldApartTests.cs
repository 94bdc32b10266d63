using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Editions;
using SurveyHub.Features.Managing;
using SurveyHub.Features.People;
using SurveyHub.Features.People.Finding;
using SurveyHub.Features.People.Links;
using SurveyHub.Features.People.Rates;
using SurveyHub.Results;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Frame;

/// <summary>
/// The attack of an owner who is curious about one person: look at everything, do something to that person alone, look again. What has
/// moved must be the same whether they have answered, have begun, or have done nothing.
/// </summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class NobodyIsToldApartTests(TestServer server) : FrameTest(server)
{
    private const string Anna = "anna@st-anna.example";

    private static readonly string[] States = ["invited", "started", "answered"];

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
        var moved = new List<string>();
        foreach (var state in States) moved.Add(await MovedAsync(state, Deeds[deed]));

        Assert.That(moved, Is.All.EqualTo(moved[0]));
        Assert.That(moved[0], Is.Not.Empty);
    }

    [TestCase("started")]
    [TestCase("answered")]
    public async Task A_word_of_staff_stays_when_the_person_answers_all_the_same(string state)
    {
        await ListAsync("invited");
        await SaveAsync($"address,status\n{Anna},undeliverable\n");
        var before = await LookAsync();

        await BecomesAsync(Anna, state);

        var number = state == "started" ? "begun" : "answered";
        Assert.That(Differences(before, await LookAsync()), Does.Match($@"^(page|participation) {number} \+1(\n|$)").And.Not.Contain("undeliverable").And.Not.Contain("found"));
    }

    [TestCase(9, 0)]
    [TestCase(10, 4)]
    public async Task Closing_tells_how_many_of_those_taken_off_had_answered_only_if_they_are_many(int takenOff, int inNoRate)
    {
        await ListAsync("invited");
        await SaveAsync("address,status\n" + string.Concat(Enumerable.Range(0, takenOff).Select(i => $"p{i + 8}@st-anna.example,ineligible\n")));

        await CloseAsync();

        var all = (await ParticipationAsync()).All!;
        Assert.That((all.Listed, all.Ineligible, all.Answered, all.NoContact), Is.EqualTo((41, inNoRate, 14, 27 - inNoRate)), "p8 to p13 had answered");
    }

    [Test]
    public async Task Many_in_all_but_few_in_a_group_are_told_in_all_and_in_no_group()
    {
        await ListAsync("invited");
        await SaveAsync(File(1, "medicine", "doctor", "m"));
        await SaveAsync("address,status\nm0@st-anna.example,undeliverable\n" + string.Concat(Enumerable.Range(20, 11).Select(i => $"p{i}@st-anna.example,undeliverable\n")));

        await CloseAsync();

        var rows = await Participation.OfAsync(await EditionAsync());
        Assert.That(rows.Where(r => r.UnknownEligibility > 0).Select(r => (r.Attribute, r.UnknownEligibility)), Is.EqualTo([("", (int?)12)]));
    }

    [Test]
    public async Task Closing_again_tells_no_step_of_one()
    {
        await ListAsync("invited");
        await SaveAsync("address,status\n" + string.Concat(Enumerable.Range(20, 10).Select(i => $"p{i}@st-anna.example,ineligible\n")));
        await CloseAsync();
        Assert.That((await ParticipationAsync()).All!.Ineligible, Is.EqualTo(10));
        await Database.WriteAsync(async work => await Closing.ReopenAsync(work, Edition.EditionId));
        await SaveAsync($"address,status\n{Anna},ineligible\n");
        await Database.WriteAsync(async work =>
        {
            using var writer = new SurveyHub.Responses.ResponseWriter(work);
            for (var i = 0; i < 20; i++) await writer.InsertAsync(new() { EditionId = Edition.EditionId, IsComplete = true, Answers = [] });
        });

        await CloseAsync();

        Assert.That((await ParticipationAsync()).All!.Ineligible, Is.Zero);
    }

    /// <summary>What an owner sees move while things are done to Anna, who stands as is said.</summary>
    private async Task<string> MovedAsync(string state, string[] deeds)
    {
        await Database.WriteAsync(work => work.ExecuteAsync("delete from replaced_link; delete from invitation"));
        await ListAsync(state);
        var before = await LookAsync();
        var said = new List<string>();
        foreach (var deed in deeds) said.Add(await DoAsync(deed));
        return string.Join('\n', said.Append(Differences(before, await LookAsync()))).Trim();
    }

    private async Task<string> DoAsync(string deed)
    {
        if (deed.StartsWith("links", StringComparison.Ordinal))
        {
            var lists = await new ReadLinks(Database).ExecuteAsync(Edition.EditionId);
            var made = await MakeLinksAsync(deed == "links" ? lists.Lists[^1].List : lists.Lists[0].List);
            return made is null ? "no links" : string.Join(' ', (await LinksCsvAsync(made)).Split("\r\n").Select(line => line.Split(',')[0]));
        }
        if (deed is "off" or "back") return $"{await new RemovePerson(Database, Audit, Clock).ExecuteAsync(Olga, Edition, Anna, putBack: deed == "back")}";
        var file = deed["file ".Length..].Replace("ANNA", Anna, StringComparison.Ordinal);
        var preview = await PreviewAsync(file);
        var saved = await SaveAsync(file);
        var again = await PreviewAsync(file);
        return $"previewed {preview.New} {preview.Changed} {preview.Same}, {saved}, previewed again {again.New} {again.Changed} {again.Same}";
    }

    /// <summary>Forty people of whom fourteen have answered and three have begun, all with a link, and Anna.</summary>
    private async Task ListAsync(string anna)
    {
        await SaveAsync(File(40) + $"{Anna},Anna,en,surgery,nurse\n");
        await MakeLinksAsync();
        for (var i = 0; i < 17; i++) await BecomesAsync($"p{i}@st-anna.example", i < 14 ? "answered" : "started");
        await BecomesAsync(Anna, anna);
    }

    /// <summary>Every number and every word that is shown of the list and of participation.</summary>
    private async Task<SortedDictionary<string, object>> LookAsync()
    {
        var page = await new ReadFrame(Database).ExecuteAsync(Edition);
        var view = await new ReadParticipation(Database, Participation, Clock).ExecuteAsync(Edition);
        var numbers = (await new EditionNumbersStore(Database).OfSurveyAsync(Edition.Survey))[Edition.EditionId];
        var links = await new ReadLinks(Database).ExecuteAsync(Edition.EditionId);
        var seen = new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["page people"] = page.People, ["page removed"] = page.Removed, ["page undeliverable"] = page.Undeliverable, ["page refused"] = page.Refused,
            ["page begun"] = page.Begun, ["page answered"] = page.Answered, ["participation begun"] = view.Begun ?? -1,
            ["survey invited"] = numbers.Invited, ["survey listed"] = numbers.Listed, ["links missing"] = links.WithoutLink,
        };
        foreach (var group in page.Groups)
            foreach (var option in group.Options) seen[$"page {group.Group.Key} {option.Label}"] = option.People;
        foreach (var line in view.Groups.SelectMany(g => g.Lines).Append(view.All!))
            foreach (var (name, number) in new[]
                     {
                         ("listed", line.Listed), ("ineligible", line.Ineligible), ("answered", line.Answered), ("refused", line.Refused),
                         ("no reaction", line.NoContact), ("undeliverable", line.UnknownEligibility),
                     })
                seen[$"participation {name}{string.Concat(line.Names.Select(n => " " + n)).Replace(" (all)", "", StringComparison.Ordinal)}"] = number;
        foreach (var list in links.Lists) seen[$"links list {list.List}"] = list.People;
        foreach (var person in (await new FindPeople(Database).ExecuteAsync(Edition, new() { Part = "anna" })).People)
            seen["found"] = $"{person.Name} {person.Language} {person.HasLink} {person.Standing} {string.Join(' ', person.Groups)}";
        return seen;
    }

    private static string Differences(SortedDictionary<string, object> before, SortedDictionary<string, object> after) =>
        string.Join('\n', before.Keys.Union(after.Keys).Where(key => !Equals(before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
            .Select(key => (before.GetValueOrDefault(key), after.GetValueOrDefault(key)) is (int was, int @is)
                ? $"{key} {(@is - was).ToString("+0;-0", CultureInfo.InvariantCulture)}"
                : $"{key}: {before.GetValueOrDefault(key)} -> {after.GetValueOrDefault(key)}"));

    private ParticipationStore Participation => new(Database, new(Database, Editions, Database.Dialect));

    private EditionStore Editions => new(Database, new FrozenQuestionnaires());

    private EditionClosing Closing => new(Database, Editions, new EditionWriter(Clock), Database.Dialect, NullLogger<EditionClosing>.Instance);

    private Task CloseAsync() => Closing.CloseAsync(Edition.EditionId);

    private async Task<Edition> EditionAsync() => (await Editions.FindAsync(Edition.EditionId))!;

    private async Task<ParticipationView> ParticipationAsync() => ReadParticipation.Arrange(await EditionAsync(), await Participation.OfAsync(await EditionAsync()));
}
