using Dapper;
using Microsoft.Extensions.Logging;
using SurveyHub.Features.Responding;
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

    /// <summary>
    /// Where a row's second copy stays depends on the lengths and the keys of its neighbours: some drafts in some files. The file is read
    /// after its log was emptied, so that only what SQLite itself left in its pages counts.
    /// </summary>
    [Test]
    public async Task What_a_full_page_kept_of_a_draft_that_was_sent_is_written_over_too()
    {
        if (Server != TestServer.Sqlite) Assert.Pass("PostgreSQL's files are its server's.");
        var edition = await AttackedEdition.AnsweredAsync(Database, Anonymity.Anonymous, 1);
        var id = edition.Edition.Edition.EditionId;
        var kept = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            await DraftsComeAndGoAsync(id, seed);
            await Database.EraseTracesAsync([]);
            kept += await SentDraftsInFileAsync();
            await edition.Eraser.EraseAsync([id]);
            Assert.That(await SentDraftsInFileAsync(), Is.Zero);
        }
        Assert.That(kept, Is.GreaterThan(0), "without rewriting it shows");
        Assert.That(await Database.ReadAsync((db, _) => db.ExecuteScalarAsync<long>("select count(*) from draft where answers like '%stays%'")), Is.EqualTo(40 * Drafts / 2));
    }

    [Test]
    public async Task The_database_away_right_after_the_start_ends_nothing_and_what_was_left_is_erased_when_it_is_back()
    {
        await AttackedEdition.AnsweredAsync(Database, Anonymity.Anonymous, 20);
        Assert.That(await TracesAsync(), Is.GreaterThan(0), "left by a process that was killed");
        using var log = new RecordedLog();
        using var eraser = new TraceEraser(Database, new HastyClock(), new LoggerFactory([log]).CreateLogger<TraceEraser>());
        await Database.WriteAsync(work => work.ExecuteAsync("alter table edition rename to edition_away"));

        await eraser.StartAsync(default);
        Assert.That(() => log.Lines, Has.Some.Contains("it is tried again").After(10).Seconds.PollEvery(20).MilliSeconds);
        Assert.That((eraser.ExecuteTask!.IsCompleted, eraser.IsDone), Is.EqualTo((false, false)), "a service that ends by a failure takes the whole program along");
        await Database.WriteAsync(work => work.ExecuteAsync("alter table edition_away rename to edition"));

        Assert.That(() => eraser.IsDone, Is.True.After(10).Seconds.PollEvery(20).MilliSeconds);
        Assert.That(await TracesAsync(), Is.Zero);
        await eraser.StopAsync(default);
    }

    /// <summary>What the database still holds of answering: SQLite its log and the index of it, PostgreSQL the number of the transaction.</summary>
    private async Task<long> TracesAsync()
    {
        if (Server != TestServer.Sqlite)
            return await Database.ReadAsync((db, _) => db.ExecuteScalarAsync<long>("select count(*) from invitation join response on invitation.xmin = response.xmin"));
        var files = await SqliteFiles.OfAsync(Database);
        return files.LogBytes + (await files.ListedPagesAsync()).Count;
    }

    /// <summary>Nothing has to be waited for.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    private const int Drafts = 120;

    /// <summary>Drafts grow with every answer; every second one is sent.</summary>
    private async Task DraftsComeAndGoAsync(int editionId, int seed)
    {
        var random = new Random(seed);
        var ids = new byte[Drafts][];
        foreach (ref var id in ids.AsSpan()) random.NextBytes(id = new byte[32]);
        await Database.WriteAsync(async work =>
        {
            foreach (var (draft, id) in ids.Index())
            {
                var word = draft % 2 == 0 ? "goes " : "stays ";
                var answers = word;
                await work.ExecuteAsync(
                    "insert into draft (draft_id, edition_id, status, answers, version, touched_on) values (@id, @editionId, 'open', @answers, 1, '2026-01-01')",
                    new { id, editionId, answers });
                for (var answer = 0; answer < 4; answer++)
                {
                    answers += word + new string('x', random.Next(20, 80));
                    await work.ExecuteAsync("update draft set answers = @answers where draft_id = @id", new { id, answers });
                }
            }
            foreach (var id in ids.Where((_, draft) => draft % 2 == 0)) await work.ExecuteAsync("delete from draft where draft_id = @id", new { id });
        });
    }

    private async Task<int> SentDraftsInFileAsync() => (await (await SqliteFiles.OfAsync(Database)).MainAsync()).AsSpan().Count("goes "u8);

    private Task<List<string>> InvitationsAsync() => Database.ReadAsync(async (db, _) =>
        (await db.QueryAsync("select * from invitation order by invitation_id")).Select(row => string.Join(" | ", ((IDictionary<string, object?>)row).Values.Select(Text))).ToList());

    private static string? Text(object? value) => value is byte[] bytes ? Convert.ToHexString(bytes) : value?.ToString();
}

/// <summary>The product does it by itself.</summary>
public sealed class TraceErasingHostTests
{
    [Test]
    public async Task Soon_after_the_last_answer_the_log_of_the_database_and_its_index_are_empty()
    {
        await using var host = await SurveyHubHost.StartAsync();
        var edition = await OpenEdition.InAsync(host, AQuestionnaire.Rich);
        await Customer.Of(host).AnswerAndSendAsync(edition.Link, ("used", "-"), ("overall", "4"));
        var files = await SqliteFiles.OfAsync(host.Database);

        Assert.That(async () => files.LogBytes + (await files.ListedPagesAsync()).Count, Is.Zero.After(20).Seconds.PollEvery(100).MilliSeconds);
    }
}
