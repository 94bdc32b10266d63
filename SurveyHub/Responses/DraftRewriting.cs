using SurveyHub.Data;

namespace SurveyHub.Responses;

/// <summary>Drafts are written again, so that neither the file nor a row's place and transaction tells what became of them.</summary>
public static class DraftRewriting
{
    /// <summary>
    /// When SQLite spreads the rows of a full page over several, the bytes of a row that moved may stay in the page's free space, a second
    /// copy nobody sees; "secure_delete" overwrites the row where it stands, not this copy. A sent draft could be found there, answers beside
    /// the hash of their link. Emptying the whole table hands its pages back overwritten, and the drafts are written into clean ones.
    /// PostgreSQL keeps beside what stays of a draft after it was sent by the open link the number of the transaction that also stored the
    /// response; those rows are written again in the order of their random keys.
    /// </summary>
    /// <returns>How many rows were written.</returns>
    public static Task<int> RewriteAsync(Database database, CancellationToken cancellation = default) => database.Dialect is SqliteDialect
        ? database.WriteAloneAsync(AllIntoCleanPagesAsync, cancellation)
        : database.WriteAsync(RewriteSentAsync, cancellation);

    /// <summary>As <see cref="RewriteAsync(Database, CancellationToken)"/> on PostgreSQL, within a longer work.</summary>
    public static Task<int> RewriteSentAsync(Work work) => work.ExecuteAsync(
        """
        with gone as (delete from draft where status = 'submitted' returning *)
        insert into draft
        select * from gone order by draft_id
        """);

    private static async Task<int> AllIntoCleanPagesAsync(Work work)
    {
        // All columns, whatever they are by now: what a list of names forgot would be lost here.
        await work.ExecuteAsync("create temporary table moved_draft as select * from draft");
        // Without a condition, because only then whole pages are freed instead of rows.
        await work.ExecuteAsync("delete from draft");
        var written = await work.ExecuteAsync("insert into draft select * from moved_draft order by draft_id");
        await work.ExecuteAsync("drop table moved_draft");
        return written;
    }
}
