using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SurveyHub.Data;

/// <summary>Many readers beside one writer, as SQLite's write-ahead log likes it.</summary>
internal sealed class SqliteDatabase : Database
{
    private const int Busy = 5;

    private readonly SqliteFile _file;
    private readonly SqliteReaders _readers;
    private readonly SqliteWriter _writer;

    public SqliteDatabase(string connectionString)
    {
        _file = new(connectionString);
        _writer = new(_file.OpenWriter(), Dialect);
        _readers = new(_file);
    }

    public override SqlDialect Dialect { get; } = new SqliteDialect();

    public override async Task<T> ReadAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return await _readers.LendAsync(connection => read(connection, cancellation));
    }

    public override Task<T> WriteAsync<T>(Func<Work, Task<T>> write, CancellationToken cancellation = default) =>
        _writer.QueueAsync(new WriteRequest<T>(write, cancellation));

    public override Task<T> WriteAloneAsync<T>(Func<Work, Task<T>> write, CancellationToken cancellation = default) =>
        _writer.QueueAsync(new WriteRequest<T>(write, cancellation) { Alone = true });

    /// <summary>
    /// The log holds every page as it was after every commit: whoever compares them sees which rows changed together. Its index lists
    /// those pages still when the log is empty. The main file needs nothing here: deleted rows are overwritten there at once. What pages
    /// keep of rows that moved away before is for the owner of the rows to write over.
    /// </summary>
    public override Task<bool> EraseTracesAsync(IReadOnlyList<string> tables, CancellationToken cancellation = default) =>
        // Whoever reads an older state holds the log: a page for a millisecond, an export for seconds. Everybody who writes waits meanwhile.
        _writer.QueueAsync(new FileRequest<bool>(connection => With(connection, "busy_timeout = 50", "busy_timeout = 5000", command =>
        {
            command.CommandText = "pragma wal_checkpoint(truncate)";
            return command.ExecuteScalar() is 0L && ClearIndex(connection, command);
        }), cancellation));

    public override Task RewriteAsync(CancellationToken cancellation = default) =>
        // The new file is made in the folder for temporary files, not in memory, and then written over the old one through the log.
        _writer.QueueAsync(new FileRequest<bool>(connection => With(connection, "temp_store = file", "temp_store = memory", command =>
        {
            command.CommandText = "vacuum";
            command.ExecuteNonQuery();
            return true;
        }), cancellation));

    public override async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _readers.Dispose();
    }

    private static bool ClearIndex(SqliteConnection connection, SqliteCommand command)
    {
        // Another process may write: a report notes that it was made. The provider itself tries again and again, for a second at least.
        command.CommandTimeout = 1;
        try
        {
            command.CommandText = "begin immediate";
            command.ExecuteNonQuery();
        }
        catch (SqliteException error) when (error.SqliteErrorCode == Busy)
        {
            return false;
        }
        try
        {
            return SqliteLogIndex.Clear(connection);
        }
        finally
        {
            command.CommandText = "rollback";
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Acts with another setting of the writer's connection, which has its own again afterwards, whatever happened.</summary>
    private static bool With(SqliteConnection connection, string setting, string usual, Func<SqliteCommand, bool> act)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"pragma {setting}";
        command.ExecuteNonQuery();
        try
        {
            return act(command);
        }
        finally
        {
            command.CommandText = $"pragma {usual}";
            command.ExecuteNonQuery();
        }
    }
}
