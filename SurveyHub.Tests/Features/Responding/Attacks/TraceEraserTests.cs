using Dapper;
using SurveyHub.Responses;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Attacks;

/// <summary>Erasing takes away traces, and nothing else.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class TraceEraserTests(TestServer server) : DatabaseTest(server)
{
    [Test]
    public async Task Nobody_on_the_list_is_lost_and_every_column_stays()
    {
        var edition = await AttackedEdition.AnsweredAsync(Database, Anonymity.Anonymous, 300);
        await Database.WriteAsync(work => work.ExecuteAsync("update invitation set link_list = 7, language = 'de'"));
        var before = await InvitationsAsync();

        await edition.Eraser.EraseAsync([edition.Edition.Edition.EditionId]);

        Assert.That(await InvitationsAsync(), Is.EqualTo(before));
        Assert.That(before, Has.Count.EqualTo(600));
    }

    [Test]
    public async Task People_who_are_sending_meanwhile_are_not_disturbed()
    {
        var edition = await AttackedEdition.AnsweredAsync(Database, Anonymity.Anonymous, 100);
        var id = edition.Edition.Edition.EditionId;
        using var done = new CancellationTokenSource();
        var erasing = Task.Run(async () =>
        {
            var times = 0;
            while (!done.IsCancellationRequested)
            {
                await UsedInvitations.ShuffleAsync(Database, id);
                times++;
            }
            return times;
        });

        await Task.WhenAll(edition.Turn.Where(t => t.Value >= 100).Select(t => edition.SendAsync(t.Key)));
        await done.CancelAsync();

        Assert.That(await erasing, Is.GreaterThan(0));
        Assert.That(await edition.Edition.ResponsesAsync(), Is.EqualTo(200));
        Assert.That(await Database.ReadAsync((db, _) => db.ExecuteScalarAsync<long>("select count(*) from invitation where disposition = 'answered'")), Is.EqualTo(200));
    }

    private Task<List<string>> InvitationsAsync() => Database.ReadAsync(async (db, _) =>
        (await db.QueryAsync("select * from invitation order by invitation_id")).Select(row => string.Join(" | ", ((IDictionary<string, object?>)row).Values.Select(Text))).ToList());

    private static string? Text(object? value) => value is byte[] bytes ? Convert.ToHexString(bytes) : value?.ToString();
}

/// <summary>The product does it by itself.</summary>
public sealed class TraceErasingHostTests
{
    [Test]
    public async Task Soon_after_the_last_answer_the_log_of_the_database_is_empty()
    {
        await using var host = await SurveyHubHost.StartAsync();
        var edition = await OpenEdition.InAsync(host, AQuestionnaire.Rich);
        await Customer.Of(host).AnswerAndSendAsync(edition.Link, ("used", "-"), ("overall", "4"));
        var file = await host.Database.ReadAsync((db, _) => db.ExecuteScalarAsync<string>("select file from pragma_database_list where name = 'main'"));

        Assert.That(() => new FileInfo(file + "-wal").Length, Is.Zero.After(20).Seconds.PollEvery(100).MilliSeconds);
    }
}
