using SurveyHub.Data;

namespace SurveyHub.Features.Responding;

/// <summary>The drafts that are still open, without what the file keeps of those that were sent.</summary>
public static class OpenDrafts
{
    /// <summary>
    /// When SQLite spreads the rows of a full page over several, the bytes of a row that moved may stay in the page's free space, a second
    /// copy nobody sees; "secure_delete" overwrites the row where it stands, not this copy. A sent draft could be found there, answers beside
    /// the hash of their link. Emptying the whole table hands its pages back overwritten, and the open drafts are written into clean ones:
    /// some milliseconds for a few thousand of them. PostgreSQL needs none of it: its dead rows are removed by VACUUM.
    /// </summary>
    public static Task RewriteAsync(Database database, CancellationToken cancellation = default) => database.Dialect is SqliteDialect
        ? database.WriteAloneAsync(RewriteAsync, cancellation)
        : Task.CompletedTask;

    private static async Task RewriteAsync(Work work)
    {
        // All columns, whatever they are by now: what a list of names forgot would be lost here.
        await work.ExecuteAsync("create temporary table open_draft as select * from draft");
        // Without a condition, because only then whole pages are freed instead of rows.
        await work.ExecuteAsync("delete from draft");
        await work.ExecuteAsync("insert into draft select * from open_draft order by draft_id");
        await work.ExecuteAsync("drop table open_draft");
    }
}
