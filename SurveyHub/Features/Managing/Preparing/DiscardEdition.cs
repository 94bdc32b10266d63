using System.Security.Claims;
using SurveyHub.Data;
using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing.Preparing;

public abstract record DiscardOutcome
{
    public sealed record Discarded : DiscardOutcome;

    /// <summary>It is not in preparation (any more).</summary>
    public sealed record NotInPreparation : DiscardOutcome;

    /// <summary>People are on its list, and nobody said that they shall go too.</summary>
    public sealed record PeopleListed(int People) : DiscardOutcome;

    private DiscardOutcome() { }
}

/// <summary>Deletes an edition that was only prepared, with its list of people. The survey's file can prepare it again at any time.</summary>
public sealed class DiscardEdition(Database database, AuditLog audit)
{
    /// <param name="who">Who discards it.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="withPeople">The owner said that the people on its list and their links shall go.</param>
    public Task<DiscardOutcome> ExecuteAsync(ClaimsPrincipal who, Edition edition, bool withPeople) =>
        database.WriteAsync(work => DiscardAsync(work, who, edition, withPeople));

    private async Task<DiscardOutcome> DiscardAsync(Work work, ClaimsPrincipal who, Edition edition, bool withPeople)
    {
        // Only a draft goes: what customers answered is never deleted here. Held first, so that it is not opened or filled meanwhile.
        if (await work.ExecuteAsync("update edition set status = 'draft' where edition_id = @EditionId and status = 'draft'", new { edition.EditionId }) == 0)
            return new DiscardOutcome.NotInPreparation();
        var people = await FramedPeople.CountAllAsync(work, edition.EditionId);
        if (people > 0 && !withPeople) return new DiscardOutcome.PeopleListed(people);
        await EditionClosing.ForgetAsync(work, edition.EditionId);
        await work.ExecuteAsync("delete from replaced_link where invitation_id in (select invitation_id from invitation where edition_id = @EditionId)", new { edition.EditionId });
        foreach (var table in (string[])["draft", "invitation", "item", "edition"])
            await work.ExecuteAsync($"delete from {table} where edition_id = @EditionId", new { edition.EditionId });
        await work.ExecuteAsync(
            "delete from survey where survey_key = @Survey and not exists (select 1 from edition where edition.survey_key = survey.survey_key)", new { edition.Survey });
        await audit.RecordAsync(work, who, "discarded", $"{edition.Survey} {edition.Year}", people == 0 ? null : $"with {Days.Counted(people, "person", "people")} on its list");
        return new DiscardOutcome.Discarded();
    }
}
