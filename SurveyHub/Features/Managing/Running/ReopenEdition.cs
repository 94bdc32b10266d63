using System.Security.Claims;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Results;
using SurveyHub.Shell.Components;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing.Running;

public abstract record ReopenOutcome
{
    public sealed record Reopened : ReopenOutcome;
    public sealed record Refused(FormProblem Problem) : ReopenOutcome;
    public sealed record NotClosed : ReopenOutcome;

    /// <summary>It came from elsewhere, as answers or as counts: nobody has a link to go on with.</summary>
    public sealed record CameFromElsewhere : ReopenOutcome;

    /// <summary>A later one was held: today's answers are none of that year's.</summary>
    public sealed record NotTheLatest(Edition Latest) : ReopenOutcome;

    /// <summary>It was closed a moment ago, and its answers are being counted.</summary>
    public sealed record BeingCounted : ReopenOutcome;

    /// <summary>Customers can answer one edition at a time.</summary>
    public sealed record AnotherIsOpen(Edition Other) : ReopenOutcome;

    private ReopenOutcome() { }
}

/// <summary>Lets customers answer a closed edition again. Its report disappears until it is closed once more; its answers stay.</summary>
public sealed class ReopenEdition(Database database, EditionClosing closing, EditionWriter writer, EditionStore editions, LastDay lastDay)
{
    public async Task<ReopenOutcome> ExecuteAsync(ClaimsPrincipal who, Edition edition, string? closes)
    {
        if (edition.Origin != EditionOrigin.Collected) return new ReopenOutcome.CameFromElsewhere();
        if (lastDay.Judge(edition, closes) is { } problem) return new ReopenOutcome.Refused(problem);
        return await database.WriteAsync(work => ReopenAsync(work, who, edition, Days.Read(closes)!.Value));
    }

    private async Task<ReopenOutcome> ReopenAsync(Work work, ClaimsPrincipal who, Edition edition, DateOnly closesOn)
    {
        // From here on nobody else opens an edition of this survey.
        await writer.HoldSurveyAsync(work, edition.Questionnaire);
        var all = await editions.OfSurveyAsync(work.Connection, edition.Survey, work.Transaction);
        if (all.FirstOrDefault(e => e.Status == EditionStatus.Open && e.EditionId != edition.EditionId) is { } other) return new ReopenOutcome.AnotherIsOpen(other);
        if (all.Where(e => e.Status == EditionStatus.Closed).MaxBy(e => e.Year) is { } latest && latest.Year > edition.Year) return new ReopenOutcome.NotTheLatest(latest);
        if (all.First(e => e.EditionId == edition.EditionId).Status != EditionStatus.Closed) return new ReopenOutcome.NotClosed();
        if (!await HasReportAsync(work, edition)) return new ReopenOutcome.BeingCounted();
        if (!await closing.ReopenAsync(work, edition.EditionId)) return new ReopenOutcome.NotClosed();
        await writer.ChangeDatesAsync(work, edition.EditionId, edition.OpensOn, closesOn);
        await lastDay.RecordAsync(work, who, "reopened", edition, closesOn);
        return new ReopenOutcome.Reopened();
    }

    private static async Task<bool> HasReportAsync(Work work, Edition edition) =>
        await work.FindAsync<int>("select count(*) from report_table where edition_id = @EditionId", new { edition.EditionId }) > 0;
}
