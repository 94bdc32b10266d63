using System.Data.Common;
using Dapper;
using SurveyHub.Data;

namespace SurveyHub.Results.Frozen;

/// <summary>What is published of a survey, and what waits beside it because the software computes it otherwise now.</summary>
internal static class PendingStore
{
    /// <summary>All published tables of a survey.</summary>
    public static Task<IReadOnlyList<PublishedTable>> PublishedAsync(Work work, string survey) => PublishedAsync(work.Connection, survey, work.Transaction);

    public static async Task<IReadOnlyList<PublishedTable>> PublishedAsync(DbConnection db, string survey, DbTransaction? transaction = null) => (await db.QueryAsync<PublishedTable>(
        """
        select edition_id, year, name, content, sha256, method_version
        from edition join report_table using (edition_id)
        where survey_key = @survey and status = 'closed'
        order by year, name
        """, new { survey }, transaction)).AsList();

    /// <summary>All waiting tables of a survey.</summary>
    public static async Task<IReadOnlyList<PublishedTable>> WaitingAsync(DbConnection db, string survey) => (await db.QueryAsync<PublishedTable>(
        """
        select edition_id, year, name, content, sha256, method_version, kept
        from edition join pending_table using (edition_id)
        where survey_key = @survey and status = 'closed'
        order by year, name
        """, new { survey })).AsList();

    /// <summary>Editions of a survey of which something waits: nobody writes their published tables but a publication of their own.</summary>
    public static async Task<HashSet<int>> FrozenAsync(Work work, string survey) => [.. await work.QueryAsync<int>(
        "select distinct edition_id from edition join pending_table using (edition_id) where survey_key = @survey", new { survey })];

    /// <summary>
    /// After a survey was computed anew: wherever a published cell became another, the edition's tables are as they were, all of them, and
    /// those computed now wait. Whole editions: figures by two methods set against each other could tell what either hides.
    /// </summary>
    public static async Task FreezeAsync(Work work, string survey, IReadOnlyList<PublishedTable> before)
    {
        var after = (await PublishedAsync(work, survey)).ToLookup(t => t.EditionId);
        foreach (var edition in before.GroupBy(t => t.EditionId))
        {
            var now = after[edition.Key].ToDictionary(t => t.Name);
            if (!edition.Any(t => Differs(t, TableDifferences.InPlaceOf(t.Name, edition.Select(e => e.Name), now)))) continue;
            await DeleteAsync(work, edition.Key);
            await ReportTableStore.DeleteAsync(work, edition.Key);
            await InsertAsync(work, "report_table", edition);
            await InsertAsync(work, "pending_table", now.Values);
        }
    }

    public static Task KeepAsync(Work work, string survey) => work.ExecuteAsync(
        "update pending_table set kept = 1 where edition_id in (select edition_id from edition where survey_key = @survey)", new { survey });

    public static Task DeleteAsync(Work work, int editionId) => work.ExecuteAsync("delete from pending_table where edition_id = @editionId", new { editionId });

    private static bool Differs(PublishedTable published, PublishedTable? now) =>
        now is null || TableDifferences.Of(published.Year, published.Name, published.Content, now.Content).Count > 0;

    private static async Task InsertAsync(Work work, string table, IEnumerable<PublishedTable> rows)
    {
        foreach (var row in rows)
            await work.ExecuteAsync(
                $"insert into {table} (edition_id, name, content, sha256, method_version) values (@EditionId, @Name, @Content, @Sha256, @MethodVersion)", row);
    }
}
