using SurveyHub.Definitions;
using SurveyHub.Shell.Components;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing.Preparing;

/// <summary>What came of preparing or opening an edition.</summary>
public abstract record LaunchOutcome
{
    /// <summary>It is stored as the form has it, now or when the same form came before.</summary>
    public sealed record Stored(int Year) : LaunchOutcome;

    /// <summary>Something in the form is missing or cannot be; nothing was stored.</summary>
    public sealed record Refused(IReadOnlyList<FormProblem> Problems) : LaunchOutcome;

    /// <summary>The edition in preparation was discarded meanwhile.</summary>
    public sealed record Gone : LaunchOutcome;

    /// <summary>There is no survey file of this key.</summary>
    public sealed record NoFile : LaunchOutcome;

    public sealed record FileHasErrors(IReadOnlyList<DefinitionProblem> Problems) : LaunchOutcome;

    /// <summary>The year has an edition, and not the one of this form.</summary>
    public sealed record YearTaken(Edition Existing) : LaunchOutcome;

    /// <summary>Customers can answer one edition at a time, or owners prepare one.</summary>
    public sealed record AnotherInTheWay(Edition Other) : LaunchOutcome;

    /// <summary>A probe response did not come back as it was written, so nothing was opened.</summary>
    public sealed record ProbeLost(string What) : LaunchOutcome;

    private LaunchOutcome() { }
}
