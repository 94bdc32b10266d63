namespace SurveyHub.Features.Managing.Preparing;

/// <summary>What the owner typed on the way to an edition, as the form sent it.</summary>
public sealed record EditionForm
{
    public required int Year { get; init; }
    public string? Opens { get; init; }
    public string? Closes { get; init; }

    /// <summary>Customers without a personal link can answer by one address for all.</summary>
    public bool OpenLink { get; init; }

    /// <summary>Ids of the boxes that were ticked: breaks confirmed, and changes declared to be breaks.</summary>
    public IReadOnlyCollection<string> Ticked { get; init; } = [];

    /// <summary>SHA-256 of the questionnaire that the page showed; null asks for no comparison.</summary>
    public string? Seen { get; init; }
}

/// <summary>A form that can be acted on.</summary>
public sealed record EditionPlan(DateOnly OpensOn, DateOnly ClosesOn, bool OpenLink);
