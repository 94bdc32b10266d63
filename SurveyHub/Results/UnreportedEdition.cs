using System.Data.Common;
using Dapper;
using SurveyHub.Statistics;

namespace SurveyHub.Results;

/// <summary>A closed edition without a report, or with one by methods of before.</summary>
internal sealed record UnreportedEdition
{
    public int EditionId { get; init; }
    public required string SurveyKey { get; init; }

    /// <summary>Its report is made from counts that are stored.</summary>
    public bool IsCounted { get; init; }

    // A report is made anew from the counts it was made from, as long as any of its tables is of another method: those that compare
    // editions are written with every edition's. Without a report the counts may be of the closing before a reopening.
    public static async Task<IReadOnlyList<UnreportedEdition>> FindAsync(DbConnection db) => (await db.QueryAsync<UnreportedEdition>(
        """
        select edition_id, survey_key,
               (origin = 'history'
                or exists (select 1 from report_table t where t.edition_id = e.edition_id)) as is_counted
        from edition e
        where status = 'closed'
          and (not exists (select 1 from report_table t where t.edition_id = e.edition_id)
               or (exists (select 1 from report_table t where t.edition_id = e.edition_id and t.method_version <> @Current)
                   and not exists (select 1 from pending_table p where p.edition_id = e.edition_id and p.method_version = @Current)))
        order by year
        """, new { MethodVersion.Current })).AsList();
}
