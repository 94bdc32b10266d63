using System.Data.Common;
using Dapper;
using Npgsql;

namespace SurveyHub.Data;

internal sealed class PostgresMigrationTarget(string connectionString) : MigrationTarget(new NpgsqlConnection(connectionString))
{
    // Any number will do, as long as every instance asks for the same.
    private const long TurnToMigrate = 0x5375_7276_6579_4875;

    protected override string VersionTable => """
        create table if not exists schema_version (
            number     integer not null primary key,
            name       text not null,
            sha256     text not null,
            applied_at timestamptz not null
        )
        """;

    public override async Task<DbTransaction> BeginExclusiveAsync(CancellationToken cancellation)
    {
        var transaction = await Connection.BeginTransactionAsync(cancellation);
        await Connection.ExecuteAsync("select pg_advisory_xact_lock(@TurnToMigrate)", new { TurnToMigrate }, transaction);
        return transaction;
    }

    public override Task<bool> HasVersionsAsync() => Connection.ExecuteScalarAsync<bool>("select to_regclass('schema_version') is not null");

    // A server's backups are its administrator's.
    public override Task<string?> CopyAsync(int before, DateTimeOffset now) => Task.FromResult<string?>(null);
}
