using Dapper;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Responses;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding;

/// <summary>An edition in the field, with people who have links to it.</summary>
internal sealed class OpenEdition
{
    public static readonly DateOnly FirstDay = new(2026, 10, 1);
    public static readonly DateOnly LastDay = new(2026, 11, 30);

    private readonly Database _database;

    private OpenEdition(Database database, Edition edition, IReadOnlyList<string> links) => (_database, Edition, Links) = (database, edition, links);

    public Edition Edition { get; }

    /// <summary>The personal links, in the order of the people.</summary>
    public IReadOnlyList<string> Links { get; }

    public string Link => Links[0];

    public static Task<OpenEdition> InAsync(SurveyHubHost host, Questionnaire questionnaire, int people = 1, string? openCode = null) =>
        host.WithAsync((EditionWriter writer) => host.WithAsync((EditionStore store) => InAsync(host.Database, writer, store, questionnaire, people, openCode)));

    public static async Task<OpenEdition> InAsync(
        Database database, EditionWriter writer, EditionStore store, Questionnaire questionnaire, int people = 1, string? openCode = null, int? days = null)
    {
        var id = await database.WriteAsync(work => writer.InsertAsync(work, new()
        {
            Year = 2026,
            Status = EditionStatus.Open,
            Origin = EditionOrigin.Collected,
            // A process of its own has the real clock: then the edition is open for years around it.
            OpensOn = days is { } before ? FirstDay.AddDays(-before) : FirstDay,
            ClosesOn = days is { } after ? LastDay.AddDays(after) : LastDay,
            OpenCode = openCode,
            Questionnaire = questionnaire,
        }));
        var edition = (await store.FindAsync(id!.Value))!;
        string[] links = [.. Enumerable.Range(0, people).Select(_ => LinkSecret.New())];
        await database.WriteAsync(work => FrameStore.AddAsync(work, edition, links.Select((link, i) => new FramePerson
        {
            Address = AddressOf(i),
            Name = $"Person {i}",
            Groups = questionnaire.Groups.Where(g => g.Source == GroupSource.Invitation).ToDictionary(g => g.Key, g => g.Options[0].Key),
            TokenHash = LinkSecret.HashForInvitation(link),
        }), FirstDay));
        return new(database, edition, links);
    }

    public static string AddressOf(int person) => $"person{person}@st-anna.example";

    public Task CloseAsync() => ExecuteAsync("update edition set status = 'closed' where edition_id = @EditionId");

    public Task ReopenAsync() => ExecuteAsync("update edition set status = 'open' where edition_id = @EditionId");

    public Task<long> ResponsesAsync() => CountAsync("select count(*) from response where edition_id = @EditionId");

    public Task<long> DraftsAsync() => CountAsync("select count(*) from draft where edition_id = @EditionId");

    /// <summary>What is stored for an item, a line for each response: its code, number or text.</summary>
    public Task<IReadOnlyList<string>> StoredAsync(string item) => _database.ReadAsync<IReadOnlyList<string>>(async (db, _) =>
        [.. await db.QueryAsync<string>(
            """
            select coalesce(text, cast(number as text), cast(code as text))
            from answer
            where edition_id = @EditionId and item_no = @No
            order by 1
            """, new { Edition.EditionId, Edition.Items.Find(item)!.No })]);

    public Task<string> DispositionAsync(int person = 0) => _database.ReadAsync((db, _) => db.QuerySingleAsync<string>(
        "select disposition from invitation where edition_id = @EditionId and address = @address", new { Edition.EditionId, address = AddressOf(person) }));

    private Task<long> CountAsync(string sql) => _database.ReadAsync((db, _) => db.ExecuteScalarAsync<long>(sql, new { Edition.EditionId }));

    private Task ExecuteAsync(string sql) => _database.WriteAsync(work => work.ExecuteAsync(sql, new { Edition.EditionId }));
}
