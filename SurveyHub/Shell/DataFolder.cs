using Microsoft.Data.Sqlite;
using SurveyHub.Data;

namespace SurveyHub.Shell;

/// <summary>Where an installation keeps what is not in the database.</summary>
internal static class DataFolder
{
    /// <summary>A folder beside the SQLite file, so that whoever moves one moves the other; below "data" with PostgreSQL.</summary>
    public static string Beside(IConfiguration configuration, string folder)
    {
        var database = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new();
        if (SurveyHubOptionsValidator.Fault(database) is not null || database.Provider != DatabaseProvider.Sqlite) return Path.Combine("data", folder);
        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        return Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, folder);
    }
}
