using SurveyHub.Responses;

namespace SurveyHub.Features.People.Finding;

/// <summary>A person on the list, as the owner finds them. Whether they have answered is not in it, in no mode.</summary>
public sealed record FoundPerson
{
    public required string Address { get; init; }
    public string? Name { get; init; }
    public string? Language { get; init; }

    /// <summary>The labels of the person's groups, by the group's key.</summary>
    public required IReadOnlyDictionary<string, string> Groups { get; init; }
    public required bool HasLink { get; init; }

    /// <summary>What staff said of the person; invited when nothing.</summary>
    public required Disposition Standing { get; init; }

    /// <summary>As one speaks of them.</summary>
    public string Called => Name ?? Address;
}

/// <summary>One page of the people that were looked for.</summary>
/// <param name="People">Those on the page.</param>
/// <param name="Count">How many there are altogether.</param>
/// <param name="Page">Which page it is: the last one when a later one was asked for.</param>
public sealed record FoundPeople(IReadOnlyList<FoundPerson> People, int Count, int Page)
{
    public int Pages => Math.Max(1, (Count + FindPeople.APage - 1) / FindPeople.APage);
}
