using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Data;

namespace SurveyHub.Tests.Support;

/// <summary>Where tests get databases from, each its own and gone afterwards.</summary>
public abstract class TestServer
{
    public static TestServer Sqlite { get; } = new SqliteTestServer();

    public static TestServer Postgres { get; } = new PostgresTestServer();

    public abstract SqlDialect Dialect { get; }

    /// <summary>Without a single table.</summary>
    public abstract Task<TestDatabase> CreateEmptyAsync();

    /// <summary>With the tables of today. Migrated once for the whole run and copied, because migrating costs more than most tests.</summary>
    public abstract Task<TestDatabase> CreateAsync();

    protected static Migrator MigratorOf(DatabaseOptions options, SqlDialect dialect) =>
        new(options, Migration.Embedded(dialect), TimeProvider.System, NullLogger<Migrator>.Instance);
}

/// <summary>One database of one test.</summary>
public sealed class TestDatabase(DatabaseOptions options, Func<Task> drop) : IAsyncDisposable
{
    private Database? _open;

    public DatabaseOptions Options => options;

    /// <summary>Opened when first asked for, so that a test may migrate before, or hand the options to a host instead.</summary>
    public Database Database => _open ??= Database.Open(options);

    public async ValueTask DisposeAsync()
    {
        if (_open is not null) await _open.DisposeAsync();
        await drop();
    }
}
