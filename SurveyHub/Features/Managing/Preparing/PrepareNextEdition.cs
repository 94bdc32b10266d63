using System.Security.Claims;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing.Preparing;

/// <summary>
/// Stores next year's edition as a draft, so that people can be added before customers can answer. The questionnaire is frozen
/// anew when it is opened; the breaks in the series are confirmed here already, because they are part of the decision.
/// </summary>
public sealed class PrepareNextEdition(StoreEdition storing, EditionWriter writer, AuditLog audit)
{
    public Task<LaunchOutcome> ExecuteAsync(ClaimsPrincipal who, string survey, EditionForm form) =>
        storing.ExecuteAsync(survey, form, (_, next) => Task.FromResult(Obstacle(next, form)), (work, next) => PrepareAsync(work, who, next, form));

    private async Task PrepareAsync(Work work, ClaimsPrincipal who, NextEdition next, EditionForm form)
    {
        var plan = EditionRules.PlanOf(form);
        await writer.InsertAsync(work, next.AsAskedBy(form, EditionStatus.Draft));
        await audit.RecordAsync(work, who, "prepared", $"{next.Definition.Survey} {next.Year}", $"planned {plan.OpensOn.Iso} to {plan.ClosesOn.Iso}");
    }

    private static LaunchOutcome? Obstacle(NextEdition next, EditionForm form)
    {
        if (next.Existing is { } existing)
            return EditionRules.IsAsAskedBy(existing, EditionStatus.Draft, next, form) ? new LaunchOutcome.Stored(next.Year) : new LaunchOutcome.YearTaken(existing);
        if (next.OtherDraft is { } draft) return new LaunchOutcome.AnotherInTheWay(draft);
        return EditionRules.Judge(next, form) is { Count: > 0 } problems ? new LaunchOutcome.Refused(problems) : null;
    }
}
