using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Saving;

/// <summary>What a file would change, before it does.</summary>
public sealed record PeoplePreview
{
    public required int New { get; init; }

    /// <summary>On the list already, and the file says something else of them.</summary>
    public required int Changed { get; init; }
    public required int Same { get; init; }

    /// <summary>Of whom the file says other groups than the list, which stay as they are from the opening on.</summary>
    public required int OtherGroups { get; init; }
    public required IReadOnlyList<GroupPreview> Groups { get; init; }

    /// <summary>People of whom no language is known: they are greeted in the survey's first one.</summary>
    public required int WithoutLanguage { get; init; }

    public int People => New + Changed + Same;
}

/// <summary>How the people of a file divide into the options of a group. Null: the file has no column for it.</summary>
public sealed record GroupPreview(CustomerGroup Group, IReadOnlyList<OptionPreview>? Options);

/// <param name="Label">The option's label; null for "not known".</param>
/// <param name="People">In the file, or known of people in the file.</param>
/// <param name="New">Those of them who are not on the list yet.</param>
public sealed record OptionPreview(string? Label, int People, int New);
