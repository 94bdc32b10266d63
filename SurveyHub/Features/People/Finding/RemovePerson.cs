using System.Security.Claims;
using SurveyHub.Data;
using SurveyHub.Features.People.Saving;
using SurveyHub.Responses;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Finding;

/// <summary>Takes a person off the list, or puts them back. Nothing is deleted; an answer that was given stays and counts.</summary>
public sealed class RemovePerson(Database database, AuditLog audit, TimeProvider clock)
{
    /// <returns>False when the edition is closed.</returns>
    public Task<bool> ExecuteAsync(ClaimsPrincipal who, Edition edition, string address, bool putBack) =>
        database.WriteAsync(async work =>
        {
            if (!await FrameWriter.MayChangeAsync(work, edition.EditionId)) return false;
            await FrameWriter.SayAsync(work, edition.EditionId, putBack ? Disposition.Invited : Disposition.Ineligible,
                [FrameStore.Address(address)!], DateOnly.FromDateTime(clock.GetLocalNow().Date));
            await FrameStore.RefreshKeptGroupsAsync(work, edition);
            await audit.RecordAsync(work, who, putBack ? "put a person back on the list of" : "took a person off the list of", $"{edition.Survey} {edition.Year}");
            return true;
        });
}
