using System.Security.Claims;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing.Running;

public abstract record CloseOutcome
{
    /// <param name="Later">Answers that wait, because they came after an earlier report and are too few to be told apart from it.</param>
    public sealed record Closed(int Later) : CloseOutcome;

    /// <summary>Somebody else closed it, or it was never open.</summary>
    public sealed record NotOpen : CloseOutcome;

    /// <summary>Its first day is still to come: nobody can have answered, and an empty report would be the newest of the survey.</summary>
    public sealed record NotBegun : CloseOutcome;

    private CloseOutcome() { }
}

/// <summary>Ends an edition: no more answers, the figures are computed, the report appears. Closed before its planned last day, it ends today.</summary>
public sealed class CloseEdition(EditionClosing closing, LaterResponses later, EditionWriter writer, LastDay lastDay, AuditLog audit, TimeProvider clock)
{
    /// <param name="who">Who closes it.</param>
    /// <param name="edition">As it is now: its first day is looked at before anything is written.</param>
    public async Task<CloseOutcome> ExecuteAsync(ClaimsPrincipal who, Edition edition)
    {
        if (edition.Status == EditionStatus.Open && clock.Today < edition.OpensOn) return new CloseOutcome.NotBegun();
        var closed = await closing.CloseAsync(edition.EditionId,
            (work, open) => EndAsync(work, who, open),
            work => audit.RecordAsync(work, who, "could not close", $"{edition.Survey} {edition.Year}", "its answers could not be counted; it is open again"));
        return closed ? new CloseOutcome.Closed(await later.OfAsync(edition)) : new CloseOutcome.NotOpen();
    }

    // Every report says when it was answered, and that is never a day to come.
    private async Task EndAsync(Work work, ClaimsPrincipal who, Edition edition)
    {
        var last = edition.ClosesOn < clock.Today ? edition.ClosesOn : clock.Today;
        if (last != edition.ClosesOn) await writer.ChangeDatesAsync(work, edition.EditionId, edition.OpensOn, last);
        await lastDay.RecordAsync(work, who, "closed", edition, last);
    }
}
