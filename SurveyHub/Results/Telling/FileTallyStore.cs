using System.Data;
using System.Data.Common;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Joint;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Telling;

/// <summary>The stored counts over what files of single responses tell.</summary>
internal static class FileTallyStore
{
    /// <param name="work">The transaction.</param>
    /// <param name="editionId">The edition.</param>
    /// <param name="count">What was counted; null where the file withholds no rating.</param>
    public static async Task ReplaceAsync(Work work, int editionId, FileCount? count)
    {
        foreach (var table in (string[])["file_tally", "file_pair", "file_joint"]) await work.ExecuteAsync($"delete from {table} where edition_id = @editionId", new { editionId });
        await work.ExecuteAsync("delete from edition_count where edition_id = @editionId and name = @RatersInFile", new { editionId, CountNames.RatersInFile });
        await TallyStore.AddCountsAsync(work, editionId, [new() { Name = CountNames.FileWithholds, N = count is null ? 0 : 1 }]);
        if (count is null) return;
        using (var tallies = new RowBatch(work, "insert into file_tally (edition_id, item_no, code, n) values {rows}", [DbType.Int32, DbType.Int32, DbType.Int32, DbType.Int32]))
            await tallies.ExecuteAsync(count.Tallies.Select(object?[] (t) => [editionId, t.ItemNo, t.Code, t.N]));
        using (var pairs = new RowBatch(work, "insert into file_pair (edition_id, first_item, second_item, both_rated, good_first, good_second, good_both) values {rows}",
            [DbType.Int32, DbType.Int32, DbType.Int32, DbType.Int32, DbType.Int32, DbType.Int32, DbType.Int32]))
            await pairs.ExecuteAsync(count.Pairs.Select(object?[] (p) => [editionId, p.FirstItem, p.SecondItem, p.BothRated, p.GoodFirst, p.GoodSecond, p.GoodBoth]));
        using (var joint = new RowBatch(work, "insert into file_joint (edition_id, items, codes, n) values {rows}", [DbType.Int32, DbType.String, DbType.String, DbType.Int32]))
            await joint.ExecuteAsync(count.Joint.Select(object?[] (j) => [editionId, j.Items, j.Codes, j.N]));
        await TallyStore.AddCountsAsync(work, editionId, [new() { Name = CountNames.RatersInFile, N = count.Raters }]);
    }

    /// <summary>Whether the file withholds ratings; null where nobody looked.</summary>
    public static async Task<bool?> WithholdsAsync(Work work, int editionId) =>
        await work.FindAsync<int?>("select n from edition_count where edition_id = @editionId and name = @FileWithholds", new { editionId, CountNames.FileWithholds }) is { } withholds ? withholds == 1 : null;

    /// <summary>The patterns of ratings in it.</summary>
    public static async Task<JointPatterns> JointAsync(Work work, Edition edition) =>
        new(edition, await work.QueryAsync<JointRow>("select items, codes, n from file_joint where edition_id = @EditionId", new { edition.EditionId }));

    /// <summary>Null where the file withholds no rating, or there is none.</summary>
    public static async Task<EditionTallies?> ReadAsync(DbConnection db, DbTransaction? transaction, Edition edition)
    {
        if (await db.QuerySingleOrDefaultAsync<int?>("select n from edition_count where edition_id = @EditionId and name = @RatersInFile", new { edition.EditionId, CountNames.RatersInFile }, transaction) is not { } raters) return null;
        var tallies = await db.QueryAsync<TallyRow>("select item_no, '' as attribute, '' as value, code, n from file_tally where edition_id = @EditionId", new { edition.EditionId }, transaction);
        var pairs = await db.QueryAsync<PairRow>("select first_item, second_item, both_rated, good_first, good_second, good_both from file_pair where edition_id = @EditionId", new { edition.EditionId }, transaction);
        return new(edition, tallies, pairs, [new() { Name = CountNames.Raters, N = raters }]);
    }
}
