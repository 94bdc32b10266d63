using Dapper;
using Microsoft.Data.Sqlite;
using SurveyHub.Data;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Attacks;

/// <summary>The files of a database as they lie there.</summary>
internal sealed class SqliteFiles(string path)
{
    private const int PartBytes = 32_768;
    private const int BeforeList = 136;
    private const int EntriesInPart = 4_096;

    public static async Task<SqliteFiles> OfAsync(Database database) =>
        new((await database.ReadAsync((db, _) => db.ExecuteScalarAsync<string>("select file from pragma_database_list where name = 'main'")))!);

    public long LogBytes => new FileInfo(path + "-wal").Length;

    public long IndexBytes => new FileInfo(path + "-shm").Length;

    public Task<byte[]> MainAsync() => ReadAsync("");

    public Task<byte[]> LogAsync() => ReadAsync("-wal");

    /// <summary>Somebody takes the files along.</summary>
    public SqliteFiles Copy()
    {
        var copy = Path.Combine(TestFolder.Path, $"{Guid.NewGuid():N}.db");
        foreach (var ending in new[] { "", "-wal", "-shm" }) File.Copy(path + ending, copy + ending);
        return new(copy);
    }

    public async Task<List<T>> QueryAsync<T>(string sql, object? values = null)
    {
        await using var file = new SqliteConnection($"Data Source={path};Pooling=False");
        return (await file.QueryAsync<T>(sql, values)).AsList();
    }

    /// <summary>The rows of a table as they lie in the main file, which knows nothing of what is in the log.</summary>
    public async Task<List<LaidRow>> RowsAsync(string table, int columns)
    {
        var root = await QueryAsync<int>("select rootpage from sqlite_schema where name = @table", new { table });
        return [.. new SqlitePages(await MainAsync()).Rows(root.Single(), columns)];
    }

    /// <summary>The pages that the log's index lists, in the order in which they were written, whether the log has them still or not.</summary>
    public async Task<List<int>> ListedPagesAsync()
    {
        var index = await ReadAsync("-shm");
        var pages = new List<int>();
        // In the first part the header takes the place of some entries; behind the entries of each stands the way to find them.
        for (var part = 0; part < index.Length; part += PartBytes)
            for (var at = part + (part == 0 ? BeforeList : 0); at < part + 4 * EntriesInPart; at += 4)
                if (BitConverter.ToInt32(index, at) is var page and not 0)
                    pages.Add(page);
        return pages;
    }

    /// <summary>A transaction's pages are written in their order: where a page follows that is not greater, the next one begins.</summary>
    public static IEnumerable<List<int>> Transactions(IReadOnlyList<int> pages)
    {
        var one = new List<int>();
        foreach (var page in pages)
        {
            if (one.Count > 0 && page <= one[^1])
            {
                yield return one;
                one = [];
            }
            one.Add(page);
        }
        if (one.Count > 0) yield return one;
    }

    private async Task<byte[]> ReadAsync(string ending)
    {
        await using var stream = new FileStream(path + ending, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
