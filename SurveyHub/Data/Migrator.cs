using System.Data.Common;
using Dapper;

namespace SurveyHub.Data;

/// <summary>
/// Brings the database to the schema of this program: each step in one transaction with its row in
/// <c>schema_version</c>, forward only. Runs before the first request, and may run in several instances at once.
/// </summary>
public sealed class Migrator(
    DatabaseOptions options, IReadOnlyList<Migration> migrations, TimeProvider clock, ILogger<Migrator> log)
{
    /// <summary>Applies what is missing, up to and including a number if one is given, and tells what it applied.</summary>
    /// <exception cref="MigrationRefusedException">The database is newer, or an applied step is no longer the same, or a step failed.</exception>
    public async Task<IReadOnlyList<Migration>> MigrateAsync(int until = int.MaxValue, CancellationToken cancellation = default)
    {
        TypeHandlers.Register();
        await using var target = MigrationTarget.For(options);
        await target.OpenAsync(cancellation);
        await target.PrepareAsync(cancellation);

        var applied = await AppliedAsync(target);
        var pending = Pending(applied).Where(m => m.Number <= until).OrderBy(m => m.Number).ToList();
        if (pending.Count == 0) return [];
        if (applied.Count > 0 && await target.CopyAsync(pending[0].Number, clock.GetUtcNow()) is { } copy)
            log.LogInformation("Before updating the database a copy was made: {Copy}", copy);

        var done = new List<Migration>();
        foreach (var migration in pending)
            if (await ApplyAsync(target, migration, cancellation)) done.Add(migration);
        return done;
    }

    /// <summary>Whether <see cref="MigrateAsync"/> would have nothing to do. Changes nothing; for a database that another process has brought up to its own date.</summary>
    /// <exception cref="MigrationRefusedException">The database is newer, or an applied step is no longer the same.</exception>
    public async Task<bool> IsUpToDateAsync(CancellationToken cancellation = default)
    {
        TypeHandlers.Register();
        await using var target = MigrationTarget.For(options);
        await target.OpenAsync(cancellation);
        return await target.HasVersionsAsync() && !Pending(await AppliedAsync(target)).Any();
    }

    private async Task<IReadOnlyList<AppliedMigration>> AppliedAsync(MigrationTarget target)
    {
        var applied = await target.AppliedAsync();
        RefuseNewer(applied);
        RefuseChanged(applied);
        return applied;
    }

    private IEnumerable<Migration> Pending(IReadOnlyList<AppliedMigration> applied) => migrations.Where(m => applied.All(a => a.Number != m.Number));

    private void RefuseNewer(IReadOnlyList<AppliedMigration> applied)
    {
        var known = migrations.Select(m => m.Number).DefaultIfEmpty().Max();
        if (applied is [.., var last] && last.Number > known)
            throw new MigrationRefusedException(
                $"The database was last used by a newer SurveyHub: its schema is number {last.Number}, this program knows {known}. "
                + "Start the newer program, or restore the copy of the database made before the update.");
    }

    private void RefuseChanged(IReadOnlyList<AppliedMigration> applied)
    {
        foreach (var row in applied)
            if (migrations.SingleOrDefault(m => m.Number == row.Number) is { } migration && migration.Sha256 != row.Sha256)
                throw new MigrationRefusedException(
                    $"Migration {row.Number:0000}_{row.Name} was changed after it had been applied to this database. "
                    + "Start a released program: it carries the migration as it was. A change belongs in a new migration.");
    }

    private async Task<bool> ApplyAsync(MigrationTarget target, Migration migration, CancellationToken cancellation)
    {
        await using var transaction = await target.BeginExclusiveAsync(cancellation);
        // Another instance may have been quicker while we waited for our turn.
        if ((await target.AppliedAsync(transaction)).Any(a => a.Number == migration.Number)) return false;
        try
        {
            await target.Connection.ExecuteAsync(migration.Sql, transaction: transaction);
            await target.RecordAsync(migration, clock.GetUtcNow(), transaction);
            await transaction.CommitAsync(cancellation);
        }
        catch (DbException error)
        {
            throw new MigrationRefusedException(
                $"Migration {migration.Number:0000}_{migration.Name} failed and was undone: {error.Message}");
        }
        log.LogInformation("Database updated to {Number:0000}_{Name}", migration.Number, migration.Name);
        return true;
    }
}
