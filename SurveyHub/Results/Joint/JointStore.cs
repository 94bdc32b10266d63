using System.Data;
using System.Data.Common;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Responses;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Joint;

/// <summary>The stored patterns of editions.</summary>
internal static class JointStore
{
    /// <summary>Replaces what was counted.</summary>
    public static async Task ReplaceAsync(Work work, int editionId, IReadOnlyList<JointRow> rows)
    {
        await DeleteAsync(work, editionId);
        using var batch = new RowBatch(work, "insert into joint_tally (edition_id, items, codes, n) values {rows}", [DbType.Int32, DbType.String, DbType.String, DbType.Int32]);
        await batch.ExecuteAsync(rows.Select(object?[] (r) => [editionId, r.Items, r.Codes, r.N]));
    }

    /// <summary>Stores what <see cref="CountMissingAsync"/> counted.</summary>
    public static async Task AddMissingAsync(Work work, int editionId, IReadOnlyList<JointRow> rows)
    {
        await ReplaceAsync(work, editionId, rows);
        await TallyStore.AddCountsAsync(work, editionId, [new() { Name = CountNames.Joint, N = 1 }]);
    }

    public static Task DeleteAsync(Work work, int editionId) =>
        work.ExecuteAsync("delete from joint_tally where edition_id = @editionId", new { editionId });

    /// <summary>Null where the patterns of an edition were never counted: its answers came as counts, or some of them wait for the next report.</summary>
    public static async Task<JointPatterns?> ReadAsync(DbConnection db, DbTransaction? transaction, Edition edition)
    {
        if (!await IsCountedAsync(db, transaction, edition.EditionId)) return null;
        return new(edition, await db.QueryAsync<JointRow>(
            "select items, codes, n from joint_tally where edition_id = @EditionId", new { edition.EditionId }, transaction));
    }

    /// <summary>
    /// Counts the patterns of an edition whose report an earlier version of the program made. A report is made of the answers that it was
    /// made of before: where others came since, and wait, nothing is counted.
    /// </summary>
    /// <returns>Null when there is nothing to do.</returns>
    public static async Task<IReadOnlyList<JointRow>?> CountMissingAsync(DbConnection db, Edition edition)
    {
        if (edition.Origin == EditionOrigin.History || await IsCountedAsync(db, null, edition.EditionId)) return null;
        if (!await LaterResponses.AreAllCountedAsync(db, edition.EditionId)) return null;
        CountedItem[] items = [.. CountedItem.Of(edition)];
        var joint = new JointCounter(edition, items);
        await ResponseStream.ForEachAsync(db, null, edition.EditionId, edition.Items.All.Count, response =>
        {
            joint.BeginPerson();
            for (var i = 0; i < items.Length; i++)
                if (response.Code(items[i].Item.No) is { } code && items[i].Place(code) is var place && items[i].IsRating(place)) joint.Rated(i, place);
            joint.EndPerson();
            return ValueTask.CompletedTask;
        });
        return [.. joint.Rows()];
    }

    private static async Task<bool> IsCountedAsync(DbConnection db, DbTransaction? transaction, int editionId) => await db.QuerySingleAsync<long>(
        "select count(*) from edition_count where edition_id = @editionId and name = @Joint", new { editionId, CountNames.Joint }, transaction) > 0;
}
