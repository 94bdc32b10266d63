using System.Data;
using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using SurveyHub.Data;

namespace SurveyHub.Results.Weights;

/// <summary>The stored weighted sums of editions, and what came of their weighting.</summary>
internal static class WeightStore
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Replaces what was summed of an edition's answers; null where nothing is weighted and nobody asked for it.</summary>
    public static async Task ReplaceAsync(Work work, int editionId, WeightedCount? count)
    {
        await DeleteAsync(work, editionId);
        if (count is null) return;
        await work.ExecuteAsync("insert into weighting (edition_id, outcome) values (@editionId, @outcome)", new { editionId, outcome = JsonSerializer.Serialize(count.Outcome, Options) });
        using var tallies = new RowBatch(work, "insert into weighted_tally (edition_id, item_no, sum, good_sum, squares, good_squares) values {rows}",
            DbType.Int32, DbType.Int32, DbType.Double, DbType.Double, DbType.Double, DbType.Double);
        await tallies.ExecuteAsync(count.Tallies.Select(t => new object?[] { editionId, t.ItemNo, t.Sum, t.GoodSum, t.Squares, t.GoodSquares }));
        using var pairs = new RowBatch(work, "insert into weighted_pair (edition_id, first_item, second_item, both_rated, good_first, good_second, good_both) values {rows}",
            DbType.Int32, DbType.Int32, DbType.Int32, DbType.Double, DbType.Double, DbType.Double, DbType.Double);
        await pairs.ExecuteAsync(count.Pairs.Select(p => new object?[] { editionId, p.FirstItem, p.SecondItem, p.BothRated, p.GoodFirst, p.GoodSecond, p.GoodBoth }));
    }

    public static async Task DeleteAsync(Work work, int editionId)
    {
        foreach (var table in (string[])["weighted_pair", "weighted_tally", "weighting"])
            await work.ExecuteAsync($"delete from {table} where edition_id = @editionId", new { editionId });
    }

    /// <returns>Null where nothing was weighted and nobody asked for it, and of an edition that an earlier version of the program counted.</returns>
    public static async Task<WeightedTallies?> ReadAsync(DbConnection db, DbTransaction? transaction, int editionId)
    {
        if (await db.QuerySingleOrDefaultAsync<string>("select outcome from weighting where edition_id = @editionId", new { editionId }, transaction) is not { } outcome) return null;
        var tallies = await db.QueryAsync<WeightedTallyRow>(
            "select item_no, sum, good_sum, squares, good_squares from weighted_tally where edition_id = @editionId", new { editionId }, transaction);
        var pairs = await db.QueryAsync<WeightedPairRow>(
            "select first_item, second_item, both_rated, good_first, good_second, good_both from weighted_pair where edition_id = @editionId", new { editionId }, transaction);
        return new(new(JsonSerializer.Deserialize<EditionWeighting>(outcome, Options)!, [.. tallies], [.. pairs]));
    }
}
