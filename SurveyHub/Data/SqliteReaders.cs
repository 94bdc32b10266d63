using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace SurveyHub.Data;

/// <summary>
/// Open connections, lent for one read each. Taking one costs well under a microsecond,
/// where opening one through the provider's pool and repeating the settings costs more than the read.
/// </summary>
internal sealed class SqliteReaders(SqliteFile file) : IDisposable
{
    // A burst may open more; these are kept, and each keeps some 2 MB of pages.
    private const int Kept = 16;

    // The last one returned is lent first: its pages are warm.
    private readonly ConcurrentStack<SqliteConnection> _idle = new();
    private volatile bool _closed;

    public async Task<T> LendAsync<T>(Func<SqliteConnection, Task<T>> read)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(Database));
        var connection = _idle.TryPop(out var idle) ? idle : file.OpenReader();
        var sound = false;
        try
        {
            var result = await read(connection);
            sound = true;
            return result;
        }
        finally
        {
            // A failed read may have left a statement half stepped, which would keep its snapshot for ever.
            if (sound) Return(connection);
            else connection.Dispose();
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryPop(out var connection)) connection.Dispose();
    }

    private void Return(SqliteConnection connection)
    {
        if (_closed || _idle.Count >= Kept) connection.Dispose();
        else _idle.Push(connection);
        if (_closed) Dispose();
    }
}
