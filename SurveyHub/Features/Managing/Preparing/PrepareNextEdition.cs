using System.Security.Claims;
using SurveyHub.Data;
using SurveyHub.Definitions;
using SurveyHub.Editions;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing.Preparing;

/// <summary>
/// Stores next year's edition as a draft, so that people can be added before customers can answer. The questionnaire is frozen
/// anew when it is opened; the breaks in the series are confirmed here already, because they are part of the decision.
/// </summary>
public sealed class PrepareNextEdition(Database database, ReadNextEdition reading, EditionWriter writer, AuditLog audit)
{
    public async Task<LaunchOutcome> ExecuteAsync(ClaimsPrincipal who, string survey, EditionForm form)
    {
        if (reading.File(survey) is not { } file) return new LaunchOutcome.NoFile();
        if (file.Definition is not { } definition) return new LaunchOutcome.FileHasErrors(file.Problems);
        return await database.WriteAsync(work => PrepareAsync(work, who, definition, form));
    }

    private async Task<LaunchOutcome> PrepareAsync(Work work, ClaimsPrincipal who, SurveyDefinition definition, EditionForm form)
    {
        var next = await reading.WithinAsync(work, definition, form.Year);
        if (Obstacle(next, form) is { } early) return early;
        // From here on nobody else stores an edition of this survey; whatever was stored in between counts.
        await writer.HoldSurveyAsync(work, next.Questionnaire);
        next = await reading.WithinAsync(work, definition, form.Year);
        if (Obstacle(next, form) is { } late) return late;

        var plan = EditionRules.PlanOf(form);
        await writer.InsertAsync(work, new()
        {
            Year = next.Year,
            Status = EditionStatus.Draft,
            Origin = EditionOrigin.Collected,
            OpensOn = plan.OpensOn,
            ClosesOn = plan.ClosesOn,
            OpenCode = plan.OpenLink ? OpenCode.New() : null,
            Questionnaire = next.Questionnaire,
            ConfirmedBreaks = next.Changes.BrokenItems(form.Ticked),
        });
        await audit.RecordAsync(work, who, "prepared", $"{definition.Survey} {next.Year}", $"planned {plan.OpensOn.Iso} to {plan.ClosesOn.Iso}");
        return new LaunchOutcome.Stored(next.Year);
    }

    private static LaunchOutcome? Obstacle(NextEdition next, EditionForm form)
    {
        if (next.Existing is { } existing)
            return IsSame(existing, next, form) ? new LaunchOutcome.Stored(next.Year) : new LaunchOutcome.YearTaken(existing);
        if (next.OtherDraft is { } draft) return new LaunchOutcome.AnotherInTheWay(draft);
        return EditionRules.Judge(next, form) is { Count: > 0 } problems ? new LaunchOutcome.Refused(problems) : null;
    }

    /// <summary>The same form came twice.</summary>
    private static bool IsSame(Edition existing, NextEdition next, EditionForm form) =>
        existing.Status == EditionStatus.Draft && existing.QuestionnaireSha256 == next.Sha256 && EditionRules.IsAsTyped(existing, form);
}
