using System.Security.Claims;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Features.Managing.Preparing;
using SurveyHub.Responses;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing.Opening;

/// <summary>
/// Opens an edition, prepared or not: freezes what the survey file says now, and proves with a probe response that answers to it
/// are stored. All of it or nothing.
/// </summary>
public sealed class OpenEdition(StoreEdition storing, ReadNextEdition reading, EditionWriter writer, AuditLog audit, TimeProvider clock)
{
    public async Task<LaunchOutcome> ExecuteAsync(ClaimsPrincipal who, string survey, EditionForm form)
    {
        try
        {
            return await storing.ExecuteAsync(
                survey, form, (work, next) => ObstacleAsync(work, next, form), (work, next) => OpenAsync(work, who, next, form));
        }
        catch (ProbeLostException lost)
        {
            return new LaunchOutcome.ProbeLost(lost.Message);
        }
    }

    private async Task OpenAsync(Work work, ClaimsPrincipal who, NextEdition next, EditionForm form)
    {
        var edition = await FreezeAsync(work, next, form);
        if (await ProbeResponse.FindLossAsync(work, edition) is { } lost) throw new ProbeLostException(lost);
        await audit.RecordAsync(work, who, "opened", $"{next.Definition.Survey} {next.Year}", Detail(next, EditionRules.PlanOf(form)));
    }

    private async Task<LaunchOutcome?> ObstacleAsync(Work work, NextEdition next, EditionForm form)
    {
        if (next.Existing is { Status: not EditionStatus.Draft } existing)
            return EditionRules.IsAsAskedBy(existing, EditionStatus.Open, next, form) ? new LaunchOutcome.Stored(next.Year) : new LaunchOutcome.YearTaken(existing);
        if (next.OtherOpen is { } open) return new LaunchOutcome.AnotherInTheWay(open);
        var people = next.Existing is null ? 0 : await FramedPeople.CountAsync(work, next.Existing.EditionId);
        IReadOnlyList<Shell.Components.FormProblem> problems = [.. EditionRules.Judge(next, form), .. EditionRules.JudgeOpening(form, people, clock.Today)];
        return problems.Count > 0 ? new LaunchOutcome.Refused(problems) : null;
    }

    private async Task<Edition> FreezeAsync(Work work, NextEdition next, EditionForm form)
    {
        if (next.Existing is { EditionId: var editionId })
        {
            await RevisePreparation.ReviseAsync(work, writer, editionId, next, form);
            await writer.ChangeStatusAsync(work, editionId, EditionStatus.Draft, EditionStatus.Open);
        }
        else
        {
            await writer.InsertAsync(work, next.AsAskedBy(form, EditionStatus.Open));
        }
        var edition = (await reading.WithinAsync(work, next.Definition, next.Year)).Existing!;
        await FrameGroups.FitAsync(work, edition);
        await FrameStore.SettleAsync(work, edition.EditionId);
        return edition;
    }

    private static string Detail(NextEdition next, EditionPlan plan) =>
        $"from {plan.OpensOn.Iso} to {plan.ClosesOn.Iso}, questionnaire {next.Sha256[..12]}"
        + next.Changes.Breaks.Count switch { 0 => "", 1 => ", 1 break confirmed", var n => $", {n} breaks confirmed" }
        + next.Changes.Followed.Count switch { 0 => "", 1 => ", 1 entry of the lineage confirmed", var n => $", {n} entries of the lineage confirmed" };

    /// <summary>Undoes the whole opening.</summary>
    private sealed class ProbeLostException(string what) : Exception(what);
}
