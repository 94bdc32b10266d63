namespace SurveyHub.Surveys;

public enum GroupSource
{
    /// <summary>The customer is asked, and may decline.</summary>
    Asked,

    /// <summary>Known from the frame, by the personal link. By the open link it is asked.</summary>
    Invitation,
}

/// <summary>An attribute by which results are split: department, role, site.</summary>
public sealed record CustomerGroup
{
    public required string Key { get; init; }

    /// <summary>The attribute's name in reports ("Department").</summary>
    public required LocalText Name { get; init; }

    /// <summary>The question to the customer.</summary>
    public required LocalText Text { get; init; }
    public required GroupSource Source { get; init; }
    public required IReadOnlyList<ChoiceOption> Options { get; init; }
}
