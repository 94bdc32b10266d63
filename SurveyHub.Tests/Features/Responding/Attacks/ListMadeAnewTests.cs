using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Attacks;

/// <summary>
/// The attack on a list of links that was made anew while people were answering. It is a mark in time: who came before it and who after
/// would be known, and beside the responses of that time whose they are.
/// </summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class ListMadeAnewTests(TestServer server) : ListMadeAnewTest(server)
{
    // Forty of 240 people drawn blindly have 6.7 of the forty right, give or take 2.2.
    private const int ByChance = 20;

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
}
