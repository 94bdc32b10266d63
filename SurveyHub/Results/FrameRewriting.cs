using System.Data.Common;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Surveys;

namespace SurveyHub.Results;

/// <summary>
/// PostgreSQL keeps beside every row the number of the transaction that wrote it, and writes rows where there is room, in the order of
/// events. An invitation marked "answered" and the response stored with it share both. At closing the invitations of an anonymous edition
/// are written anew, all in one transaction and in the order of their random keys, so that neither says anything any more.
/// SQLite needs none of it: it keeps these rows by their random keys and no number beside them.
/// </summary>
internal static class FrameRewriting
{
    public static Task RewriteAsync(Work work, Edition edition) => IsNeeded(work.Dialect, edition)
        ? work.ExecuteAsync(
            """
            with gone as (delete from invitation where edition_id = @EditionId returning *)
            insert into invitation
            select * from gone order by invitation_id
            """, new { edition.EditionId })
        : Task.CompletedTask;

    /// <summary>Overwrites what the database still holds of rows that are gone: the invitations as they were, and the drafts.</summary>
    public static async Task CleanAsync(Database database, Edition edition)
    {
        if (!IsNeeded(database.Dialect, edition)) return;
        try
        {
            await database.ReadAsync((db, _) => db.ExecuteAsync("vacuum invitation, draft"));
        }
        catch (DbException)
        {
            // The edition is closed all the same, and the database cleans up by itself a little later.
        }
    }

    private static bool IsNeeded(SqlDialect dialect, Edition edition) =>
        dialect is PostgresDialect && edition.Questionnaire.Anonymity == Anonymity.Anonymous;
}
