using System.Security.Claims;
using SurveyHub.Data;
using SurveyHub.Features.People.Saving;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Finding;

/// <summary>
/// Deletes everybody from the list, after the wrong file: only as long as nobody has a link and nobody has answered, so that nothing
/// but the file is lost.
/// </summary>
public sealed class EmptyList(Database database, AuditLog audit)
{
    /// <returns>How many were deleted; null when it was too late for that.</returns>
    public Task<int?> ExecuteAsync(ClaimsPrincipal who, Edition edition) =>
        database.WriteAloneAsync<int?>(async work =>
        {
            if (!await FrameWriter.MayChangeAsync(work, edition.EditionId)) return null;
            var deleted = await work.ExecuteAsync(
                """
                delete from invitation
                where edition_id = @EditionId
                  and not exists (select 1 from invitation i where i.edition_id = @EditionId
                                  and (i.token_hash is not null or i.disposition in ('started', 'answered', 'complete', 'partial')))
                """, new { edition.EditionId });
            if (deleted == 0) return null;
            await audit.RecordAsync(work, who, "emptied the list of", $"{edition.Survey} {edition.Year}", $"{deleted} people");
            return deleted;
        });
}
