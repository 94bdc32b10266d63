namespace SurveyHub.Surveys;

/// <summary>The department that owns services: IT, HR, Facilities.</summary>
public sealed record Provider
{
    public required string Key { get; init; }
    public required LocalText Name { get; init; }
}

/// <summary>What is rated. Its key is its identity through all editions.</summary>
public sealed record Service
{
    public required string Key { get; init; }
    public required LocalText Name { get; init; }

    /// <summary>What customers may expect of it, in a sentence.</summary>
    public LocalText? Description { get; init; }
    public required string Provider { get; init; }

    /// <summary>Address or name of the person who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>A heading under which services stand together.</summary>
    public string? Group { get; init; }

    /// <summary>Good-or-excellent share aimed at, 0 to 1.</summary>
    public double? Target { get; init; }

    /// <summary>First and last year in which it is asked about; null is open.</summary>
    public int? ActiveFrom { get; init; }
    public int? ActiveTo { get; init; }

    public bool IsActiveIn(int year) => (ActiveFrom ?? int.MinValue) <= year && year <= (ActiveTo ?? int.MaxValue);
}
