using Microsoft.Data.Sqlite;

namespace SurveyHub.Data;

/// <summary>Opens connections to one database file, each set up the same way.</summary>
internal sealed class SqliteFile
{
    private const string InMemory = ":memory:";

    private readonly SqliteConnectionStringBuilder _settings;

    public SqliteFile(string connectionString)
    {
        // We keep our own connections open, which spares every read the price of setting one up.
        _settings = new(connectionString) { Pooling = false, ForeignKeys = null, DefaultTimeout = 5 };
        if (_settings.DataSource is "" or InMemory || _settings.Mode == SqliteOpenMode.Memory)
            throw new ArgumentException(
                "A database in memory is a different one for every connection. Name a file: \"Data Source=data/surveyhub.db\".");

        Path = System.IO.Path.GetFullPath(_settings.DataSource);
        _settings.DataSource = Path;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        MakeForOwner(Path);
    }

    /// <summary>
    /// An empty file that nobody but the user who runs the program may read, for SQLite to fill; its -wal and -shm take after it.
    /// What is there already keeps the rights it has.
    /// </summary>
    internal static void MakeForOwner(string path)
    {
        if (OperatingSystem.IsWindows() || File.Exists(path)) return;
        var ownersOnly = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        using var made = new FileStream(path, ownersOnly);
    }

    public string Path { get; }

    /// <summary>A connection for <see cref="SqliteReaders"/>: what is meant as a read cannot write.</summary>
    public SqliteConnection OpenReader() => Open("""
        pragma query_only = on
        """);

    /// <summary>
    /// Full synchronisation: an acknowledged answer outlives a power cut. Secure delete: what ties a person to an answer
    /// is overwritten when it is deleted, not left in a free page. Temporary tables, through which such rows pass, touch no disk.
    /// </summary>
    public SqliteConnection OpenWriter() => Open("""
        pragma journal_mode = wal;
        pragma synchronous = full;
        pragma foreign_keys = on;
        pragma secure_delete = on;
        pragma temp_store = memory;
        pragma journal_size_limit = 67108864
        """);

    /// <summary>For migrations, which rebuild tables that others refer to and check the references themselves.</summary>
    public SqliteConnection OpenMigrator() => Open("""
        pragma journal_mode = wal;
        pragma synchronous = full;
        pragma foreign_keys = off;
        pragma secure_delete = on
        """);

    private SqliteConnection Open(string settings)
    {
        var connection = new SqliteConnection(_settings.ConnectionString);
        try
        {
            connection.Open();
            // SQLite's own knows A to Z only: nobody called Özdemir would be found.
            connection.CreateFunction("lower", (string? text) => text?.ToLowerInvariant(), isDeterministic: true);
            using var command = connection.CreateCommand();
            command.CommandText = $"pragma busy_timeout = 5000; {settings}";
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
