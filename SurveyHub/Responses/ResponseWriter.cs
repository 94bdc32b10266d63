using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using SurveyHub.Data;

namespace SurveyHub.Responses;

/// <summary>
/// Stores responses within one work. Commands are prepared once and used again: an import writes hundreds of thousands of rows through one writer.
/// </summary>
public sealed class ResponseWriter(Work work) : IDisposable
{
    // SQLite looks parameters up by name, one after the other: many rows at once cost more than they save.
    private const int RowsAtOnce = 30;

    private readonly Dictionary<int, DbCommand> _coded = [];
    private DbCommand? _response;
    private DbCommand? _other;

    /// <summary>Stores a response under a random number, so that the order of rows says nothing about the order of arrival.</summary>
    /// <returns>The number.</returns>
    public async Task<long> InsertAsync(ResponseRecord response)
    {
        var responseId = RandomId();
        await InsertResponseAsync(response, responseId);
        var coded = response.Answers.Where(a => a is { Code: not null, Text: null, Number: null }).ToArray();
        foreach (var rows in coded.Chunk(RowsAtOnce)) await InsertCodedAsync(response.EditionId, responseId, rows);
        foreach (var answer in response.Answers)
            if (answer.Text is not null || answer.Number is not null)
                await InsertOtherAsync(response.EditionId, responseId, answer);
        return responseId;
    }

    public void Dispose()
    {
        _response?.Dispose();
        _other?.Dispose();
        foreach (var command in _coded.Values) command.Dispose();
    }

    private Task InsertResponseAsync(ResponseRecord response, long responseId)
    {
        _response ??= Command(
            """
            insert into response (edition_id, response_id, submitted_on, language, invitation_id, person_key, weight, is_complete, service_order, receipt_hash)
            values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9)
            """);
        return ExecuteAsync(_response, response.EditionId, responseId, response.SubmittedOn, response.Language,
            response.InvitationId, response.PersonKey, response.Weight, response.IsComplete,
            response.ServiceOrder, response.ReceiptHash);
    }

    private Task InsertCodedAsync(int editionId, long responseId, StoredAnswer[] rows)
    {
        if (!_coded.TryGetValue(rows.Length, out var command))
            _coded[rows.Length] = command = Command(CodedSql(rows.Length));
        var values = new object?[2 + 3 * rows.Length];
        (values[0], values[1]) = (editionId, responseId);
        for (var row = 0; row < rows.Length; row++)
            (values[2 + 3 * row], values[3 + 3 * row], values[4 + 3 * row]) = (rows[row].ItemNo, rows[row].Code, rows[row].Role);
        return ExecuteAsync(command, values);
    }

    private Task InsertOtherAsync(int editionId, long responseId, StoredAnswer answer)
    {
        _other ??= Command(
            "insert into answer (edition_id, response_id, item_no, code, number, text, role) values (@p0, @p1, @p2, @p3, @p4, @p5, @p6)");
        return ExecuteAsync(_other, editionId, responseId, answer.ItemNo, answer.Code, answer.Number, answer.Text, answer.Role);
    }

    private static string CodedSql(int rows)
    {
        var sql = new StringBuilder("insert into answer (edition_id, response_id, item_no, code, role) values ");
        for (var row = 0; row < rows; row++)
            sql.Append(row == 0 ? "" : ", ").Append(System.Globalization.CultureInfo.InvariantCulture,
                $"(@p0, @p1, @p{2 + 3 * row}, @p{3 + 3 * row}, @p{4 + 3 * row})");
        return sql.ToString();
    }

    private DbCommand Command(string sql)
    {
        var command = work.Connection.CreateCommand();
        command.Transaction = work.Transaction;
        command.CommandText = sql;
        return command;
    }

    private static Task ExecuteAsync(DbCommand command, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (command.Parameters.Count == i)
            {
                var parameter = command.CreateParameter();
                // With its @, or SQLite's provider would try every prefix for every value.
                parameter.ParameterName = $"@p{i}";
                command.Parameters.Add(parameter);
            }
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
        return command.ExecuteNonQueryAsync();
    }

    private static long RandomId() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
}
