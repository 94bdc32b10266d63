using System.Data.Common;
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
    // Somebody's export may read what was before; ten seconds are long for one.
    private const int Attempts = 20;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(0.5);

    private static readonly IReadOnlyList<string> Tables = ["invitation", "draft", "answer"];

    public static Task RewriteAsync(Work work, Edition edition) => IsNeeded(work.Dialect, edition)
        ? work.ExecuteAsync(
            """
            with gone as (delete from invitation where edition_id = @EditionId returning *)
            insert into invitation
            select * from gone order by invitation_id
            """, new { edition.EditionId })
        : Task.CompletedTask;

    /// <summary>
    /// Overwrites what the database still holds of rows that are gone: the invitations as they were, the drafts, and the customer groups
    /// that rows gave up.
    /// </summary>
    /// <returns>False when something may be left.</returns>
    public static async Task<bool> CleanAsync(Database database, Edition edition)
    {
        if (edition.Questionnaire.Anonymity != Anonymity.Anonymous) return true;
        try
        {
            await database.RewriteAsync();
            for (var attempt = 1; attempt < Attempts; attempt++)
            {
                if (await database.EraseTracesAsync(Tables)) return true;
                await Task.Delay(BetweenAttempts);
            }
            return await database.EraseTracesAsync(Tables);
        }
        catch (Exception error) when (error is DbException or TimeoutException)
        {
            return false;
        }
    }

    private static bool IsNeeded(SqlDialect dialect, Edition edition) =>
        dialect is PostgresDialect && edition.Questionnaire.Anonymity == Anonymity.Anonymous;
}
