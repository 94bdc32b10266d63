using SurveyHub.Responses;

namespace SurveyHub.Features.People.Upload;

/// <summary>A person as a file lists them. What the file has no column for is null, and so is what it leaves empty.</summary>
public sealed record ListedPerson
{
    public required long Line { get; init; }

    /// <summary>As it is stored: without blanks, in small letters.</summary>
    public required string Address { get; init; }
    public string? Name { get; init; }
    public string? Language { get; init; }

    /// <summary>Option key by customer group, of the groups that the file has a column for and does not leave empty.</summary>
    public required IReadOnlyDictionary<string, string> Groups { get; init; }

    /// <summary>What staff say of the person: invited, refused, undeliverable or ineligible. Null when they say nothing.</summary>
    public Disposition? StaffWord { get; init; }
}
