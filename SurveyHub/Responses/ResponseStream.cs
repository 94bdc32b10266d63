using System.Data;
using System.Data.Common;
using SurveyHub.Data;

namespace SurveyHub.Responses;

/// <summary>All responses of an edition, one after the other, in the order of their random numbers; memory does not grow with their number.</summary>
public static class ResponseStream
{
    // One statement, so that a response and its answers belong to the same moment; item 0 is the response itself.
    private const string Sql = """
        select response_id, 0 as item_no, case when is_complete then 1 else 0 end as code, weight as number, person_key as text,
               language, submitted_on, service_order
        from response
        where edition_id = @edition
        union all
        select response_id, item_no, code, number, text, null, null, null
        from answer
        where edition_id = @edition
        order by 1, 2
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
            var id = reader.GetInt64(0);
            var itemNo = reader.GetInt32(1);
            if (itemNo == 0)
            {
                if (count++ > 0) await take(response);
                Begin(response, reader, id);
            }
            else
            {
                response.Add(itemNo, reader.IsDBNull(2) ? null : reader.GetInt32(2), reader.IsDBNull(3) ? null : reader.GetDouble(3),
                    reader.IsDBNull(4) ? null : reader.GetString(4));
            }
        }
        if (count > 0) await take(response);
        return count;
    }

    private static void Begin(StreamedResponse response, DbDataReader reader, long id) =>
        response.Begin(id,
            reader.GetInt32(2) == 1,
            reader.IsDBNull(3) ? null : reader.GetDouble(3),
            reader.IsDBNull(4) ? null : reader.GetString(4),
            reader.IsDBNull(5) ? null : reader.GetString(5),
            reader.IsDBNull(6) ? null : TypeHandlers.Day(reader.GetValue(6)),
            reader.IsDBNull(7) ? null : reader.GetString(7));
}
