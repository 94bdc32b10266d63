using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace SurveyHub.Data;

/// <summary>
/// The only one who writes the file. It commits together whatever is waiting, because a commit waits for the disk:
/// one for each work would be the limit of the whole survey, and several connections would queue on SQLite's lock,
/// which does not know who came first.
/// </summary>
/// <remarks>It has a thread of its own, since SQLite blocks the thread it is called on.</remarks>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int Together = 64;
    private const string One = "one_work";

    private readonly SqliteConnection _connection;
    private readonly SqlDialect _dialect;
    private readonly Channel<WriteRequest> _waiting = Channel.CreateUnbounded<WriteRequest>(new() { SingleReader = true });
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SqliteWriter(SqliteConnection connection, SqlDialect dialect)
    {
        _connection = connection;
        _dialect = dialect;
        new Thread(WriteUntilClosed) { Name = "SQLite writer", IsBackground = true }.Start();
    }

    public Task<T> QueueAsync<T>(WriteRequest<T> request)
    {
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(request), typeof(Database));
        return request.Answer;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _finished.Task;
    }

    private void WriteUntilClosed()
    {
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var taken = TakeWaiting();
            if (taken is [{ OnFile: { } act } alone]) ActOnFile(alone, act);
            else CommitTogether(taken);
        }
        _connection.Dispose();
        _finished.SetResult();
    }

    private List<WriteRequest> TakeWaiting()
    {
        var taken = new List<WriteRequest>();
        while (taken.Count < Together && _waiting.Reader.TryPeek(out var next))
        {
            if (next.Alone && taken.Count > 0) break;
            _waiting.Reader.TryRead(out _);
            if (next.IsCancelled) next.Cancel();
            else taken.Add(next);
            if (next.Alone) break;
        }
        return taken;
    }

    private void ActOnFile(WriteRequest request, Action<SqliteConnection> act)
    {
        try
        {
            act(_connection);
        }
        catch (Exception error)
        {
            request.Refuse(error);
            return;
        }
        request.Acknowledge();
    }

    private void CommitTogether(List<WriteRequest> requests)
    {
        if (requests.Count == 0) return;
        var stored = new List<WriteRequest>(requests.Count);
        try
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            var work = new Work(_connection, transaction, _dialect);
            foreach (var request in requests)
                if (Stands(request, work, transaction)) stored.Add(request);
            transaction.Commit();
        }
        catch (Exception error)
        {
            // Nothing of the batch is stored, so nobody may believe otherwise.
            foreach (var request in requests) request.Refuse(error);
            return;
        }
        foreach (var request in stored) request.Acknowledge();
    }

    private static bool Stands(WriteRequest request, Work work, SqliteTransaction transaction)
    {
        transaction.Save(One);
        try
        {
            request.Run(work);
            transaction.Release(One);
            return true;
        }
        catch (Exception error)
        {
            request.Refuse(error);
            // After a full disk SQLite has already undone the whole transaction; then this throws, and the batch is refused.
            transaction.Rollback(One);
            transaction.Release(One);
            return false;
        }
    }
}
