using System.Globalization;
using System.Text;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Editions;
using SurveyHub.Features.Managing;
using SurveyHub.Features.People;
using SurveyHub.Features.People.Finding;
using SurveyHub.Features.People.Links;
using SurveyHub.Features.People.Rates;
using SurveyHub.Responses;
using SurveyHub.Results;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Frame.Telling;

/// <summary>A list with Anna on it, and everything that an owner sees of it and of participation.</summary>
internal abstract class TellingTest(TestServer server, Anonymity mode) : FrameTest(server)
{
    protected const string Anna = "anna@st-anna.example";

    private string _link = "";

    protected Anonymity Mode => mode;

    protected override Anonymity Anonymity => mode;

    /// <summary>How far Anna may have come; the last is an answer.</summary>
    protected string[] States => mode == Anonymity.Anonymous ? ["invited", "started", "answered"] : ["invited", "started", "partial", "complete"];

    /// <summary>Forty people of whom fourteen have answered and three have begun, all with a link, and Anna, who makes the nurses ten.</summary>
    protected async Task ListAsync(string anna)
    {
        await ForgetAsync();
        await SaveAsync(File(31, "surgery", "doctor") + File(9, "surgery", "nurse", "n")[(File(0).Length)..] + $"{Anna},Anna,en,surgery,nurse\n");
        var links = (await MakeLinksAsync())!;
        _link = links.Secrets[await AskAsync<Guid>("select invitation_id from invitation where address = @Anna", new { Anna })];
        await Database.WriteAsync(async work =>
        {
            await work.ExecuteAsync("update invitation set disposition = 'started' where address in ('p14@st-anna.example', 'p15@st-anna.example', 'p16@st-anna.example')");
            using var responses = new ResponseWriter(work);
            for (var i = 0; i < 14; i++)
            {
                await work.ExecuteAsync("update invitation set disposition = @word, disposed_on = @on where address = @address",
                    new { word = mode == Anonymity.Anonymous ? "answered" : "complete", on = mode == Anonymity.Anonymous ? (DateOnly?)null : new(2026, 11, 1), address = $"p{i}@st-anna.example" });
                await responses.InsertAsync(new() { EditionId = Edition.EditionId, IsComplete = true, Answers = [new() { ItemNo = Edition.Items.Find("wifi.overall")!.No, Code = 4, Role = Edition.Items.Find("wifi.overall")!.Scale!.Option(4)!.Role is { } role ? (int)role : null }] });
            }
        });
        await AnnaComesAsync(anna);
    }

    /// <summary>Anna comes by her link, through the product, as far as is said.</summary>
    protected async Task AnnaComesAsync(string state)
    {
        if (state == "invited") return;
        await BeginAsync(_link, state == "complete" ? [("used", "wifi"), ("wifi.overall", "4"), ("overall", "4"), ("group.site", "north")] : [("used", "wifi")]);
        if (state != "started") await SendAsync(_link);
        Assert.That(await AskAsync<string>("select case when disposition in ('refused', 'undeliverable', 'ineligible') then earlier_disposition else disposition end from invitation where address = @Anna", new { Anna }), Is.EqualTo(state));
    }

    /// <summary>Every number and every word that is shown of the list and of participation, and what the answers of others may keep.</summary>
    protected async Task<SortedDictionary<string, object>> LookAsync()
    {
        var page = await new ReadFrame(Database).ExecuteAsync(Edition);
        var view = await new ReadParticipation(Database, Participation, Clock).ExecuteAsync(Edition);
        var numbers = (await new EditionNumbersStore(Database).OfSurveyAsync(Edition.Survey))[Edition.EditionId];
        var links = await new ReadLinks(Database).ExecuteAsync(Edition.EditionId);
        var seen = new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["page people"] = page.People, ["page removed"] = page.Removed, ["page undeliverable"] = page.Undeliverable, ["page refused"] = page.Refused,
            ["page begun"] = page.Begun, ["page answered"] = page.Answered, ["participation begun"] = view.Begun ?? -1,
            ["survey invited"] = numbers.Invited, ["survey listed"] = numbers.Listed, ["survey answered"] = numbers.Answered, ["survey unsubmitted"] = numbers.Unsubmitted,
            ["links missing"] = links.WithoutLink,
        };
        foreach (var group in page.Groups)
            foreach (var option in group.Options) seen[$"page {group.Group.Key} {option.Label}"] = option.People;
        Add(seen, view);
        await AddFileAsync(seen, view);
        foreach (var list in links.Lists) seen[$"links list {list.List}"] = list.People;
        foreach (var person in (await new FindPeople(Database).ExecuteAsync(Edition, new() { Part = "anna@" })).People)
            seen["found"] = $"{person.Name} {person.Language} {person.HasLink} {person.Standing} {string.Join(' ', person.Groups)}";
        foreach (var (kept, people) in await Database.ReadAsync((db, _) => db.QueryAsync<(string, int)>(
                     "select kept_groups, cast(count(*) as integer) from invitation where address <> @Anna group by kept_groups", new { Anna })))
            seen[$"kept {kept}"] = people;
        return seen;
    }

    /// <summary>Participation and every table of the published report.</summary>
    protected async Task<SortedDictionary<string, object>> LookAtReportAsync()
    {
        var seen = new SortedDictionary<string, object>(StringComparer.Ordinal);
        var view = await ParticipationAsync();
        Add(seen, view);
        await AddFileAsync(seen, view);
        foreach (var (name, hash) in await Database.ReadAsync((db, _) => db.QueryAsync<(string, string)>("select name, sha256 from report_table where edition_id = @EditionId", new { Edition.EditionId })))
            seen[$"report {name}"] = hash;
        return seen;
    }

    protected static string Differences(SortedDictionary<string, object> before, SortedDictionary<string, object> after) =>
        string.Join('\n', before.Keys.Union(after.Keys).Where(key => !Equals(before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
            .Select(key => (before.GetValueOrDefault(key), after.GetValueOrDefault(key)) is (int was, int @is)
                ? $"{key} {(@is - was).ToString("+0;-0", CultureInfo.InvariantCulture)}"
                : $"{key}: {before.GetValueOrDefault(key)} -> {after.GetValueOrDefault(key)}"));

    protected ParticipationStore Participation => new(Database, new(Database, Editions, Database.Dialect));

    protected EditionClosing Closing => new(Database, Editions, new EditionWriter(Clock), Database.Dialect, NullLogger<EditionClosing>.Instance);

    protected async Task CloseAsync() => Assert.That(await Closing.CloseAsync(Edition.EditionId));

    protected async Task<Edition> EditionAsync() => (await Editions.FindAsync(Edition.EditionId))!;

    protected async Task<ParticipationView> ParticipationAsync() => await new ReadParticipation(Database, Participation, Clock).ExecuteAsync(await EditionAsync());

    private EditionStore Editions => new(Database, new FrozenQuestionnaires());

    private static void Add(SortedDictionary<string, object> seen, ParticipationView view)
    {
        foreach (var line in view.Groups.SelectMany(g => g.Lines).Append(view.All!))
            foreach (var (name, number) in new[]
                     {
                         ("listed", line.Listed), ("ineligible", line.Ineligible), ("answered", line.Answered), ("refused", line.Refused),
                         ("no reaction", line.NoContact), ("undeliverable", line.UnknownEligibility), ("complete", line.Complete ?? -1), ("partial", line.Partial ?? -1),
                     })
                seen[$"participation {name}{string.Concat(line.Names.Select(n => " " + n)).Replace(" (all)", "", StringComparison.Ordinal)}"] = number;
        foreach (var day in view.Days) seen[$"day {day.Day:yyyy-MM-dd}"] = day.People;
    }

    private static async Task AddFileAsync(SortedDictionary<string, object> seen, ParticipationView view)
    {
        using var file = new MemoryStream();
        await ParticipationCsv.WriteAsync(file, view, default);
        var lines = Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToArray();
        foreach (var line in lines.Skip(1))
            foreach (var (column, value) in lines[0].Zip(line))
                seen[$"csv {line[1]} {line[2]} {column}"] = int.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : value;
    }

    /// <summary>The list as it was before anybody was on it.</summary>
    private Task ForgetAsync() => Database.WriteAsync(async work =>
    {
        await EditionClosing.ForgetAsync(work, Edition.EditionId);
        foreach (var table in (string[])["answer", "response", "draft", "replaced_link", "invitation"]) await work.ExecuteAsync($"delete from {table}");
        await work.ExecuteAsync("update edition set status = 'open'");
    });
}
