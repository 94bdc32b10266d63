using System.Data.Common;

namespace SurveyHub.Data;

/// <summary>Many readers beside one writer, as SQLite's write-ahead log likes it.</summary>
internal sealed class SqliteDatabase : Database
{
    private readonly SqliteReaders _readers;
    private readonly SqliteWriter _writer;

    public SqliteDatabase(string connectionString)
    {
        var file = new SqliteFile(connectionString);
        _writer = new(file.OpenWriter(), Dialect);
        _readers = new(file);
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

    public override async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _readers.Dispose();
    }
}
