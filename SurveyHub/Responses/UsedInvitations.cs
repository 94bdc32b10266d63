using Dapper;
using SurveyHub.Data;

namespace SurveyHub.Responses;

/// <summary>
/// Who has begun or answered, without the order in which they did. A row that is changed moves: on SQLite within its page, on
/// PostgreSQL to another place and with the number of the transaction that also stored the draft or the answers. So those rows
/// are written again, in the order of their random keys.
/// </summary>
public static class UsedInvitations
{
    // Neighbours by key lie on the same pages; and a work stays short for those who wait behind it.
    private const int Together = 200;

    private const string Touched = "disposition in ('started', 'answered')";

    /// <summary>Writes the invitations of an anonymous edition again that somebody has used.</summary>
    /// <returns>How many there are.</returns>
    public static async Task<int> ShuffleAsync(Database database, int editionId, CancellationToken cancellation = default)
    {
        var touched = await database.ReadAsync(async (db, _) => (await db.QueryAsync<Guid>(
            $"select invitation_id from invitation where edition_id = @editionId and {Touched} order by invitation_id", new { editionId })).AsList(), cancellation);
        foreach (var ids in touched.Chunk(Together))
            await database.WriteAsync(work => RewriteAsync(work, ids), cancellation);
        return touched.Count;
    }

    private static async Task RewriteAsync(Work work, Guid[] ids)
    {
        var these = $"{work.Dialect.AnyOf("invitation_id", "ids")} and {Touched}";
        // All columns, whatever they are by now: what a list of names forgot would be lost here. And locked before they are
        // read: what somebody sends in this very moment would be lost as well.
        await work.ExecuteAsync($"create temporary table moved as select * from invitation where {these} {work.Dialect.ForUpdate}", new { ids });
        // What was read and locked, and not once more what fits the condition: meanwhile somebody may have been taken back into the list.
        await work.ExecuteAsync("delete from invitation where invitation_id in (select invitation_id from moved)");
        await work.ExecuteAsync("insert into invitation select * from moved order by invitation_id");
        await work.ExecuteAsync("drop table moved");
    }
}
