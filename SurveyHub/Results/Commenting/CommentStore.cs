using System.Data;
using System.Data.Common;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Commenting;

/// <summary>The published comments of editions, as closing writes them.</summary>
internal static class CommentStore
{
    /// <summary>Decides of all text questions of an edition.</summary>
    public static async Task<IReadOnlyList<CommentLevel>> DecideAsync(DbConnection db, DbTransaction? transaction, EditionTallies tallies, IReadOnlyList<WrittenComment> written)
    {
        var (ledger, earlier) = (Ledger.Of(tallies), await EarlierComments.ReadAsync(db, transaction, tallies.Edition.EditionId));
        var byItem = written.ToLookup(w => w.ItemNo);
        return [.. TextsOf(tallies.Edition).Select(text => CommentFilters.Decide(ledger, text, [.. byItem[text.No]], earlier)).OfType<CommentLevel>()];
    }

    /// <summary>Replaces what was published of these questions; of others it stays.</summary>
    public static async Task ReplaceAsync(Work work, int editionId, IReadOnlyList<CommentLevel> levels)
    {
        if (levels.Count == 0) return;
        int[] items = [.. levels.Select(l => l.ItemNo)];
        foreach (var table in (string[])["comment_part", "comment", "comment_level"])
            await work.ExecuteAsync($"delete from {table} where edition_id = @editionId and {work.Dialect.AnyOf("item_no", "items")}", new { editionId, items });
        await InsertAsync(work, "insert into comment_level (edition_id, item_no, filter, part, comments, decision, reason) values {rows}",
            [DbType.Int32, DbType.Int32, DbType.String, DbType.String, DbType.Int32, DbType.String, DbType.String],
            from level in levels from row in level.Rows select new object?[] { editionId, level.ItemNo, row.Filter, row.Part, row.Comments, row.Decision.ToString(), row.Reason.ToString() });
        await InsertAsync(work, "insert into comment (edition_id, item_no, place, copy, body, folded, rating) values {rows}",
            [DbType.Int32, DbType.Int32, DbType.Int64, DbType.Int32, DbType.String, DbType.String, DbType.String],
            from level in levels from c in level.Comments select new object?[] { editionId, level.ItemNo, c.Place, c.Copy, c.Body, Folding.Folded(c.Body), c.Rating });
        await InsertAsync(work, "insert into comment_part (edition_id, filter, part, place, item_no, copy) values {rows}",
            [DbType.Int32, DbType.String, DbType.String, DbType.Int64, DbType.Int32, DbType.Int32],
            from level in levels from c in level.Comments from p in c.Parts select new object?[] { editionId, p.Filter, p.Part, c.Place, level.ItemNo, c.Copy });
    }

    /// <summary>What was decided, as a table of the report, in the order of the questionnaire.</summary>
    public static async Task<IReadOnlyList<CommentRow>> RowsAsync(Work work, Edition edition)
    {
        var stored = await work.QueryAsync<LevelRow>("select item_no, filter, part, comments, decision, reason from comment_level where edition_id = @EditionId", new { edition.EditionId });
        string[] filters = [CommentRow.All, CommentRow.ByRating, .. edition.Questionnaire.Groups.Select(g => g.Key)];
        string[] values = [.. edition.Questionnaire.Groups.SelectMany(g => g.Options.Select(o => o.Key)), CommentRow.Unknown, CommentRow.Others];
        return [.. from row in stored
                   orderby row.ItemNo, Array.IndexOf(filters, row.Filter), row.Filter == CommentRow.ByRating ? OrderOf(row.Part) : Array.IndexOf(values, row.Part), row.Part
                   select new CommentRow
                   {
                       Year = edition.Year, Item = edition.Items[row.ItemNo].Key, Filter = row.Filter, Part = row.Part, Comments = row.Comments,
                       Decision = Enum.Parse<Decision>(row.Decision), Reason = Enum.Parse<Reason>(row.Reason),
                   }];
    }

    /// <summary>
    /// Reads the comments of an edition whose report an earlier version of the program made. Where answers came since, and wait, nobody knows
    /// which comments are of the report.
    /// </summary>
    /// <returns>Null when there is nothing to do.</returns>
    public static async Task<IReadOnlyList<WrittenComment>?> ReadMissingAsync(DbConnection db, Edition edition)
    {
        if (edition.Origin == EditionOrigin.History || TextsOf(edition).Length == 0) return null;
        if (await db.QuerySingleAsync<long>("select count(*) from comment_level where edition_id = @EditionId", new { edition.EditionId }) > 0) return null;
        return await LaterResponses.AreAllCountedAsync(db, edition.EditionId) ? await CommentCollector.ReadAsync(db, edition) : null;
    }

    /// <summary>Stores what <see cref="ReadMissingAsync"/> read.</summary>
    public static async Task AddMissingAsync(Work work, Edition edition, IReadOnlyList<WrittenComment> written) => await ReplaceAsync(
        work, edition.EditionId, await DecideAsync(work.Connection, work.Transaction, await TallyStore.ReadAsync(work.Connection, work.Transaction, edition), written));

    /// <summary>The questions whose answers are comments: long texts. A short one may ask for an address.</summary>
    public static Item[] TextsOf(Edition edition) => [.. edition.Items.All.Where(i => edition.Questionnaire.QuestionOf(i)?.Kind == QuestionKind.LongText)];

    private static int OrderOf(string part) => part.Length == 0 ? -1 : (int)Enum.Parse<RatingClass>(part.Split('-')[0], ignoreCase: true);

    private static async Task InsertAsync(Work work, string insert, DbType[] columns, IEnumerable<object?[]> rows)
    {
        using var batch = new RowBatch(work, insert, columns);
        await batch.ExecuteAsync(rows);
    }

    private sealed record LevelRow
    {
        public int ItemNo { get; init; }
        public required string Filter { get; init; }
        public required string Part { get; init; }
        public int? Comments { get; init; }
        public required string Decision { get; init; }
        public required string Reason { get; init; }
    }
}
