using Dapper;
using Microsoft.Data.Sqlite;
using SurveyHub.Data;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Data;

/// <summary>What only SQLite can get wrong: one file, one writer, many readers.</summary>
public sealed class SqliteDatabaseTests() : DatabaseTest(TestServer.Sqlite)
{
    [SetUp]
    public Task CreateNotes() =>
        Database.WriteAsync(work => work.ExecuteAsync("create table note (note_no integer not null primary key, body text)"));

    [Test]
    public async Task What_waits_when_the_database_is_closed_is_stored_and_what_comes_later_is_refused()
    {
        var waiting = Enumerable.Range(1, 100).Select(n => Database.WriteAsync(work => NoteAsync(work, n))).ToArray();
        await Database.DisposeAsync();

        await Task.WhenAll(waiting);

        Assert.That(() => Database.WriteAsync(work => NoteAsync(work, 101)), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(await StoredAsync(), Has.Length.EqualTo(100));
    }

    [Test]
    public async Task A_full_disk_is_told_to_exactly_those_whose_work_is_not_stored()
    {
        await Database.WriteAsync(work => work.ExecuteAsync("pragma max_page_count = 150"));
        var large = new string('x', 20_000);

        var errors = await Task.WhenAll(Enumerable.Range(1, 60).Select(n =>
            Outcome.ErrorOfAsync(Database.WriteAsync(work => NoteAsync(work, n, large)))));

        Assert.That(errors.OfType<SqliteException>(), Is.Not.Empty);
        Assert.That(await StoredAsync(), Is.EquivalentTo(Enumerable.Range(1, 60).Where(n => errors[n - 1] is null)));
    }

    [Test]
    public async Task After_a_full_disk_was_emptied_writing_goes_on()
    {
        await Database.WriteAsync(work => work.ExecuteAsync("pragma max_page_count = 100"));
        await Task.WhenAll(Enumerable.Range(1, 60).Select(n =>
            Outcome.ErrorOfAsync(Database.WriteAsync(work => NoteAsync(work, n, new string('x', 20_000))))));

        await Database.WriteAsync(work => work.ExecuteAsync("pragma max_page_count = 10000"));
        await Database.WriteAsync(work => NoteAsync(work, 1000));

        Assert.That(await StoredAsync(), Does.Contain(1000));
    }

    [Test]
    public async Task A_file_that_was_written_anew_holds_nothing_but_its_rows_while_others_write()
    {
        // Text as a key, in no order: full pages are spread over new ones, and keep copies of what moved.
        await Database.WriteAsync(work => work.ExecuteAsync("create table word (word text not null primary key, body text) without rowid"));
        var random = new Random(1);
        for (var n = 0; n < 3_000; n += 100)
            await Database.WriteAsync(async work =>
            {
                for (var i = n; i < n + 100; i++)
                    await work.ExecuteAsync("insert into word values (@key, @body)", new { key = $"{random.Next():x8}", body = $"word-{i:0000} " + new string('x', random.Next(10, 90)) });
            });
        await Database.EraseTracesAsync([]);
        var before = await CopiesAsync();

        var rewriting = Database.RewriteAsync();
        var notes = Enumerable.Range(1, 50).Select(n => Database.WriteAsync(work => NoteAsync(work, n))).ToArray();
        await rewriting;
        await Task.WhenAll(notes);
        await Database.EraseTracesAsync([]);

        Assert.That(before, Is.GreaterThan(3_000), "some words lie there twice");
        Assert.That(await CopiesAsync(), Is.EqualTo(3_000));
        Assert.That(await StoredAsync(), Has.Length.EqualTo(50));
    }

    [Test]
    public async Task A_file_that_cannot_be_written_anew_leaves_the_writer_as_it_was()
    {
        await Database.WriteAsync(work => NoteAsync(work, 1, new string('x', 20_000)));
        var blocked = await Database.ReadAsync((db, _) => db.ExecuteScalarAsync<string>("select file from pragma_database_list where name = 'main'"));
        await using var other = new SqliteConnection($"Data Source={blocked};Pooling=False");
        await other.OpenAsync();
        await using var reading = (SqliteTransaction)await other.BeginTransactionAsync(System.Data.IsolationLevel.Serializable);

        Assert.That(() => Database.RewriteAsync(), Throws.InstanceOf<SqliteException>(), "somebody else writes");

        await reading.RollbackAsync();
        Assert.That(await Database.WriteAsync(work => work.FindAsync<long>("select temp_store from pragma_temp_store")), Is.EqualTo(2), "in memory");
    }

    [Test]
    public async Task While_somebody_reads_an_older_state_erasing_says_that_something_is_left()
    {
        await Database.WriteAsync(work => NoteAsync(work, 1));
        await Database.ReadAsync(async (connection, cancellation) =>
        {
            await using var reader = await connection.ExecuteReaderAsync("select * from note");
            Assert.That(await reader.ReadAsync(cancellation), Is.True);
            await Database.WriteAsync(work => NoteAsync(work, 2), cancellation);
            Assert.That(await Database.EraseTracesAsync([], cancellation), Is.False);
            return 0;
        });

        Assert.That(await Database.EraseTracesAsync([]), Is.True);
    }

    [Test]
    public void A_read_cannot_write() =>
        Assert.That(
            () => Database.ReadAsync((connection, _) => connection.ExecuteAsync("insert into note (note_no) values (1)")),
            Throws.InstanceOf<SqliteException>().With.Message.Contains("readonly"));

    [Test]
    public async Task A_failed_read_does_not_keep_the_next_one_from_seeing_new_rows()
    {
        await Outcome.ErrorOfAsync(Database.ReadAsync((connection, _) => connection.QueryAsync<int>("select nothing from nowhere")));
        await Database.WriteAsync(work => NoteAsync(work, 1));

        Assert.That(await StoredAsync(), Is.EqualTo([1]));
    }

    [Test]
    public async Task Hundred_readers_at_once_see_the_same()
    {
        await Database.WriteAsync(work => NoteAsync(work, 1));

        var seen = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(StoredAsync)));

        Assert.That(seen, Has.All.EqualTo(new[] { 1 }));
    }

    [TestCase("foreign_keys", 1)]
    [TestCase("synchronous", 2)]
    [TestCase("secure_delete", 1)]
    public async Task The_writer_keeps_answers_safe(string setting, int expected) =>
        Assert.That(await Database.WriteAsync(work => work.FindAsync<int>($"pragma {setting}")), Is.EqualTo(expected));

    [TestCase("Data Source=:memory:")]
    [TestCase("Data Source=answers;Mode=Memory")]
    public void A_database_in_memory_is_refused_with_what_to_write_instead(string connectionString) =>
        Assert.That(
            () => Database.Open(new() { ConnectionString = connectionString }),
            Throws.ArgumentException.With.Message.Contains("Name a file"));

    private static Task<int> NoteAsync(Work work, int number, string? body = null) =>
        work.ExecuteAsync("insert into note (note_no, body) values (@number, @body)", new { number, body });

    /// <summary>Read past the product, as the file has it.</summary>
    private async Task<int[]> StoredAsync()
    {
        await using var file = new SqliteConnection(Options.ConnectionString + ";Pooling=false");
        return [.. await file.QueryAsync<int>("select note_no from note")];
    }

    private async Task<int> CopiesAsync()
    {
        var file = await Database.ReadAsync((db, _) => db.ExecuteScalarAsync<string>("select file from pragma_database_list where name = 'main'"));
        await using var stream = new FileStream(file!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray().AsSpan().Count("word-"u8);
    }
}
