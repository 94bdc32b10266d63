using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;

namespace SurveyHub.Data;

/// <summary>
/// Runs one statement for many rows: <c>{rows}</c> in it becomes a list of values, as in <c>insert into ward (site, name) values {rows}</c>.
/// A hundred thousand rows one by one would be a hundred thousand round trips.
/// </summary>
/// <param name="work">What it is part of.</param>
/// <param name="sql">The statement; besides its rows it may use the parameters that are given once.</param>
/// <param name="columns">The type of each value of a row: PostgreSQL must know it even where every value is null.</param>
public sealed class RowBatch(Work work, string sql, params DbType[] columns) : IDisposable
{
    // SQLite looks every parameter up by its name, one after the other: with more of them at once the search outweighs what is saved.
    // The names carry their @, or the provider would try every other prefix first.
    private const int ParametersAtOnce = 120;

    private readonly Dictionary<int, DbCommand> _byRows = [];
    private readonly List<(string Name, object Value)> _once = [];

    /// <summary>A parameter that is the same for all rows.</summary>
    public RowBatch With(string name, object value)
    {
        _once.Add((name, value));
        return this;
    }

    /// <returns>How many rows the statements touched.</returns>
    public async Task<int> ExecuteAsync(IEnumerable<object?[]> rows)
    {
        var touched = 0;
        foreach (var chunk in rows.Chunk(RowsAtOnce)) touched += await Filled(chunk).ExecuteNonQueryAsync();
        return touched;
    }

    /// <summary>For a statement that ends in <c>returning</c>: what it returned for all rows.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(IEnumerable<object?[]> rows, Func<DbDataReader, T> read)
    {
        var found = new List<T>();
        foreach (var chunk in rows.Chunk(RowsAtOnce))
        {
            await using var reader = await Filled(chunk).ExecuteReaderAsync();
            while (await reader.ReadAsync()) found.Add(read(reader));
        }
        return found;
    }

    public void Dispose()
    {
        foreach (var command in _byRows.Values) command.Dispose();
    }

    private int RowsAtOnce => Math.Max(1, ParametersAtOnce / columns.Length);

    private DbCommand Filled(object?[][] rows)
    {
        if (!_byRows.TryGetValue(rows.Length, out var command)) _byRows[rows.Length] = command = Command(rows.Length);
        var at = 0;
        foreach (var row in rows)
            foreach (var value in row)
                command.Parameters[at++].Value = value ?? DBNull.Value;
        return command;
    }

    private DbCommand Command(int rows)
    {
        var command = work.Connection.CreateCommand();
        command.Transaction = work.Transaction;
        for (var at = 0; at < rows * columns.Length; at++) Add(command, $"@v{at}").DbType = columns[at % columns.Length];
        foreach (var (name, value) in _once) Add(command, $"@{name}").Value = value;
        command.CommandText = sql.Replace("{rows}", Values(rows), StringComparison.Ordinal);
        return command;
    }

    private static DbParameter Add(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    private string Values(int rows)
    {
        var text = new StringBuilder();
        for (var at = 0; at < rows * columns.Length; at++)
            text.Append(at % columns.Length != 0 ? ", " : at == 0 ? "(" : "), (").Append(CultureInfo.InvariantCulture, $"@v{at}");
        return text.Append(')').ToString();
    }
}
