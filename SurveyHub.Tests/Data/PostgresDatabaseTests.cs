using Dapper;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Data;

/// <summary>What only PostgreSQL does. SQLite's own test of this reads an older state of the log.</summary>
[TestFixtureSource(typeof(OnPostgres))]
public sealed class PostgresDatabaseTests(TestServer server) : DatabaseTest(server)
{
    [SetUp]
    public Task CreateNotes() => Database.WriteAsync(work => work.ExecuteAsync("create table note (note_no integer not null primary key)"));

    [Test]
    public async Task What_somebody_may_still_see_is_not_said_to_be_erased()
    {
        await Database.WriteAsync(work => work.ExecuteAsync("insert into note (note_no) values (1)"));
        await Database.ReadAsync(async (reader, cancellation) =>
        {
            await using var older = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
            await reader.ExecuteAsync("select * from note", transaction: older);
            await Database.WriteAsync(work => work.ExecuteAsync("delete from note"), cancellation);
            Assert.That(await Database.EraseTracesAsync(["note"], cancellation), Is.False);
            return 0;
        });

        Assert.That(await Database.EraseTracesAsync(["note"]), Is.True);
    }
}
