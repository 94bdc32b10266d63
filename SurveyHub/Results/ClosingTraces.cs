using System.Data.Common;
using SurveyHub.Data;
using SurveyHub.Responses;
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
}
