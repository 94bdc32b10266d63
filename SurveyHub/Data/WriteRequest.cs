using Microsoft.Data.Sqlite;

namespace SurveyHub.Data;

/// <summary>A work waiting for the writer, and its caller waiting for the work.</summary>
internal abstract class WriteRequest(CancellationToken cancellation)
{
    public virtual bool Alone { get; init; }

    public bool IsCancelled => cancellation.IsCancellationRequested;

    protected CancellationToken Cancellation => cancellation;

    /// <summary>What is done instead of <see cref="Run"/>, with the connection to itself.</summary>
    public virtual Action<SqliteConnection>? OnFile => null;

    public abstract void Run(Work work);

    /// <summary>Tells the caller that the work is on the disk.</summary>
    public abstract void Acknowledge();

    public abstract void Refuse(Exception error);

    public abstract void Cancel();
}

internal class WriteRequest<T>(Func<Work, Task<T>> write, CancellationToken cancellation) : WriteRequest(cancellation)
{
    // Otherwise the caller's next steps would run on the writer's thread, between two commits.
    private readonly TaskCompletionSource<T> _caller = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected T Result { get; set; } = default!;

    public Task<T> Answer => _caller.Task;

    public override void Run(Work work) => Result = write(work).GetAwaiter().GetResult();

    public override void Acknowledge() => _caller.TrySetResult(Result);

    public override void Refuse(Exception error) => _caller.TrySetException(error);

    public override void Cancel() => _caller.TrySetCanceled(Cancellation);
}

/// <summary>Something done to the file as a whole, in turn with the works and in no transaction.</summary>
internal sealed class FileRequest<T>(Func<SqliteConnection, T> act, CancellationToken cancellation)
    : WriteRequest<T>(_ => throw new InvalidOperationException("It needs the file, not a transaction."), cancellation)
{
    public override bool Alone => true;

    public override Action<SqliteConnection> OnFile => connection => Result = act(connection);
}
