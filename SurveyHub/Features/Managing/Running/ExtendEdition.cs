using System.Security.Claims;
using SurveyHub.Data;
using SurveyHub.Shell.Components;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing.Running;

public abstract record ExtendOutcome
{
    public sealed record Extended(DateOnly ClosesOn) : ExtendOutcome;
    public sealed record Refused(FormProblem Problem) : ExtendOutcome;

    /// <summary>It is not open (any more), or somebody else set another last day since the page was read.</summary>
    public sealed record ChangedMeanwhile : ExtendOutcome;

    private ExtendOutcome() { }
}

/// <summary>Sets another last day of an open edition, later as a rule.</summary>
public sealed class ExtendEdition(Database database, LastDay lastDay)
{
    /// <param name="who">Who extends it.</param>
    /// <param name="edition">The edition as it is stored now.</param>
    /// <param name="closes">The new last day as typed.</param>
    /// <param name="seen">The last day that the page showed.</param>
    public async Task<ExtendOutcome> ExecuteAsync(ClaimsPrincipal who, Edition edition, string? closes, DateOnly? seen)
    {
        if (lastDay.Judge(edition, closes) is { } problem) return new ExtendOutcome.Refused(problem);
        var closesOn = Days.Read(closes)!.Value;
        // The same form came twice.
        if (edition.Status == EditionStatus.Open && edition.ClosesOn == closesOn) return new ExtendOutcome.Extended(closesOn);
        return await database.WriteAsync(work => ExtendAsync(work, who, edition with { ClosesOn = seen ?? edition.ClosesOn }, closesOn));
    }

    private async Task<ExtendOutcome> ExtendAsync(Work work, ClaimsPrincipal who, Edition seen, DateOnly closesOn)
    {
        var changed = await work.ExecuteAsync(
            "update edition set closes_on = @closesOn where edition_id = @EditionId and status = 'open' and closes_on = @before",
            new { closesOn, seen.EditionId, before = seen.ClosesOn });
        if (changed == 0) return new ExtendOutcome.ChangedMeanwhile();
        await lastDay.RecordAsync(work, who, closesOn > seen.ClosesOn ? "extended" : "shortened", seen, closesOn);
        return new ExtendOutcome.Extended(closesOn);
    }
}
