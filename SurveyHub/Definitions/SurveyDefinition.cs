using SurveyHub.Surveys;

namespace SurveyHub.Definitions;

/// <summary>A day of any year.</summary>
public readonly record struct DayOfYear(int Month, int Day)
{
    public DateOnly In(int year) => new(year, Month, Day);
}

/// <summary>What a survey file says: the draft of every edition that is opened from it.</summary>
public sealed record SurveyDefinition
{
    /// <summary>The questionnaire with the services of all years.</summary>
    public required Questionnaire AllYears { get; init; }

    /// <summary>First and last day suggested for answering.</summary>
    public DayOfYear? Opens { get; init; }
    public DayOfYear? Closes { get; init; }

    public string Survey => AllYears.Survey;

    /// <summary>The questionnaire of one year's edition: only services active in that year, of which there may be none, and what has happened until then.</summary>
    public Questionnaire For(int year) => AllYears with
    {
        Services = [.. AllYears.Services.Where(s => s.IsActiveIn(year))],
        Lineage = AllYears.Lineage?.Where(e => e.Year <= year).ToArray() is { Length: > 0 } lineage ? lineage : null,
    };
}

/// <summary>What came of reading a file.</summary>
/// <param name="Definition">Null when the file has an error.</param>
/// <param name="Problems">From the file's top to its bottom; warnings may stand here beside a definition.</param>
public sealed record DefinitionResult(SurveyDefinition? Definition, IReadOnlyList<DefinitionProblem> Problems);
