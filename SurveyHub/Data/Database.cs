using System.Data.Common;
using Dapper;

namespace SurveyHub.Data;

/// <summary>The way to the tables: reads on a connection of their own, writes in one transaction each.</summary>
public abstract class Database : IAsyncDisposable, IDisposable
{
    public abstract SqlDialect Dialect { get; }

    public static Database Open(DatabaseOptions options)
    {
        TypeHandlers.Register();
        return options.Provider == DatabaseProvider.Postgres
            ? new PostgresDatabase(options.ConnectionString)
            : new SqliteDatabase(options.ConnectionString);
    }

    /// <summary>
    /// Reads on one connection for the length of the operation. The result must be complete when the task is:
    /// a reader or an unbuffered query has to be consumed inside.
    /// </summary>
    public abstract Task<T> ReadAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellation = default);

    /// <summary>As <see cref="ReadAsync{T}"/>, where every statement sees the database as it was at the first.</summary>
    public Task<T> ReadSnapshotAsync<T>(Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellation = default) =>
        ReadAsync(async (db, token) =>
        {
            await db.ExecuteAsync(Dialect.BeginSnapshot);
            var result = await read(db, token);
            // Where the reading failed, the connection is not used again as it is.
            await db.ExecuteAsync("commit transaction");
            return result;
        }, cancellation);

    /// <summary>
    /// Writes in one transaction and returns once it is on the disk. On SQLite several waiting works share a commit;
    /// a work that throws is undone alone and only its caller hears of it.
    /// </summary>
    /// <remarks>
    /// Keep a work short and let it await nothing but the database: on SQLite everybody else's answers wait behind it.
    /// Let it change nothing outside the database: after a deadlock on PostgreSQL it is run a second time.
    /// A token stops a work that has not begun; one that has begun is finished.
    /// </remarks>
    public abstract Task<T> WriteAsync<T>(Func<Work, Task<T>> write, CancellationToken cancellation = default);

    /// <summary>As <see cref="WriteAsync{T}"/>, for the few long works (an import, a closing) that shall not share a commit.</summary>
    public abstract Task<T> WriteAloneAsync<T>(Func<Work, Task<T>> write, CancellationToken cancellation = default);

    public Task WriteAsync(Func<Work, Task> write, CancellationToken cancellation = default) =>
        WriteAsync(WithoutResult(write), cancellation);

    public Task WriteAloneAsync(Func<Work, Task> write, CancellationToken cancellation = default) =>
        WriteAloneAsync(WithoutResult(write), cancellation);

    /// <summary>
    /// Removes what the disk still holds of rows that were changed or deleted in these tables: on SQLite the log,
    /// on PostgreSQL the dead rows. Backups and a server's own archives are beyond its reach.
    /// </summary>
    /// <returns>False when others were at work and something may be left: to be tried again.</returns>
    public abstract Task<bool> EraseTracesAsync(IReadOnlyList<string> tables, CancellationToken cancellation = default);

    /// <summary>
    /// Writes everything into clean pages: what free space still held of rows that moved or went is gone. SQLite's writers wait meanwhile
    /// (a second or two for twelve million rows, room on the disk for the file once more); PostgreSQL's server does it in its own time.
    /// </summary>
    public abstract Task RewriteAsync(CancellationToken cancellation = default);

    /// <summary>Stores what is already waiting, refuses what comes later, and closes every connection.</summary>
    public abstract ValueTask DisposeAsync();

    public void Dispose()
    {
        DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    private static Func<Work, Task<bool>> WithoutResult(Func<Work, Task> write) => async work =>
    {
        await write(work);
        return true;
    };
}
