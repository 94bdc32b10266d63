using System.Security.Claims;
using Dapper;
using SurveyHub.Features.People.Links;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Attacks;

/// <summary>
/// The attack on a list of links that was made anew while people were answering. It is a mark in time: who came before it and who after
/// would be known, and beside the responses of that time whose they are.
/// </summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class ListMadeAnewTests(TestServer server) : DatabaseTest(server)
{
    private const int People = 120;
    private const int Earlier = 40;

    // Forty of 240 people drawn blindly have 6.7 of the forty right, give or take 2.2.
    private const int ByChance = 20;

    private static readonly ClaimsPrincipal Olga = new(new ClaimsIdentity([new(ClaimTypes.Name, "olga")], "test"));

    private bool IsSqlite => Server == TestServer.Sqlite;

    [Test]
    public async Task No_order_says_who_had_answered_before()
    {
        var edition = await AnsweredAsync();

        var guessed = await GuessesAsync(edition);

        Assert.That(guessed, Has.Count.GreaterThan(20), "the attacker tries everything");
        Assert.That(guessed.Where(g => g.Right > ByChance), Is.Empty);
    }

    [Test]
    public async Task No_column_of_the_old_links_joins_anybody_to_a_response()
    {
        var edition = await AnsweredAsync();
        var people = await edition.PeopleAsync(string.Join(", ", PeopleColumns("invitation").Concat(PeopleColumns("r").Select((column, i) =>
            $"(select {column.Split(" as ")[0].Replace("r.*", "r.token_hash", StringComparison.Ordinal)} from replaced_link r where r.invitation_id = invitation.invitation_id) as replaced_{i}"))));
        var responses = await edition.ResponsesAsync(string.Join(", ", PeopleColumns("r")));
        var address = people.Place("address");

        var findings = Attacker.Attack(people, responses, (person, response) => AttackedEdition.PersonOf(person[address]) == edition.AuthorOf(response[^1]!));

        Assert.That((people.Rows.Count, responses.Rows.Count), Is.EqualTo((People, People)));
        Assert.That(people.Rows.All(r => r[people.Place("replaced_0")] is not null), "everybody's first link is noted");
        Assert.That(findings.Where(f => f.Right > 10 || (f.How.Contains(" = ", StringComparison.Ordinal) && f.Right > 0)), Is.Empty);
    }

    [Test]
    public async Task After_closing_the_transactions_of_the_list_divide_the_responses_no_more()
    {
        if (IsSqlite) Assert.Ignore("SQLite keeps no transaction with a row.");
        var edition = await AnsweredAsync();
        Assert.That(await OlderResponsesAsync(), Is.EqualTo(Earlier), "while the edition is open it works, as it does by the audit log");

        await new ResultsOf(Database).Closing.CloseAsync(edition.Edition.Edition.EditionId);

        Assert.That(await OlderResponsesAsync(), Is.EqualTo(People));
    }

    /// <summary>Forty people answer, the list is made anew, all others come.</summary>
    private Task<AttackedEdition> AnsweredAsync() => AttackedEdition.AnsweredAsync(Database, Anonymity.Anonymous, People, async (edition, turn) =>
    {
        if (turn == 0) await Database.WriteAsync(work => work.ExecuteAsync("update invitation set link_list = 1"));
        if (turn == Earlier) await MakeAnewAsync(edition);
        if (turn == 2 * People - 1) await edition.Eraser.EraseAsync([edition.Edition.Edition.EditionId]);
    });

    private async Task MakeAnewAsync(AttackedEdition edition)
    {
        var clock = new FixedClock(new HostSettings().Now);
        await edition.Eraser.EraseAsync([edition.Edition.Edition.EditionId]);
        var made = (await new MakeLinks(Database, new AuditLog(Database, clock), clock).ExecuteAsync(Olga, edition.Edition.Edition, anew: 1))!;
        var people = await Database.ReadAsync((db, _) => db.QueryAsync<(Guid Id, string Address)>("select invitation_id, address from invitation"));
        foreach (var (id, address) in people) edition.Links[AttackedEdition.PersonOf(address)] = made.Secrets[id];
    }

    /// <summary>Sorted by anything that the list keeps, the forty at either end are taken for those who came before.</summary>
    private async Task<IReadOnlyList<Finding>> GuessesAsync(AttackedEdition edition)
    {
        var list = await edition.LootAsync(
            $"select {string.Join(", ", PeopleColumns("i").Concat(PeopleColumns("r")))} from replaced_link r join invitation i using (invitation_id) where i.edition_id = @EditionId");
        var address = list.Place("address");
        var noted = await edition.LootAsync("select (select address from invitation i where i.invitation_id = r.invitation_id and i.edition_id = @EditionId) as address from replaced_link r");
        Assert.That(list.Rows, Has.Count.EqualTo(2 * People));
        return
        [
            .. Enumerable.Range(0, list.Columns.Count).SelectMany(at => Ends(list.Columns[at], [.. list.Rows.OrderBy(r => r[at]?.Length).ThenBy(r => r[at], StringComparer.Ordinal).Select(r => r[address])])),
            .. Ends("the rows' order", [.. noted.Rows.Select(r => r[0])]),
        ];

        IEnumerable<Finding> Ends(string how, string?[] people) =>
            [new($"first by {how}", people.Take(Earlier).Count(IsEarlier)), new($"last by {how}", people.TakeLast(Earlier).Count(IsEarlier))];

        bool IsEarlier(string? person) => edition.Turn[AttackedEdition.PersonOf(person)] < Earlier;
    }

    private string[] PeopleColumns(string table) => IsSqlite
        ? [$"{table}.*"]
        : [$"{table}.*", $"{table}.xmin::text::bigint as {table}_by_transaction", $"{table}.xmax::text::bigint as {table}_locked_by", $"({table}.ctid::text::point)[0]::bigint * 1000 + ({table}.ctid::text::point)[1]::bigint as {table}_place"];

    private Task<int> OlderResponsesAsync() => Database.ReadAsync((db, _) => db.QuerySingleAsync<int>(
        "select count(*) from response where xmin::text::bigint < (select min(xmin::text::bigint) from replaced_link)"));
}
