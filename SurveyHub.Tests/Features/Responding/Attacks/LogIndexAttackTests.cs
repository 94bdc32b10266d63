using Dapper;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Attacks;

/// <summary>
/// The index of SQLite's log, "-shm", lists the pages of each transaction, also when the log is long empty: there stands a page of the
/// people beside a page of the responses, whose newest row is the nearest to its beginning.
/// </summary>
public sealed class LogIndexAttackTests() : DatabaseTest(TestServer.Sqlite)
{
    // Few enough for one page of responses: in a page that was divided a new row may fill a gap, and the nearest is not the newest.
    private const int Before = 15;
    private const int Last = 8;

    // Who guesses names the last of fifteen and more responses: once in a thousand attacks four of eight.
    private const int ByChance = 4;

    private AttackedEdition _edition = null!;
    private SqliteFiles _files = null!;

    [SetUp]
    public async Task PeopleHaveAnswered()
    {
        _edition = await AttackedEdition.AnsweredAsync(Database, Anonymity.Anonymous, Before);
        _files = await SqliteFiles.OfAsync(Database);
        await EraseAsync();
    }

    [Test]
    public async Task Once_traces_are_erased_nothing_says_what_was_written_together()
    {
        var found = 0;
        foreach (var person in LastPeople)
        {
            await _edition.SendAsync(person);
            if (await IsFoundAsync(person)) found++;

            await EraseAsync();

            Assert.That(await IsFoundAsync(person), Is.False);
            Assert.That(await _files.ListedPagesAsync(), Is.Empty);
        }
        Assert.That(found, Is.GreaterThan(ByChance), "whoever looks before finds them");
    }

    /// <summary>Somebody's export keeps the log from beginning anew, and it grows beyond what the first part of its index lists.</summary>
    [Test]
    public async Task However_long_the_log_became_and_whoever_reads_its_whole_index_is_erased_in_the_end()
    {
        var found = 0;
        await Database.ReadSnapshotAsync(async (db, cancellation) =>
        {
            await db.ExecuteScalarAsync<int>("select count(*) from answer");
            await Database.WriteAsync(work => work.ExecuteAsync("create table filler (body blob); insert into filler values (zeroblob(17000000))"), cancellation);
            foreach (var person in LastPeople)
            {
                await _edition.SendAsync(person);
                if (await IsFoundAsync(person)) found++;
            }
            await EraseAsync();
            Assert.That(_edition.Eraser.IsDone, Is.False, "to be tried again");
            return 0;
        });
        Assert.That(found, Is.GreaterThan(ByChance), "whoever looks before finds them");
        Assert.That(_files.IndexBytes, Is.GreaterThanOrEqualTo(2 * 32_768));

        await EraseAsync();

        Assert.That(await _files.ListedPagesAsync(), Is.Empty);
        Assert.That(await _files.QueryAsync<string>("pragma integrity_check"), Is.EqualTo(["ok"]));
        Assert.That(await _edition.Edition.ResponsesAsync(), Is.EqualTo(Before + Last));
    }

    [Test]
    public async Task Who_reads_and_writes_while_the_index_is_erased_again_and_again_misses_nothing()
    {
        using var done = new CancellationTokenSource();
        var erasing = Task.Run(async () =>
        {
            var times = 0;
            for (; !done.IsCancellationRequested; times++) await Database.EraseTracesAsync([]);
            return times;
        });
        var reading = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var seen = 0L;
            while (!done.IsCancellationRequested)
            {
                var now = await Database.ReadAsync((db, _) => db.ExecuteScalarAsync<long>("select count(*) from response"));
                Assert.That(now, Is.GreaterThanOrEqualTo(seen));
                seen = now;
            }
        })).ToArray();

        foreach (var person in LastPeople) await _edition.SendAsync(person);
        await done.CancelAsync();
        await Task.WhenAll(reading);

        Assert.That(await erasing, Is.GreaterThan(0));
        Assert.That(await _edition.Edition.ResponsesAsync(), Is.EqualTo(Before + Last));
    }

    private Task EraseAsync() => _edition.Eraser.EraseAsync([_edition.Edition.Edition.EditionId]);

    private IEnumerable<int> LastPeople => _edition.Turn.Where(t => t.Value is >= Before and < Before + Last).OrderBy(t => t.Value).Select(t => t.Key);

    /// <summary>Whether the files alone name the last response of the last transaction and the page on which its author stands among a few others.</summary>
    private async Task<bool> IsFoundAsync(int person)
    {
        var taken = _files.Copy();
        // Opened by SQLite, the index would be made anew.
        var listed = await taken.ListedPagesAsync();
        await taken.QueryAsync<int>("pragma wal_checkpoint(truncate)");
        var people = (await taken.RowsAsync("invitation", columns: 1)).ToLookup(r => r.Page, r => (string)r.Values[0]!);
        var newest = (await taken.RowsAsync("response", columns: 2)).GroupBy(r => r.Page).ToDictionary(page => page.Key, page => (long)page.MinBy(r => r.Offset)!.Values[1]!);
        var last = SqliteFiles.Transactions(listed).LastOrDefault(pages => pages.Exists(people.Contains) && pages.Exists(newest.ContainsKey)) ?? [];
        var addresses = (await taken.QueryAsync<(string Id, string Address)>("select invitation_id, address from invitation")).ToDictionary();
        var comments = (await taken.QueryAsync<(long Id, string Text)>("select response_id, text from answer where text is not null")).ToDictionary();
        return last.SelectMany(page => people[page]).Any(id => AttackedEdition.PersonOf(addresses[id]) == person)
            && last.Exists(page => newest.TryGetValue(page, out var response) && _edition.AuthorOf(comments[response]) == person);
    }
}
