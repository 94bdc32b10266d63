using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace SurveyHub.Data;

internal sealed class SqliteMigrationTarget(SqliteFile file) : MigrationTarget(file.OpenMigrator())
{
    protected override string VersionTable => """
        create table if not exists schema_version (
            number     integer not null primary key,
            name       text not null,
            sha256     text not null,
            applied_at text not null
        ) strict
        """;

    public override Task OpenAsync(CancellationToken cancellation) => Task.CompletedTask;

    public override Task<DbTransaction> BeginExclusiveAsync(CancellationToken cancellation) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)Connection).BeginTransaction(deferred: false));

    public override Task<bool> HasVersionsAsync() => Connection.ExecuteScalarAsync<bool>("select count(*) from sqlite_master where name = 'schema_version'");

    public override async Task<string?> CopyAsync(int before, DateTimeOffset now)
    {
        var name = Path.GetFileNameWithoutExtension(file.Path) + string.Create(
            CultureInfo.InvariantCulture, $".before-{before:0000}.{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}.db");
        var copy = Path.Combine(Path.GetDirectoryName(file.Path)!, name);
        SqliteFile.MakeForOwner(copy);
        await Connection.ExecuteAsync("vacuum into @copy", new { copy });
        return copy;
    }

    public override async Task RecordAsync(Migration migration, DateTimeOffset now, DbTransaction transaction)
    {
        // References are off while tables are rebuilt, so they are checked as a whole before the step counts.
        var broken = (await Connection.QueryAsync<string>("""
            select distinct "table" || ' to ' || parent
            from pragma_foreign_key_check
            """, transaction: transaction)).AsList();
        if (broken.Count > 0)
            throw new MigrationRefusedException(
                $"Migration {migration.Number:0000}_{migration.Name} would leave references without their row ({string.Join(", ", broken)}) and was undone.");
        await base.RecordAsync(migration, now, transaction);
    }
}
