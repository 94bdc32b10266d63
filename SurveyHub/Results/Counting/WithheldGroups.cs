using System.Data;
using System.Data.Common;
using Dapper;
using SurveyHub.Data;

namespace SurveyHub.Results.Counting;

/// <summary>
/// What was counted of responses that gave up a customer group at an earlier closing. In their rows the group is not known any more;
/// in every count of the group they are still there, so that a doctor counts as a doctor although nobody can find which row is one.
/// </summary>
internal sealed class WithheldGroups
{
    private static readonly IReadOnlyList<string> Names = [CountNames.WithheldResponses, CountNames.WithheldComplete];

    private WithheldGroups(IReadOnlyList<TallyRow> tallies, IReadOnlyList<CountRow> counts) => (Tallies, Counts) = (tallies, counts);

    /// <summary>By the value of the group they gave up.</summary>
    public IReadOnlyList<TallyRow> Tallies { get; }

    /// <summary><see cref="CountNames.WithheldResponses"/> and <see cref="CountNames.WithheldComplete"/> by value.</summary>
    public IReadOnlyList<CountRow> Counts { get; }

    /// <summary>Responses that gave up this value.</summary>
    public int Responses(string attribute, string value) =>
        Counts.FirstOrDefault(c => c.Name == CountNames.WithheldResponses && c.Attribute == attribute && c.Value == value)?.N ?? 0;

    /// <summary>Responses that gave up a group, by its key.</summary>
    public IEnumerable<(string Attribute, int Responses)> Responses() => Counts
        .Where(c => c.Name == CountNames.WithheldResponses).GroupBy(c => c.Attribute).Select(g => (g.Key, g.Sum(c => c.N)));

    public static async Task<WithheldGroups> ReadAsync(DbConnection db, DbTransaction? transaction, SqlDialect dialect, int editionId) => new(
        (await db.QueryAsync<TallyRow>(
            "select item_no, attribute, value, code, n from withheld_tally where edition_id = @editionId", new { editionId }, transaction)).AsList(),
        (await db.QueryAsync<CountRow>(
            $"select name, attribute, value, n from edition_count where edition_id = @editionId and {dialect.AnyOf("name", "Names")}", new { editionId, Names }, transaction)).AsList());

    /// <summary>Adds what this closing withholds, and takes the groups out of the responses.</summary>
    public static async Task AddAsync(Work work, int editionId, EditionCount count)
    {
        foreach (var answer in count.Dropped)
            await work.ExecuteAsync("delete from answer where edition_id = @editionId and response_id = @ResponseId and item_no = @ItemNo",
                new { editionId, answer.ResponseId, answer.ItemNo });
        using var tallies = new RowBatch(work,
            """
            insert into withheld_tally (edition_id, item_no, attribute, value, code, n)
            values {rows}
            on conflict (edition_id, item_no, attribute, value, code) do update set n = withheld_tally.n + excluded.n
            """,
            DbType.Int32, DbType.Int32, DbType.String, DbType.String, DbType.Int32, DbType.Int32);
        await tallies.ExecuteAsync(count.Withheld.Select(t => new object?[] { editionId, t.ItemNo, t.Attribute, t.Value, t.Code, t.N }));
        using var counts = new RowBatch(work,
            """
            insert into edition_count (edition_id, name, attribute, value, n)
            values {rows}
            on conflict (edition_id, name, attribute, value) do update set n = edition_count.n + excluded.n
            """,
            DbType.Int32, DbType.String, DbType.String, DbType.String, DbType.Int32);
        await counts.ExecuteAsync(count.WithheldCounts.Select(c => new object?[] { editionId, c.Name, c.Attribute, c.Value, c.N }));
    }
}
