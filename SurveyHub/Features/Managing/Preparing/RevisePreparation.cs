using System.Security.Claims;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing.Preparing;

/// <summary>
/// Gives an edition in preparation other days, and what the survey file says now: without it a department added to the file could
/// not be used in the list of people before the edition opens.
/// </summary>
public sealed class RevisePreparation(StoreEdition storing, EditionWriter writer, AuditLog audit)
{
    public Task<LaunchOutcome> ExecuteAsync(ClaimsPrincipal who, string survey, EditionForm form) =>
        storing.ExecuteAsync(survey, form, (_, next) => Task.FromResult(Obstacle(next, form)), (work, next) => ReviseAsync(work, who, next, form));

    private static LaunchOutcome? Obstacle(NextEdition next, EditionForm form)
    {
        if (next.Existing is not { } draft) return new LaunchOutcome.Gone();
        if (draft.Status != EditionStatus.Draft) return new LaunchOutcome.YearTaken(draft);
        return EditionRules.Judge(next, form) is { Count: > 0 } problems ? new LaunchOutcome.Refused(problems) : null;
    }

    private async Task ReviseAsync(Work work, ClaimsPrincipal who, NextEdition next, EditionForm form)
    {
        await ReviseAsync(work, writer, next.Existing!.EditionId, next, form);
        var plan = EditionRules.PlanOf(form);
        await audit.RecordAsync(work, who, "revised", $"{next.Definition.Survey} {next.Year}", $"planned {plan.OpensOn.Iso} to {plan.ClosesOn.Iso}");
    }

    /// <summary>What a draft takes over from the file and the form, when it is revised and once more when it is opened.</summary>
    internal static async Task ReviseAsync(Work work, EditionWriter writer, int editionId, NextEdition next, EditionForm form)
    {
        var plan = EditionRules.PlanOf(form);
        await writer.ReplaceQuestionnaireAsync(work, editionId, next.Questionnaire, next.Changes.BrokenItems(form.Ticked));
        await writer.ChangeDatesAsync(work, editionId, plan.OpensOn, plan.ClosesOn);
        if (plan.OpenLink) await writer.WakeOpenCodeAsync(work, editionId, OpenCode.New());
        else await writer.RestOpenCodeAsync(work, editionId);
    }
}
