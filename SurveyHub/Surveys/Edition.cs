namespace SurveyHub.Surveys;

public enum EditionStatus
{
    /// <summary>Prepared: people may be added, nobody can answer.</summary>
    Draft,
    Open,

    /// <summary>No more answers; the report is published.</summary>
    Closed,
}

/// <summary>Where an edition's answers come from.</summary>
public enum EditionOrigin
{
    /// <summary>Customers answered here.</summary>
    Collected,

    /// <summary>Microdata of another system.</summary>
    Imported,

    /// <summary>Counts only, of earlier years.</summary>
    History,
}

/// <summary>One year's conduct of a survey (DDI: a study).</summary>
public sealed record Edition
{
    /// <summary>Small positive number given at opening.</summary>
    public required int EditionId { get; init; }
    public required string Survey { get; init; }
    public required int Year { get; init; }
    public required EditionStatus Status { get; init; }
    public required EditionOrigin Origin { get; init; }

    /// <summary>First and last day on which customers can answer, both included.</summary>
    public required DateOnly OpensOn { get; init; }
    public required DateOnly ClosesOn { get; init; }

    /// <summary>False where nobody told the days of an imported edition: then they span its year.</summary>
    public bool DaysAreKnown => Origin == EditionOrigin.Collected || (OpensOn, ClosesOn) != (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));

    /// <summary>The code in the edition's open link; null when there is none.</summary>
    public string? OpenCode { get; init; }

    /// <summary>The frozen questionnaire and its SHA-256 (lower-case hexadecimal).</summary>
    public required Questionnaire Questionnaire { get; init; }
    public required string QuestionnaireSha256 { get; init; }

    /// <summary>Item keys at which the owner confirmed a break in the series against the edition before.</summary>
    public required IReadOnlyList<string> ConfirmedBreaks { get; init; }
    public required ItemList Items { get; init; }

    public bool AcceptsAnswersOn(DateOnly day) => Status == EditionStatus.Open && OpensOn <= day && day <= ClosesOn;
}
