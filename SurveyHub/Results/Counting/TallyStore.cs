using System.Data;
using System.Data.Common;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Telling;
using SurveyHub.Results.Weights;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Counting;

/// <summary>The stored counts of editions.</summary>
public static class TallyStore
{
    /// <summary>Replaces what was counted of an edition's answers. Counts of its frame stay.</summary>
    public static async Task ReplaceAsync(Work work, int editionId, EditionCount count)
    {
        await DeleteAsync(work, editionId);
        await InsertAsync(work, "insert into tally (edition_id, item_no, attribute, value, code, n) values {rows}",
            [DbType.Int32, DbType.Int32, DbType.String, DbType.String, DbType.Int32, DbType.Int32], count.Tallies, t => [editionId, t.ItemNo, t.Attribute, t.Value, t.Code, t.N]);
        await InsertAsync(work, "insert into pair_tally (edition_id, first_item, second_item, both_rated, good_first, good_second, good_both) values {rows}",
            [DbType.Int32, DbType.Int32, DbType.Int32, DbType.Int32, DbType.Int32, DbType.Int32, DbType.Int32], count.Pairs, p => [editionId, p.FirstItem, p.SecondItem, p.BothRated, p.GoodFirst, p.GoodSecond, p.GoodBoth]);
        await JointStore.ReplaceAsync(work, editionId, count.Joint);
        await AddCountsAsync(work, editionId, count.Counts);
        await WeightStore.ReplaceAsync(work, editionId, count.Weighted);
    }

    public static async Task DeleteAsync(Work work, int editionId)
    {
        await work.ExecuteAsync("delete from tally where edition_id = @editionId", new { editionId });
        await work.ExecuteAsync("delete from pair_tally where edition_id = @editionId", new { editionId });
        await JointStore.DeleteAsync(work, editionId);
        await DeleteCountsAsync(work, editionId, CountNames.OfAnswers);
    }

    /// <summary>What is kept of an edition's frame; empty when it was never counted.</summary>
    public static async Task<IReadOnlyList<CountRow>> FrameAsync(DbConnection db, DbTransaction? transaction, SqlDialect dialect, int editionId) =>
        (await db.QueryAsync<CountRow>($"select name, attribute, value, n from edition_count where edition_id = @editionId and {dialect.AnyOf("name", "names")}",
            new { editionId, names = CountNames.OfFrame.ToArray() }, transaction)).AsList();

    /// <summary>What the first closing told of staff's words.</summary>
    public static async Task<IReadOnlyList<CountRow>> ToldAsync(DbConnection db, DbTransaction? transaction, int editionId) =>
        (await db.QueryAsync<CountRow>("select name, attribute, value, n from edition_count where edition_id = @editionId and name like @prefix",
            new { editionId, prefix = CountNames.ToldPrefix + "%" }, transaction)).AsList();

    /// <summary>Replaces the counts of an edition's frame: <see cref="CountNames.OfFrame"/>, for all and for every value of every customer group.</summary>
    public static async Task ReplaceFrameAsync(Work work, int editionId, IReadOnlyList<CountRow> counts)
    {
        await DeleteCountsAsync(work, editionId, CountNames.OfFrame);
        await AddCountsAsync(work, editionId, counts);
    }

    /// <summary>Stores counts; one that two comparisons both had to find is stored once.</summary>
    public static Task AddCountsAsync(Work work, int editionId, IReadOnlyList<CountRow> counts) =>
        InsertAsync(work,
            "insert into edition_count (edition_id, name, attribute, value, n) values {rows} on conflict (edition_id, name, attribute, value) do update set n = excluded.n",
            [DbType.Int32, DbType.String, DbType.String, DbType.String, DbType.Int32], counts, c => [editionId, c.Name, c.Attribute, c.Value, c.N]);

    /// <param name="db">An open connection.</param>
    /// <param name="transaction">The transaction to read in, when there is one.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="allGroups">False reads the counts of all customers only.</param>
    public static async Task<EditionTallies> ReadAsync(DbConnection db, DbTransaction? transaction, Edition edition, bool allGroups = true)
    {
        var id = new { edition.EditionId, allGroups };
        var tallies = await db.QueryAsync<TallyRow>(
            "select item_no, attribute, value, code, n from tally where edition_id = @EditionId and (@allGroups or attribute = '')", id, transaction);
        var pairs = await db.QueryAsync<PairRow>(
            "select first_item, second_item, both_rated, good_first, good_second, good_both from pair_tally where edition_id = @EditionId", id, transaction);
        var counts = await db.QueryAsync<CountRow>("select name, attribute, value, n from edition_count where edition_id = @EditionId", id, transaction);
        return new(edition, tallies, pairs, counts) { OfFile = await FileTallyStore.ReadAsync(db, transaction, edition), Weights = await WeightStore.ReadAsync(db, transaction, edition.EditionId) };
    }

    /// <summary>People with a rating of at least one of some items: one walk along the answers, for the rare sets the pass did not count.</summary>
    public static Task<int> CountRatersAsync(DbConnection db, DbTransaction? transaction, SqlDialect dialect, int editionId, IReadOnlyList<int> items) =>
        db.QuerySingleAsync<int>(
            $"""
            select count(*)
            from (select distinct response_id
                  from answer
                  where edition_id = @editionId and code > 0 and {dialect.AnyOf("item_no", "items")}) rater
            """, new { editionId, items }, transaction);

    private static Task DeleteCountsAsync(Work work, int editionId, IReadOnlyList<string> names) =>
        work.ExecuteAsync($"delete from edition_count where edition_id = @editionId and {work.Dialect.AnyOf("name", "names")}", new { editionId, names });

    private static async Task InsertAsync<T>(Work work, string insert, DbType[] columns, IReadOnlyList<T> rows, Func<T, object?[]> values)
    {
        using var batch = new RowBatch(work, insert, columns);
        await batch.ExecuteAsync(rows.Select(values));
    }
}
