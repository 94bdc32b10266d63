using SurveyHub.Features.People.Upload;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Saving;

/// <summary>
/// What a file changes about one person. What the file leaves empty stays as it is. Whether somebody has answered does not count
/// here: a preview that told would tell who answered.
/// </summary>
internal sealed record PersonChange
{
    public required string Address { get; init; }
    public string? Name { get; init; }
    public string? Language { get; init; }
    public required IReadOnlyDictionary<string, string> Groups { get; init; }
    public required bool IsNew { get; init; }
    public required bool IsOtherwise { get; init; }

    /// <summary>Staff's word, where it differs from how the person stands.</summary>
    public Disposition? StaffWord { get; init; }

    public bool IsChanged => !IsNew && (IsOtherwise || StaffWord is not null);

    public static PersonChange Of(ListedPerson listed, KnownPerson? known, Questionnaire questionnaire)
    {
        if (known is null)
            return new()
            {
                Address = listed.Address, Name = listed.Name, Language = listed.Language, Groups = listed.Groups, IsNew = true, IsOtherwise = false,
                StaffWord = listed.StaffWord == Disposition.Invited ? null : listed.StaffWord,
            };
        var groups = new Dictionary<string, string>(FrameStore.Groups(known.Groups), StringComparer.Ordinal);
        foreach (var (group, option) in listed.Groups) groups[group] = option;
        var (name, language) = (listed.Name ?? known.Name, listed.Language ?? known.Language);
        return new()
        {
            Address = listed.Address,
            Name = name,
            Language = language,
            Groups = groups,
            IsNew = false,
            IsOtherwise = name != known.Name || language != known.Language || FrameStore.Text(questionnaire, groups) != known.Groups,
            StaffWord = listed.StaffWord == known.Standing || IsOwnRefusal(listed, known) ? null : listed.StaffWord,
        };
    }

    // Who said no themselves is not invited again by a column of a file.
    private static bool IsOwnRefusal(ListedPerson listed, KnownPerson known) =>
        listed.StaffWord == Disposition.Invited && known is { Standing: Disposition.Refused, EarlierDisposition: null };
}
