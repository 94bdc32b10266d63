namespace SurveyHub.Data;

/// <summary>A work waiting for the writer, and its caller waiting for the work.</summary>
internal abstract class WriteRequest(CancellationToken cancellation)
{
    public bool Alone { get; init; }

    public bool IsCancelled => cancellation.IsCancellationRequested;

    protected CancellationToken Cancellation => cancellation;

    public abstract void Run(Work work);

    /// <summary>Tells the caller that the work is on the disk.</summary>
    public abstract void Acknowledge();

    public abstract void Refuse(Exception error);

    public abstract void Cancel();
}

internal sealed class WriteRequest<T>(Func<Work, Task<T>> write, CancellationToken cancellation) : WriteRequest(cancellation)
{
    // Otherwise the caller's next steps would run on the writer's thread, between two commits.
    private readonly TaskCompletionSource<T> _caller = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Answer => _caller.Task;

    public override void Run(Work work) => _result = write(work).GetAwaiter().GetResult();

    public override void Acknowledge() => _caller.TrySetResult(_result);

    public override void Refuse(Exception error) => _caller.TrySetException(error);

    public override void Cancel() => _caller.TrySetCanceled(Cancellation);
}
