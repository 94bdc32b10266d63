using SurveyHub.Responses;

namespace SurveyHub.Features.People.Finding;

/// <summary>A person on the list, as the owner finds them. Whether they have answered is not in it, in no mode.</summary>
public sealed record FoundPerson
{
    public required string Address { get; init; }
    public string? Name { get; init; }
    public string? Language { get; init; }

    /// <summary>The labels of the person's groups.</summary>
    public required IReadOnlyList<string> Groups { get; init; }
    public required bool HasLink { get; init; }

    /// <summary>What staff said of the person; invited when nothing.</summary>
    public required Disposition Standing { get; init; }
}
