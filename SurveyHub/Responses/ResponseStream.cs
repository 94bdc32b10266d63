using System.Data;
using System.Data.Common;
using SurveyHub.Data;

namespace SurveyHub.Responses;

/// <summary>All responses of an edition, one after the other, in the order of their random numbers; memory does not grow with their number.</summary>
public static class ResponseStream
{
    private const int CodeBits = 32;

    // One statement, so that a response and its answers belong to the same moment. Millions of rows are codes, and what a row costs is asking for
    // its columns one by one: so one column says it all: 0 is the response itself, a positive number an item and its code, a negative one
    // an item of which the other columns tell more.
    private const string Sql = """
        select cast(0 as bigint) as packed, response_id, 0 as item_no, case when is_complete then 1 else 0 end as code, weight as number,
               person_key as text, language, submitted_on, service_order
        from response
        where edition_id = @edition
        union all
        select case when code is not null and number is null and text is null then cast(item_no as bigint) * 4294967296 + code else -item_no end,
               response_id, item_no, code, number, text, null, null, null
        from answer
        where edition_id = @edition
        order by 2, 3
        """;

    /// <param name="db">An open connection.</param>
    /// <param name="transaction">The transaction to read in, when there is one.</param>
    /// <param name="editionId">The edition.</param>
    /// <param name="items">Number of items of its questionnaire.</param>
    /// <param name="take">Called once a response.</param>
    /// <param name="cancellation">Stops between two rows.</param>
    /// <returns>How many responses there were.</returns>
    public static async Task<int> ForEachAsync(
        DbConnection db, DbTransaction? transaction, int editionId, int items, Func<StreamedResponse, ValueTask> take, CancellationToken cancellation = default)
    {
        await using var command = db.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Sql;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("edition", editionId);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation);

        var response = new StreamedResponse(items);
        var count = 0;
        while (await reader.ReadAsync(cancellation))
        {
            var packed = reader.GetInt64(0);
            if (packed > 0)
            {
                var code = unchecked((int)packed);
                response.Add((int)((packed - code) >> CodeBits), code);
            }
            else if (packed < 0)
            {
                response.Add((int)-packed, reader.IsDBNull(3) ? null : reader.GetInt32(3), reader.IsDBNull(4) ? null : reader.GetDouble(4),
                    reader.IsDBNull(5) ? null : reader.GetString(5));
            }
            else
            {
                if (count++ > 0) await take(response);
                Begin(response, reader);
            }
        }
        if (count > 0) await take(response);
        return count;
    }

    private static void Begin(StreamedResponse response, DbDataReader reader) =>
        response.Begin(reader.GetInt64(1),
            reader.GetInt32(3) == 1,
            reader.IsDBNull(4) ? null : reader.GetDouble(4),
            reader.IsDBNull(5) ? null : reader.GetString(5),
            reader.IsDBNull(6) ? null : reader.GetString(6),
            reader.IsDBNull(7) ? null : TypeHandlers.Day(reader.GetValue(7)),
            reader.IsDBNull(8) ? null : reader.GetString(8));
}
