using Dapper;
using SurveyHub.Shell.Starting;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Shell.Starting;

/// <summary>A command that only reads, of a newer program, beside servers that nobody can count.</summary>
[TestFixtureSource(typeof(OnPostgres))]
public sealed class ReadingCommandTests(TestServer server)
{
    [Test]
    public async Task A_report_updates_no_database_that_an_older_server_may_be_running_on([Values] bool isEmpty)
    {
        await using var test = isEmpty ? await server.CreateEmptyAsync() : await server.CreateAsync();
        // As the program before the last migration left it: only the note of it is missing.
        if (!isEmpty) await test.Database.WriteAsync(work => work.ExecuteAsync("delete from schema_version where number = (select max(number) from schema_version)"));
        var before = await VersionsAsync(test);

        await using var report = StartedProgram.Start(StartedProgram.NewFolder(),
            new Dictionary<string, string> { ["SurveyHub__Database__ConnectionString"] = test.Options.ConnectionString }, "report", "--survey", "x", "--out", "files");

        Assert.That(await report.ExitCodeAsync(), Is.EqualTo(StartRefusal.ExitCode), string.Join('\n', report.Said));
        Assert.That(string.Join('\n', report.Said), Does.Contain("newer than the database"));
        Assert.That(await VersionsAsync(test), Is.EqualTo(before));
    }

    private static Task<long> VersionsAsync(TestDatabase test) => test.Database.ReadAsync(async (db, _) =>
        await db.ExecuteScalarAsync<bool>("select to_regclass('schema_version') is not null") ? await db.ExecuteScalarAsync<long>("select count(*) from schema_version") : 0);
}
