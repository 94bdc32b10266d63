using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Features.Responding;
using SurveyHub.Features.Responding.Answers;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Attacks;

/// <summary>An edition in which people answered one after the other, and what each of them said.</summary>
internal sealed class AttackedEdition
{
    private const string OpenCode = "open-to-all";

    private readonly Dictionary<string, int> _authors = [];
    private readonly Database _database;

    private readonly VisitStore _visits;
    private readonly SaveDraft _save;
    private readonly SubmitAnswers _submit;

    private AttackedEdition(Database database, OpenEdition edition, TraceEraser eraser, VisitStore visits, TimeProvider clock)
    {
        (_database, Edition, Eraser, _visits) = (database, edition, eraser, visits);
        (_save, _submit, Links) = (new(database, visits, eraser, clock), new(database, visits, eraser, clock), [.. edition.Links]);
    }

    public OpenEdition Edition { get; }

    /// <summary>Not running by itself: the test decides when.</summary>
    public TraceEraser Eraser { get; }

    public List<string> Receipts { get; } = [];

    /// <summary>When a person answered: as the first is 0.</summary>
    public Dictionary<int, int> Turn { get; } = [];

    /// <summary>The link by which each person comes.</summary>
    public string[] Links { get; }

    /// <summary>People come in an order of their own, not in that of the list; the first half sends, the others leave a draft.</summary>
    /// <param name="database">Where.</param>
    /// <param name="mode">How anonymous the edition is.</param>
    /// <param name="people">Half of those who come.</param>
    /// <param name="meanwhile">What happens to the list before the person comes whose turn it is.</param>
    public static async Task<AttackedEdition> AnsweredAsync(Database database, Anonymity mode, int people, Func<AttackedEdition, int, Task>? meanwhile = null)
    {
        var clock = new FixedClock(new HostSettings().Now);
        var frozen = new FrozenQuestionnaires();
        var editions = new EditionStore(database, frozen);
        var questionnaire = AQuestionnaire.Rich with { Anonymity = mode, RandomServiceOrder = true };
        var open = await OpenEdition.InAsync(database, new(clock), editions, questionnaire, people * 2, OpenCode);
        var eraser = new TraceEraser(database, clock, NullLogger<TraceEraser>.Instance);
        var attacked = new AttackedEdition(database, open, eraser, new(database, editions, frozen), clock);
        var comers = Enumerable.Range(0, people * 2).ToArray();
        new Random(7).Shuffle(comers);
        foreach (var (turn, person) in comers.Index())
        {
            if (meanwhile is not null) await meanwhile(attacked, turn);
            attacked.Turn[person] = turn;
            await attacked.FillAsync(person);
            if (turn >= people) continue;
            await attacked.SendAsync(person);
            // Confidential editions know the day.
            clock.Advance(TimeSpan.FromDays(20) / people);
        }
        return attacked;
    }

    /// <summary>Somebody answers by the open link and sends.</summary>
    /// <returns>The link of their own that they were given.</returns>
    public async Task<string> ComeByOpenLinkAsync(int turn)
    {
        var (link, _) = await _save.StartAnonymouslyAsync((await _visits.FindAsync(OpenCode))!, "en");
        await _save.ExecuteAsync((await _visits.FindAsync(link))!, (_, draft) => Fill(draft, turn, $"{Guid.NewGuid():N}"));
        Assert.That(await _submit.ExecuteAsync(link, null, null), Is.InstanceOf<SubmitOutcome.Sent>());
        return link;
    }

    /// <summary>A person sends what their draft holds.</summary>
    public async Task SendAsync(int person)
    {
        var sent = (SubmitOutcome.Sent)await _submit.ExecuteAsync(Links[person], null, null);
        lock (Receipts) Receipts.Add(sent.Receipt);
    }

    /// <summary>Who wrote a comment. The attacker does not know.</summary>
    public int AuthorOf(string comment) => _authors[comment];

    public string CommentOf(int person) => _authors.Single(a => a.Value == person).Key;

    public Task<Loot> PeopleAsync(string columns) => LootAsync(
        $"select {columns} from invitation where edition_id = @EditionId and disposition in ('answered', 'complete', 'partial')");

    public Task<Loot> DraftersAsync(string columns) => LootAsync($"select {columns} from invitation where edition_id = @EditionId and disposition = 'started'");

    public Task<Loot> DraftsAsync(string columns) => LootAsync($"select {columns} from draft where edition_id = @EditionId");

    /// <summary>One row for each response with all its answers, the comment last.</summary>
    public Task<Loot> ResponsesAsync(string columns)
    {
        var items = Edition.Edition.Items.All.Where(i => i.Key != "wifi.comment")
            .Select(i => $"(select coalesce(code, 0) from answer a where a.edition_id = r.edition_id and a.response_id = r.response_id and a.item_no = {i.No}) as item_{i.No}");
        return LootAsync(
            $"""
            select {columns}, {string.Join(", ", items)},
                   (select text from answer a where a.edition_id = r.edition_id and a.response_id = r.response_id and a.item_no = {Edition.Edition.Items.Find("wifi.comment")!.No}) as said
            from response r
            where edition_id = @EditionId
            """);
    }

    public static int PersonOf(string? address) => int.Parse(address!["person".Length..address!.IndexOf('@')], System.Globalization.CultureInfo.InvariantCulture);

    private async Task FillAsync(int person)
    {
        var comment = $"{Guid.NewGuid():N}";
        _authors[comment] = person;
        var visit = (await _visits.FindAsync(Links[person]))!;
        await _save.ExecuteAsync(visit, (_, draft) => Fill(draft, person, comment));
    }

    private static void Fill(DraftAnswers draft, int person, string comment)
    {
        draft.Language = person % 2 == 0 ? "en" : "de";
        foreach (var (field, value) in new[]
        {
            ("used", person % 3 == 0 ? "wifi" : "wifi,desk"), ("wifi.overall", $"{person % 5 + 1}"), ("wifi.comment", comment),
            ("overall", $"{person % 4 + 1}"), ("group.role", person % 2 == 0 ? "nurse" : "doctor"),
        })
            draft.Set(field, value);
    }

    /// <summary>What a statement about the edition finds.</summary>
    public Task<Loot> LootAsync(string sql) => _database.ReadAsync(async (db, cancellation) =>
    {
        await using var reader = await db.ExecuteReaderAsync(sql, new { Edition.Edition.EditionId });
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        var rows = new List<IReadOnlyList<string?>>();
        while (await reader.ReadAsync(cancellation))
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : Text(reader.GetValue(i)))]);
        return new Loot(columns, rows);
    });

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture).ToUpperInvariant(),
        _ => value.ToString()!,
    };
}
