using System.Data.Common;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting.Withholding;

/// <summary>
/// Whether the report counts people in a customer group whose rows in the file do not show it: what protects small combinations also
/// makes a difference between the two.
/// </summary>
internal static class LostGroups
{
    public static async Task<bool> AnyAsync(DbConnection db, SqlDialect dialect, Edition edition, EditionTallies tallies, ExportedGroups groups)
    {
        if (groups.ResponsesWithHiddenGroups > 0) return true;
        var items = edition.Items.All.Where(i => i.Kind == ItemKind.Group).ToDictionary(i => i.No);
        var stored = (await db.QueryAsync<StoredRow>(
            $"""
            select item_no, code, count(*) as people
            from answer
            where edition_id = @EditionId and code > 0 and {dialect.AnyOf("item_no", "numbers")}
            group by item_no, code
            """, new { edition.EditionId, numbers = items.Keys.ToArray() })).ToDictionary(r => (r.ItemNo, r.Code), r => r.People);
        return items.Values.Any(item => tallies.Codes(item).Any(c => c.Key > 0 && c.Value != stored.GetValueOrDefault((item.No, c.Key))));
    }

    private sealed record StoredRow
    {
        public int ItemNo { get; init; }
        public int Code { get; init; }
        public long People { get; init; }
    }
}
