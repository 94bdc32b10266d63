using System.Data.Common;
using Dapper;

namespace SurveyHub.Data;

/// <summary>A database while it is being migrated, on a connection of its own.</summary>
internal abstract class MigrationTarget(DbConnection connection) : IAsyncDisposable
{
    public DbConnection Connection => connection;

    /// <summary>Where the steps are written down; the one table no migration can make.</summary>
    protected abstract string VersionTable { get; }

    public static MigrationTarget For(DatabaseOptions options) => options.Provider == DatabaseProvider.Postgres
        ? new PostgresMigrationTarget(options.ConnectionString)
        : new SqliteMigrationTarget(new SqliteFile(options.ConnectionString));

    public virtual Task OpenAsync(CancellationToken cancellation) => connection.OpenAsync(cancellation);

    /// <summary>A transaction that one instance at a time can have.</summary>
    public abstract Task<DbTransaction> BeginExclusiveAsync(CancellationToken cancellation);

    /// <summary>Copies the database beside itself, where that is ours to do, and names the copy.</summary>
    public abstract Task<string?> CopyAsync(int before, DateTimeOffset now);

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var transaction = await BeginExclusiveAsync(cancellation);
        await connection.ExecuteAsync(VersionTable, transaction: transaction);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>False for a database that no SurveyHub has ever started on.</summary>
    public abstract Task<bool> HasVersionsAsync();

    public async Task<IReadOnlyList<AppliedMigration>> AppliedAsync(DbTransaction? transaction = null) =>
        (await connection.QueryAsync<AppliedMigration>("""
            select number, name, sha256
            from schema_version
            order by number
            """, transaction: transaction)).AsList();

    public virtual Task RecordAsync(Migration migration, DateTimeOffset now, DbTransaction transaction) =>
        connection.ExecuteAsync("""
            insert into schema_version (number, name, sha256, applied_at)
            values (@Number, @Name, @Sha256, @now)
            """, new { migration.Number, migration.Name, migration.Sha256, now }, transaction);

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
