using Dapper;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results;

/// <summary>What is left in SQLite's file after a closing. PostgreSQL's files are its server's.</summary>
[TestFixtureSource(typeof(OnSqlite))]
internal sealed class ClosedFileTests(TestServer server) : DatabaseTest(server)
{
    [Test]
    public async Task The_file_of_an_edition_that_was_closed_has_no_free_space_left_in_which_something_forgotten_could_be()
    {
        var edition = await Answered.EditionAsync(Database, A.Questionnaire("wifi"), 2025, 40.Times(("wifi.overall", 4)));
        await Database.WriteAsync(work => work.ExecuteAsync("create table passing (body text)"));
        await Database.WriteAsync(work => work.ExecuteAsync("insert into passing values (@body)", new { body = new string('x', 100_000) }));
        await Database.WriteAsync(work => work.ExecuteAsync("drop table passing"));
        Assert.That(await RowsAsync("select (freelist_count > 0) || '' from pragma_freelist_count"), Is.EqualTo(["1"]));

        await new ResultsOf(Database).Closing.CloseAsync(edition.EditionId);

        Assert.That(await RowsAsync("select freelist_count || '' from pragma_freelist_count"), Is.EqualTo(["0"]));
        Assert.That(new FileInfo((await RowsAsync("select file from pragma_database_list where name = 'main'"))[0] + "-wal").Length, Is.Zero);
    }

    private Task<IReadOnlyList<string>> RowsAsync(string sql) =>
        Database.ReadAsync<IReadOnlyList<string>>(async (db, _) => (await db.QueryAsync<string>(sql)).AsList());
}
