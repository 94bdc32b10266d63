using System.Data.Common;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Responses;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;

namespace SurveyHub.Results;

/// <summary>
/// After closing: overwrites what the database still holds of rows that are gone. The invitations themselves were written anew in the
/// transaction that stored what was counted (<see cref="ListRewriting"/>): one marked "answered" and the response stored with it shared a
/// transaction's number and a place in the order of events.
/// </summary>
internal static class ClosingTraces
{
    // Somebody's export may read what was before; ten seconds are long for one.
    private const int Attempts = 20;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(0.5);

    private static readonly IReadOnlyList<string> Tables = [.. ListRewriting.Tables, "draft", "answer"];

    /// <summary>Notes, with what is stored at closing, that there is something to clean: a program that is stopped before goes on at its next start.</summary>
    public static Task NoteAsync(Work work, Edition edition) => edition.Questionnaire.Anonymity == Anonymity.Anonymous
        ? TallyStore.AddCountsAsync(work, edition.EditionId, [new() { Name = CountNames.Traces, N = 1 }])
        : Task.CompletedTask;

    /// <summary>The editions whose cleaning has not come to its end.</summary>
    public static async Task<IReadOnlyList<int>> FindAsync(DbConnection db) =>
        (await db.QueryAsync<int>("select edition_id from edition_count where name = @Traces", new { CountNames.Traces })).AsList();

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
            var isClean = await database.EraseTracesAsync(Tables);
            for (var attempt = 1; !isClean && attempt < Attempts; attempt++)
            {
                await Task.Delay(BetweenAttempts);
                isClean = await database.EraseTracesAsync(Tables);
            }
            if (!isClean) return false;
            await database.WriteAsync(work => work.ExecuteAsync(
                "delete from edition_count where edition_id = @EditionId and name = @Traces", new { edition.EditionId, CountNames.Traces }));
            // SQLite's log is as empty again as it was before this last word.
            await database.EraseTracesAsync(["edition_count"]);
            return true;
        }
        catch (Exception error) when (error is DbException or TimeoutException)
        {
            return false;
        }
    }
}
