using SurveyHub.Surveys;

namespace SurveyHub.Editions;

/// <summary>What is needed to store an edition.</summary>
public sealed record NewEdition
{
    public required int Year { get; init; }
    public required EditionStatus Status { get; init; }
    public required EditionOrigin Origin { get; init; }
    public required DateOnly OpensOn { get; init; }
    public required DateOnly ClosesOn { get; init; }
    public string? OpenCode { get; init; }
    public required Questionnaire Questionnaire { get; init; }
    public IReadOnlyList<string> ConfirmedBreaks { get; init; } = [];
}
