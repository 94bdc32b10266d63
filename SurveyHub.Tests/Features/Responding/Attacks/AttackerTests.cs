using System.Text;
using Dapper;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Attacks;

/// <summary>
/// Somebody has the database and wants to know who said what. Every attack is first shown to work where it may, so that its
/// failing where it must not means something.
/// </summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class AttackerTests(TestServer server) : DatabaseTest(server)
{
    private const int People = 120;

    // Who pairs things blindly is right about once (Poisson, mean 1): more than ten times happens once in a hundred million attacks.
    private const int ByChance = 10;

    private bool IsSqlite => Server == TestServer.Sqlite;

    private string PeopleColumns => IsSqlite ? "*" : "*, xmin::text::bigint as by_transaction, ctid::text as place";

    private string ResponseColumns => IsSqlite ? "r.*" : "r.*, r.xmin::text::bigint as by_transaction, r.ctid::text as place";

    [Test]
    public async Task In_a_confidential_edition_the_attacker_finds_everybody()
    {
        var edition = await AttackedEdition.AnsweredAsync(Database, Anonymity.Confidential, People);

        var findings = await AttackAsync(edition);

        Assert.That(findings.Single(f => f.How == "invitation_id = invitation_id").Right, Is.EqualTo(People));
    }

    [Test]
    public async Task In_an_anonymous_edition_no_column_and_no_order_finds_anybody()
    {
        var edition = await AttackedEdition.AnsweredAsync(Database, Anonymity.Anonymous, People);
        await edition.Eraser.EraseAsync([edition.Edition.Edition.EditionId]);

        var findings = await AttackAsync(edition);

        Assert.That(findings, Has.Count.GreaterThan(500), "the attacker tries everything");
        Assert.That(findings.Where(f => f.Right > ByChance), Is.Empty);
        Assert.That(findings.Where(f => IsByValue(f) && f.Right > 0), Is.Empty, "not one person by value");
    }

    [Test]
    public async Task While_a_draft_is_open_nothing_in_the_database_says_whose_it_is()
    {
        var edition = await AttackedEdition.AnsweredAsync(Database, Anonymity.Anonymous, People);
        await edition.Eraser.EraseAsync([edition.Edition.Edition.EditionId]);
        var people = await edition.DraftersAsync(PeopleColumns);
        var drafts = await edition.DraftsAsync(PeopleColumns);
        var (address, answers) = (people.Place("address"), drafts.Place("answers"));

        var findings = Attacker.Attack(people, drafts, (person, draft) => draft[answers]!.Contains(CommentOf(edition, person[address]), StringComparison.Ordinal));

        Assert.That(people.Rows, Has.Count.EqualTo(People));
        Assert.That(drafts.Rows, Has.Count.EqualTo(People));
        Assert.That(findings.Where(f => f.Right > ByChance || (IsByValue(f) && f.Right > 0)), Is.Empty);
    }

    [Test]
    public void Orders_that_were_kept_would_be_found()
    {
        var people = new Loot(["name", "since"], [.. Enumerable.Range(0, 50).Select(i => (IReadOnlyList<string?>)[$"p{i}", $"{1000 - i}"])]);
        var answers = new Loot(["id", "said"], [.. Enumerable.Range(0, 50).Select(i => (IReadOnlyList<string?>)[$"{i * 7}", $"p{i}"])]);

        var findings = Attacker.Attack(people, answers, (person, response) => person[0] == response[1]);

        foreach (var way in new[] { "the rows' order beside the rows' order", "since beside id descending", "name = said" })
            Assert.That(findings.Single(f => f.How == way).Right, Is.EqualTo(50), way);
    }

    [Test]
    public async Task The_transaction_that_stored_both_is_forgotten()
    {
        if (IsSqlite) Assert.Pass("SQLite keeps no transaction with a row; its log and its pages have tests of their own.");
        var edition = await AttackedEdition.AnsweredAsync(Database, Anonymity.Anonymous, People);
        Assert.That((await AttackAsync(edition)).Single(f => f.How == "by_transaction = by_transaction").Right, Is.GreaterThan(People / 2), "before the traces are erased it works");

        await edition.Eraser.EraseAsync([edition.Edition.Edition.EditionId]);

        Assert.That((await AttackAsync(edition)).Where(f => f.Right > ByChance), Is.Empty);
        var dead = await Database.ReadAsync((db, _) => db.ExecuteScalarAsync<long>("select sum(n_dead_tup) from pg_stat_all_tables where relname in ('invitation', 'draft')"));
        Assert.That(dead, Is.Zero.Or.LessThan(People), "rows that were replaced are gone too");
    }

    [Test]
    public async Task What_stays_of_a_draft_by_the_open_link_leads_to_no_response()
    {
        if (IsSqlite) Assert.Pass("SQLite keeps no transaction with a row; its log and its pages have tests of their own.");
        var edition = await AttackedEdition.AnsweredAsync(Database, Anonymity.Anonymous, 1);
        for (var turn = 0; turn < 20; turn++) await edition.ComeByOpenLinkAsync(turn);
        Assert.That(await SharedAsync(), Is.EqualTo(20), "before the traces are erased it works");

        await edition.Eraser.EraseAsync([edition.Edition.Edition.EditionId]);

        Assert.That(await SharedAsync(), Is.Zero);
        Assert.That(await Database.ReadAsync((db, _) => db.ExecuteScalarAsync<long>("select count(distinct xmin::text) from draft where status = 'submitted'")),
            Is.EqualTo(1), "nor do the transactions say who came first");
    }

    [Test]
    public async Task Where_rows_lie_on_their_pages_says_nothing_about_who_answered_first()
    {
        if (!IsSqlite) Assert.Pass("PostgreSQL's places are among the columns of the other tests.");
        var edition = await AttackedEdition.AnsweredAsync(Database, Anonymity.Anonymous, 3 * People);
        var before = await OrderOnPagesAsync(edition);

        await edition.Eraser.EraseAsync([edition.Edition.Edition.EditionId]);
        var after = await OrderOnPagesAsync(edition);

        // Some twelve rows to a page and thirty pages: chance alone strays by 0.04.
        Assert.That(Math.Abs(before), Is.GreaterThan(0.2), "before the traces are erased it shows");
        Assert.That(Math.Abs(after), Is.LessThan(0.16));
    }

    [Test]
    public async Task Nothing_that_was_deleted_is_left_in_the_file_or_in_its_log()
    {
        if (!IsSqlite) Assert.Pass("PostgreSQL's files are its server's.");
        var edition = await AttackedEdition.AnsweredAsync(Database, Anonymity.Anonymous, People);
        var comments = await edition.ResponsesAsync("r.edition_id");
        var sent = comments.Rows.Select(r => $"\"wifi.comment\":{{\"v\":\"{r[^1]}").ToList();
        var before = await BytesAsync();
        Assert.That(sent.Count(draft => Occurrences(before, draft) > 0), Is.GreaterThan(0), "drafts can be seen in the bytes at all");

        await edition.Eraser.EraseAsync([edition.Edition.Edition.EditionId]);

        var bytes = await BytesAsync();
        Assert.Multiple(() =>
        {
            foreach (var draft in sent) Assert.That(Occurrences(bytes, draft), Is.Zero, "a draft that was sent");
            foreach (var link in edition.Edition.Links) Assert.That(Occurrences(bytes, link), Is.Zero, "a link");
            foreach (var receipt in edition.Receipts) Assert.That(Occurrences(bytes, receipt), Is.Zero, "a receipt");
        });
        var files = await SqliteFiles.OfAsync(Database);
        // A page that was divided when it was full may keep copies of its own rows; they are beside answers, and nothing else is.
        var ofAnswers = (await files.RowsAsync("answer", columns: 1)).Select(r => r.Page).ToHashSet();
        var log = await files.LogAsync();
        foreach (var comment in comments.Rows.Select(r => r[^1]!)) Assert.That((Occurrences(bytes, comment) > 0, Occurrences(log, comment)), Is.EqualTo((true, 0)), "an answer is there, and not in the log");
        foreach (var (index, page) in new SqlitePages(await files.MainAsync()).All.Select(p => p.ToArray()).Index().Where(p => comments.Rows.Any(r => Occurrences(p.Item, r[^1]!) > 0)))
        {
            Assert.That(ofAnswers, Does.Contain(index + 1), "an answer lies among answers");
            Assert.That(Occurrences(page, "@st-anna.example"), Is.Zero, "no address beside an answer");
        }
    }

    private async Task<IReadOnlyList<Finding>> AttackAsync(AttackedEdition edition)
    {
        var people = await edition.PeopleAsync(PeopleColumns);
        var responses = await edition.ResponsesAsync(ResponseColumns);
        Assert.That((people.Rows.Count, responses.Rows.Count), Is.EqualTo((People, People)));
        var address = people.Place("address");
        // The comment is how the test knows the truth; it is an answer like any other, and joins with nothing.
        return Attacker.Attack(people, responses, (person, response) => AttackedEdition.PersonOf(person[address]) == edition.AuthorOf(response[^1]!));
    }

    /// <summary>
    /// Whether a finding rests on a value that two rows share. The place of a row on its table's pages is an order, not a value: every
    /// table has a first row of its first page, and who pairs these is right by chance.
    /// </summary>
    private static bool IsByValue(Finding finding) => finding.How.Contains(" = ", StringComparison.Ordinal) && finding.How != "place = place";

    private Task<long> SharedAsync() => Database.ReadAsync((db, _) => db.ExecuteScalarAsync<long>(
        "select count(*) from draft d join response r on r.xmin = d.xmin where d.status = 'submitted'"));

    private async Task<double> OrderOnPagesAsync(AttackedEdition edition)
    {
        var turns = await Database.ReadAsync(async (db, _) => (await db.QueryAsync<(string Id, string Address)>(
            "select invitation_id, address from invitation where disposition = 'answered'")).ToDictionary(r => r.Id, r => edition.Turn[AttackedEdition.PersonOf(r.Address)]));
        await Database.EraseTracesAsync([]);
        var order = Attacker.Order((await (await SqliteFiles.OfAsync(Database)).RowsAsync("invitation", columns: 1))
            .Where(r => turns.ContainsKey((string)r.Values[0]!)).Select(r => (r.Page, r.Offset, turns[(string)r.Values[0]!])));
        TestContext.Out.WriteLine($"Order {order}");
        return order;
    }

    /// <summary>The file as it lies there, with its log behind it.</summary>
    private async Task<byte[]> BytesAsync()
    {
        var files = await SqliteFiles.OfAsync(Database);
        return [.. await files.MainAsync(), .. await files.LogAsync()];
    }

    private static string CommentOf(AttackedEdition edition, string? address) => edition.CommentOf(AttackedEdition.PersonOf(address));

    private static int Occurrences(ReadOnlySpan<byte> bytes, string text)
    {
        var (count, sought) = (0, Encoding.UTF8.GetBytes(text));
        for (int at; (at = bytes.IndexOf(sought)) >= 0; bytes = bytes[(at + sought.Length)..]) count++;
        return count;
    }
}
