using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Data;

namespace SurveyHub.Benchmarks;

/// <summary>A folder that is gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("surveyhub-benchmark-").FullName;

    public string ConnectionString => $"Data Source={System.IO.Path.Combine(Path, "surveyhub.db")}";

    /// <summary>A migrated SQLite database in it.</summary>
    public async Task<Database> CreateDatabaseAsync()
    {
        var options = new DatabaseOptions { ConnectionString = ConnectionString };
        await new Migrator(options, Migration.Embedded(new SqliteDialect()), TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync();
        return Database.Open(options);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
