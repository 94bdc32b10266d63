using System.Threading.Channels;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Responses;

namespace SurveyHub.Features.Responding;

/// <summary>
/// Soon after somebody has begun or answered anonymously, removes what the database itself remembers of it: that the invitation
/// and the answers were written together, and in which order people came.
/// </summary>
public sealed class TraceEraser(Database database, TimeProvider clock, ILogger<TraceEraser> logger) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestWaitForDatabase = TimeSpan.FromMinutes(1);

    /// <summary>No edition: what the last run of the program left, in whichever editions.</summary>
    private const int LeftBefore = 0;

    // At most a hundredth of the writer's time.
    private const int PauseToWork = 100;

    // What takes longer than this for a row was waiting for somebody else: a backup, an import. Few rows are no reason for a long pause.
    private static readonly TimeSpan LongestForRow = TimeSpan.FromMilliseconds(1);

    private readonly Channel<int> _sent = Channel.CreateUnbounded<int>(new() { SingleReader = true });
    private Task? _stopped;
    private int _noticed;
    private int _erased;

    /// <summary>Nothing that was noticed so far has left a trace.</summary>
    public bool IsDone => Volatile.Read(ref _noticed) == Volatile.Read(ref _erased);

    /// <summary>To be told of every draft and every response of an anonymous edition.</summary>
    public void Notice(int editionId)
    {
        Interlocked.Increment(ref _noticed);
        _sent.Writer.TryWrite(editionId);
    }

    /// <summary>A host may be stopped by two at once; whoever comes second waits for the first, and then the database may go.</summary>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_sent) return _stopped ??= StopOnceAsync(cancellationToken);
    }

    private async Task StopOnceAsync(CancellationToken cancellation)
    {
        await base.StopAsync(cancellation);
        await EraseWaitingAsync(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await EraseUntilStoppedAsync(stoppingToken);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // A start that failed takes the database away without asking; what is left is erased at the next one.
        }
    }

    private async Task EraseUntilStoppedAsync(CancellationToken stoppingToken)
    {
        // A process that was killed had no time for it.
        Notice(LeftBefore);
        var pause = ShortestPause;
        while (await _sent.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(pause, clock, stoppingToken);
            var began = clock.GetTimestamp();
            // What has begun is finished: the process waits for it when it stops.
            pause = await EraseWaitingAsync(CancellationToken.None) is { } rows
                ? Pause(Shorter(clock.GetElapsedTime(began), rows * LongestForRow)) : Shorter(2 * pause, LongestWaitForDatabase);
        }
    }

    /// <returns>How many rows were written anew; null when it is to be tried again.</returns>
    private async Task<int?> EraseWaitingAsync(CancellationToken cancellation)
    {
        var waiting = Waiting();
        var editions = waiting.Distinct().ToArray();
        try
        {
            return await EraseAsync(editions.Contains(LeftBefore) ? [.. editions.Where(e => e != LeftBefore).Union(await AnsweredEditionsAsync(cancellation))] : editions, cancellation);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Whatever it is, a service that ends by it would take the whole program along.
            logger.LogWarning(error, "Traces of answers could not be erased; it is tried again.");
            foreach (var edition in editions) Notice(edition);
            return null;
        }
        finally
        {
            Interlocked.Add(ref _erased, waiting.Count);
        }
    }

    /// <summary>Erases what is left of answering in these editions.</summary>
    /// <returns>How many rows were written anew for it.</returns>
    public async Task<int> EraseAsync(IReadOnlyCollection<int> editions, CancellationToken cancellation = default)
    {
        if (editions.Count == 0) return 0;
        var rows = 0;
        foreach (var edition in editions) rows += await UsedInvitations.ShuffleAsync(database, edition, cancellation);
        rows += await DraftRewriting.RewriteAsync(database, cancellation);
        if (!await database.EraseTracesAsync(["invitation", "draft"], cancellation))
            foreach (var edition in editions) Notice(edition);
        return rows;
    }

    private Task<IEnumerable<int>> AnsweredEditionsAsync(CancellationToken cancellation) => database.ReadAsync((db, _) => db.QueryAsync<int>(
        """
        select e.edition_id
        from edition e
        where exists (select 1 from draft d where d.edition_id = e.edition_id)
           or e.status = 'open' and exists (select 1 from invitation i where i.edition_id = e.edition_id and i.disposition in ('started', 'answered'))
        """), cancellation);

    private List<int> Waiting()
    {
        var editions = new List<int>();
        while (_sent.Reader.TryRead(out var edition)) editions.Add(edition);
        return editions;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Pause(TimeSpan worked) =>
        TimeSpan.FromTicks(Math.Clamp(worked.Ticks * PauseToWork, ShortestPause.Ticks, LongestPause.Ticks));
}
