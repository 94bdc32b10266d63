using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SurveyHub.Data;

namespace SurveyHub.Shell.Starting;

/// <summary>What is wrong with the connection string itself; whether anybody answers there is the migrator's to find out.</summary>
internal static class ConnectionFaults
{
    public const string Setting = $"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)}";

    private const string HowToWrite = "Write \"Data Source=FILE\" for SQLite or \"Host=SERVER;Database=NAME;Username=USER;Password=SECRET\" for PostgreSQL.";

    private static readonly string[] FileWords = ["Data Source", "DataSource", "Filename"];

    /// <param name="connection">Null when it is not configured.</param>
    public static string? Of(string? connection)
    {
        if (connection is null) return null;
        if (string.IsNullOrWhiteSpace(connection)) return $"{Setting} is empty. {HowToWrite}";
        try
        {
            var options = new DatabaseOptions { ConnectionString = connection };
            if (options.Provider == DatabaseProvider.Postgres) return OfPostgres(connection);
            var parts = new DbConnectionStringBuilder { ConnectionString = connection };
            return FileWords.Any(parts.ContainsKey) ? OfSqlite(connection) : $"{Setting} names neither a file nor a server. {HowToWrite}";
        }
        catch (Exception error) when (error is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            var reason = error.Message.Split(" For a possible ")[0];
            return reason.StartsWith(Setting, StringComparison.Ordinal) ? reason : $"{Setting}: {reason}";
        }
    }

    private static string? OfPostgres(string connection)
    {
        _ = new NpgsqlConnectionStringBuilder(connection);
        return null;
    }

    private static string? OfSqlite(string connection)
    {
        var sqlite = new SqliteConnectionStringBuilder(connection);
        if (sqlite.DataSource == ":memory:" || sqlite.Mode == SqliteOpenMode.Memory)
            return $"{Setting} names a database in memory, which would be gone after every question. {HowToWrite}";
        if (sqlite.Mode == SqliteOpenMode.ReadOnly) return $"{Setting} says Mode=ReadOnly, but answers have to be written. Leave it out.";
        if (sqlite.DataSource.Contains('\0', StringComparison.Ordinal)) return $"{Setting} names no possible file.";
        return Directory.Exists(sqlite.DataSource) ? $"{Setting}: \"{sqlite.DataSource}\" is a folder. Name the file in it, as in \"Data Source={Path.Combine(sqlite.DataSource, "surveyhub.db")}\"." : null;
    }
}
