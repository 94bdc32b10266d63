using System.Security.Claims;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing.Running;

public abstract record SwitchOutcome
{
    /// <summary>It is as it was asked to be, now or before.</summary>
    public sealed record Switched : SwitchOutcome;

    /// <summary>A closed edition takes no answers, by whatever link.</summary>
    public sealed record EditionClosed : SwitchOutcome;

    private SwitchOutcome() { }
}

/// <summary>Switches the one address for all on or off. Off and on again it is the same address, so that posters go on working.</summary>
public sealed class SwitchOpenLink(Database database, EditionWriter writer, AuditLog audit)
{
    public Task<SwitchOutcome> ExecuteAsync(ClaimsPrincipal who, Edition edition, bool on) =>
        database.WriteAsync(work => SwitchAsync(work, who, edition, on));

    private async Task<SwitchOutcome> SwitchAsync(Work work, ClaimsPrincipal who, Edition edition, bool on)
    {
        // Held until the commit: an edition that somebody closes in this moment gets no link.
        if (await work.FindAsync<string>($"select status from edition where edition_id = @EditionId {work.Dialect.ForUpdate}", new { edition.EditionId }) is "closed" or null)
            return new SwitchOutcome.EditionClosed();
        var changed = on
            ? await writer.WakeOpenCodeAsync(work, edition.EditionId, OpenCode.New())
            : await writer.RestOpenCodeAsync(work, edition.EditionId);
        // Never the address itself: the log is read by people who have no business in it.
        if (changed) await audit.RecordAsync(work, who, on ? "switched the open link on" : "switched the open link off", $"{edition.Survey} {edition.Year}");
        return new SwitchOutcome.Switched();
    }
}
