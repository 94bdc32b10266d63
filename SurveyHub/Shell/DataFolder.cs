using Microsoft.Data.Sqlite;
using SurveyHub.Data;

namespace SurveyHub.Shell;

/// <summary>Where an installation keeps what is not in the database.</summary>
internal static class DataFolder
{
    /// <summary>A folder beside the SQLite file, so that whoever moves one moves the other; below "data" with PostgreSQL.</summary>
    public static string Beside(IConfiguration configuration, string folder) =>
        SqliteFile(configuration) is { } file ? Path.Combine(Path.GetDirectoryName(file)!, folder) : Path.Combine("data", folder);

    /// <summary>The database's file with its whole path; null with PostgreSQL.</summary>
    public static string? SqliteFile(IConfiguration configuration) =>
        SqliteFile(configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new());

    public static string? SqliteFile(DatabaseOptions database) =>
        database.Provider == DatabaseProvider.Sqlite ? Path.GetFullPath(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource) : null;
}
