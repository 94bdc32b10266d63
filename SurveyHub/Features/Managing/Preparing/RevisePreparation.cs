using System.Security.Claims;
using SurveyHub.Data;
using SurveyHub.Definitions;
using SurveyHub.Editions;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing.Preparing;

/// <summary>
/// Gives an edition in preparation other days, and what the survey file says now: without it a department added to the file could
/// not be used in the list of people before the edition opens.
/// </summary>
public sealed class RevisePreparation(Database database, ReadNextEdition reading, EditionWriter writer, AuditLog audit)
{
    public async Task<LaunchOutcome> ExecuteAsync(ClaimsPrincipal who, string survey, EditionForm form)
    {
        if (reading.File(survey) is not { } file) return new LaunchOutcome.NoFile();
        if (file.Definition is not { } definition) return new LaunchOutcome.FileHasErrors(file.Problems);
        return await database.WriteAsync(work => ReviseAsync(work, who, definition, form));
    }

    private async Task<LaunchOutcome> ReviseAsync(Work work, ClaimsPrincipal who, SurveyDefinition definition, EditionForm form)
    {
        var next = await reading.WithinAsync(work, definition, form.Year);
        if (next.Existing is null) return new LaunchOutcome.Gone();
        await writer.HoldSurveyAsync(work, next.Questionnaire);
        next = await reading.WithinAsync(work, definition, form.Year);
        if (next.Existing is not { } draft) return new LaunchOutcome.Gone();
        if (draft.Status != EditionStatus.Draft) return new LaunchOutcome.YearTaken(draft);
        if (EditionRules.Judge(next, form) is { Count: > 0 } problems) return new LaunchOutcome.Refused(problems);

        var plan = EditionRules.PlanOf(form);
        await ReviseAsync(work, writer, draft.EditionId, next, plan, next.Changes.BrokenItems(form.Ticked));
        await audit.RecordAsync(work, who, "revised", $"{definition.Survey} {next.Year}", $"planned {plan.OpensOn.Iso} to {plan.ClosesOn.Iso}");
        return new LaunchOutcome.Stored(next.Year);
    }

    /// <summary>What a draft takes over from the file and the form, when it is revised and once more when it is opened.</summary>
    internal static async Task ReviseAsync(Work work, EditionWriter writer, int editionId, NextEdition next, EditionPlan plan, IReadOnlyList<string> broken)
    {
        await writer.ReplaceQuestionnaireAsync(work, editionId, next.Questionnaire, broken);
        await writer.ChangeDatesAsync(work, editionId, plan.OpensOn, plan.ClosesOn);
        if (plan.OpenLink) await writer.WakeOpenCodeAsync(work, editionId, OpenCode.New());
        else await writer.RestOpenCodeAsync(work, editionId);
    }
}
