using System.Security.Claims;
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

    private CloseOutcome() { }
}

/// <summary>Ends an edition: no more answers, the figures are computed, the report appears.</summary>
public sealed class CloseEdition(EditionClosing closing, LaterResponses later, AuditLog audit)
{
    public async Task<CloseOutcome> ExecuteAsync(ClaimsPrincipal who, Edition edition)
    {
        var subject = $"{edition.Survey} {edition.Year}";
        try
        {
            var closed = await closing.CloseAsync(edition.EditionId, work => audit.RecordAsync(work, who, "closed", subject, $"last day {edition.ClosesOn.Iso}"));
            return closed ? new CloseOutcome.Closed(await later.OfAsync(edition)) : new CloseOutcome.NotOpen();
        }
        catch
        {
            await audit.RecordAsync(who, "could not close", subject, "its answers could not be counted; it is open again");
            throw;
        }
    }
}
