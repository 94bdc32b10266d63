using System.Data.Common;
using SurveyHub.Data;

namespace SurveyHub.Tests.Support;

/// <summary>A database in which something happens between two reads.</summary>
internal sealed class InterruptedDatabase(Database database) : Database
{
    private int _reads;

    /// <summary>Called with the number of the read that comes, from 1.</summary>
    public Func<int, Task> BeforeRead { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called at the beginning of every transaction that others wait for.</summary>
    public Func<Work, Task> BeforeWritingAlone { get; init; } = _ => Task.CompletedTask;

    /// <summary>Whether the file can be written anew.</summary>
    public bool MayRewrite { get; init; } = true;

    public override SqlDialect Dialect => database.Dialect;

    public override async Task<T> ReadAsync<T>(Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellation = default)
    {
        await BeforeRead(++_reads);
        return await database.ReadAsync(read, cancellation);
    }

    public override Task<T> WriteAsync<T>(Func<Work, Task<T>> write, CancellationToken cancellation = default) => database.WriteAsync(write, cancellation);

    public override Task<T> WriteAloneAsync<T>(Func<Work, Task<T>> write, CancellationToken cancellation = default) => database.WriteAloneAsync(async work =>
    {
        await BeforeWritingAlone(work);
        return await write(work);
    }, cancellation);

    public override Task<bool> EraseTracesAsync(IReadOnlyList<string> tables, CancellationToken cancellation = default) => database.EraseTracesAsync(tables, cancellation);

    public override Task RewriteAsync(CancellationToken cancellation = default) => MayRewrite ? database.RewriteAsync(cancellation) : throw new TimeoutException("Somebody reads.");

    // It is the test's own.
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
