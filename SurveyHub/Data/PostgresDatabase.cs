using System.Data.Common;
using Dapper;
using Npgsql;

namespace SurveyHub.Data;

/// <summary>Every operation takes a connection from the pool; every work is a transaction of its own.</summary>
internal sealed class PostgresDatabase(string connectionString) : Database
{
    // Our statements are few and always the same text, so the server may keep their plans.
    private const int KeptPlans = 100;

    private const int LooksForReaders = 10;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(WithKeptPlans(connectionString));

    public override SqlDialect Dialect { get; } = new PostgresDialect();

    public override async Task<T> ReadAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellation = default)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        return await read(connection, cancellation);
    }

    public override async Task<T> WriteAsync<T>(Func<Work, Task<T>> write, CancellationToken cancellation = default)
    {
        try
        {
            return await WriteOnceAsync(write, cancellation);
        }
        catch (PostgresException error) when (MayWorkNextTime(error))
        {
            return await WriteOnceAsync(write, cancellation);
        }
    }

    public override Task<T> WriteAloneAsync<T>(Func<Work, Task<T>> write, CancellationToken cancellation = default) =>
        WriteAsync(write, cancellation);

    /// <summary>
    /// Vacuum keeps dead rows that a snapshot taken before may still see: somebody's export, a backup, an import under way, a replica.
    /// Whoever begins later sees none of them.
    /// </summary>
    public override async Task<bool> EraseTracesAsync(IReadOnlyList<string> tables, CancellationToken cancellation = default)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        var now = await connection.QuerySingleAsync<string>("select cast(txid_current() % 4294967296 as text)");
        var nobodyLooksBack = await NobodySeesBeforeAsync(connection, now);
        // A page's statement takes a millisecond; who takes longer is not waited for.
        for (var waited = 0; waited < LooksForReaders && !nobodyLooksBack; waited++)
        {
            await Task.Delay(BetweenLooks, cancellation);
            nobodyLooksBack = await NobodySeesBeforeAsync(connection, now);
        }
        await connection.ExecuteAsync($"vacuum {string.Join(", ", tables)}");
        return nobodyLooksBack;
    }

    public override Task RewriteAsync(CancellationToken cancellation = default) => Task.CompletedTask;

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    private static Task<bool> NobodySeesBeforeAsync(NpgsqlConnection connection, string transaction) => connection.QuerySingleAsync<bool>(
        """
        select not exists (
            select 1
            from (select backend_xmin as seen from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
                  union all
                  select backend_xid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
                  union all
                  select xmin from pg_replication_slots
                  union all
                  select transaction from pg_prepared_xacts where database = current_database()) s
            where age(seen) > age(cast(@transaction as xid)))
        """, new { transaction });

    private static bool MayWorkNextTime(PostgresException error) =>
        error.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    private static string WithKeptPlans(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.MaxAutoPrepare == 0) settings.MaxAutoPrepare = KeptPlans;
        return settings.ConnectionString;
    }

    private async Task<T> WriteOnceAsync<T>(Func<Work, Task<T>> write, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var result = await write(new Work(connection, transaction, Dialect));
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }
}
