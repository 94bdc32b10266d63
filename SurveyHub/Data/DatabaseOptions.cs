using System.Data.Common;

namespace SurveyHub.Data;

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Where the answers live. One SQLite file unless a connection string names a PostgreSQL host.</summary>
public sealed record DatabaseOptions
{
    public const string Section = "SurveyHub:Database";

    public string ConnectionString { get; init; } = "Data Source=data/surveyhub.db";

    /// <summary>Read off the connection string: what names a host is PostgreSQL, everything else SQLite.</summary>
    public DatabaseProvider Provider => Parts.ContainsKey("Host") ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite;

    private DbConnectionStringBuilder Parts
    {
        get
        {
            try
            {
                return new() { ConnectionString = ConnectionString };
            }
            catch (ArgumentException error)
            {
                throw new ArgumentException(
                    $"{Section}:ConnectionString cannot be read. Write \"Data Source=FILE\" for SQLite "
                    + "or \"Host=SERVER;Database=NAME;Username=USER;Password=SECRET\" for PostgreSQL.", error);
            }
        }
    }
}
