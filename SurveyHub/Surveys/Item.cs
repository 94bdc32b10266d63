namespace SurveyHub.Surveys;

public enum ItemKind
{
    /// <summary>Code 1 or 0: the customer says they used the service.</summary>
    Usage,
    Rating,
    SingleChoice,

    /// <summary>Code 1 or 0: one option of a multiple choice.</summary>
    Selected,
    Number,
    Text,

    /// <summary>The customer's group; the code is the option's.</summary>
    Group,
}

/// <summary>
/// One column of the answers: a question about a service, a question asked once, one option of a multiple choice, a group.
/// DDI calls it a variable.
/// </summary>
public sealed record Item
{
    /// <summary>Code stored for "not used, cannot judge".</summary>
    public const int CannotJudge = -8;

    /// <summary>Code stored for an item that was shown and left empty. An item that was not shown has no row.</summary>
    public const int Skipped = -9;

    /// <summary>1, 2, 3 … in the order of <see cref="ItemList.Of"/>; identifies the item within its edition.</summary>
    public required int No { get; init; }

    /// <summary>Stable across editions: <c>wifi.reliable</c>, <c>overall</c>, <c>used.wifi</c>, <c>group.department</c>, <c>contact.email</c>.</summary>
    public required string Key { get; init; }
    public required ItemKind Kind { get; init; }
    public string? Service { get; init; }
    public required string Question { get; init; }

    /// <summary>Rating: its scale. </summary>
    public RatingScale? Scale { get; init; }

    /// <summary>Name of the field in which the answer arrives: the item's key, or the question's for an option of a multiple choice.</summary>
    public required string Field { get; init; }

    /// <summary>Multiple choice: the option; usage: the service's key.</summary>
    public string? Option { get; init; }

    /// <summary>This is the rating from which its service's share is taken.</summary>
    public bool IsMain { get; init; }

    /// <summary>This rating says what is expected of the service and not how good it is: it stands in no share (<see cref="Expectations"/>).</summary>
    public bool IsExpectation { get; init; }

    /// <summary>In a bridge year: the key of the question in whose place this one was asked of a random half; nobody answered both.</summary>
    public string? Bridge { get; init; }

    /// <summary>This rating says how good a service is, beside its main rating.</summary>
    public bool IsAspect => this is { Kind: ItemKind.Rating, Service: not null, IsMain: false, IsExpectation: false };

    /// <summary>Name in report files: the service's key for its main rating, otherwise the item's own.</summary>
    public string ReportKey => IsMain ? Service! : Key;
}
