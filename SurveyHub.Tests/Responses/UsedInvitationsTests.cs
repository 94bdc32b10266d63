using Dapper;
using Npgsql;
using SurveyHub.Responses;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Responses;

/// <summary>On SQLite there is one writer: nobody comes between two statements.</summary>
[TestFixtureSource(typeof(OnPostgres))]
internal sealed class UsedInvitationsTests(TestServer server) : DatabaseTest(server)
{
    [Test]
    public async Task Somebody_taken_off_the_list_and_back_again_while_it_is_rewritten_stays_on_it()
    {
        var edition = await Answered.EditionAsync(Database, A.Questionnaire("wifi"), 2025);
        await Database.WriteAsync(work => FrameStore.AddAsync(work, edition,
            [Person("anna", Disposition.Answered), Person("bert", Disposition.Answered)], new(2025, 3, 1)));
        await using var first = await ConnectAsync();
        await using var second = await ConnectAsync();

        // Off the list before the rows are read and locked; back before they are deleted.
        await using var off = await first.BeginTransactionAsync();
        await first.ExecuteAsync("lock table invitation in exclusive mode");
        await first.ExecuteAsync("update invitation set disposition = 'ineligible' where address = 'bert'");
        await using var back = await second.BeginTransactionAsync();
        var locking = second.ExecuteAsync("lock table invitation in share mode");
        await WaitingAsync(1);
        var shuffling = UsedInvitations.ShuffleAsync(Database, edition.EditionId);
        await WaitingAsync(2);
        await off.CommitAsync();
        await locking;
        await WaitingAsync(1);
        await second.ExecuteAsync("update invitation set disposition = 'answered' where address = 'bert'");
        await back.CommitAsync();
        await shuffling;

        var listed = await Database.ReadAsync((db, _) => db.QueryAsync<string>("select address from invitation order by address"));
        Assert.That(listed, Is.EqualTo(new[] { "anna", "bert" }));
    }

    private async Task WaitingAsync(int works)
    {
        var until = DateTime.UtcNow.AddSeconds(10);
        while (await Database.ReadAsync((db, _) => db.ExecuteScalarAsync<int>(
                   "select count(*)::int from pg_locks l join pg_class c on c.oid = l.relation where c.relname = 'invitation' and not l.granted and l.database = (select oid from pg_database where datname = current_database())")) != works)
        {
            Assert.That(DateTime.UtcNow, Is.LessThan(until), "nobody waits");
            await Task.Delay(20);
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(Options.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static FramePerson Person(string address, Disposition disposition) =>
        new() { Address = address, Groups = new Dictionary<string, string>(), Disposition = disposition };
}
