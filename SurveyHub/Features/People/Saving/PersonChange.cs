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

    /// <summary>The file says other groups than those that stay.</summary>
    public bool HasOtherGroups { get; init; }

    /// <summary>Staff's word, where it differs from how the person stands.</summary>
    public Disposition? StaffWord { get; init; }

    public bool IsChanged => !IsNew && (IsOtherwise || StaffWord is not null);

    /// <param name="listed">The person as the file has them.</param>
    /// <param name="known">As the list has them; null when it does not.</param>
    /// <param name="questionnaire">The edition's.</param>
    /// <param name="groupsStay">From the opening on: an answer that was given is counted in the groups it was given in, and groups that moved for the others alone would tell which.</param>
    public static PersonChange Of(ListedPerson listed, KnownPerson? known, Questionnaire questionnaire, bool groupsStay)
    {
        if (known is null)
            return new()
            {
                Address = listed.Address, Name = listed.Name, Language = listed.Language, Groups = listed.Groups, IsNew = true, IsOtherwise = false,
                StaffWord = listed.StaffWord == Disposition.Invited ? null : listed.StaffWord,
            };
        var groups = new Dictionary<string, string>(FrameStore.Groups(known.Groups), StringComparer.Ordinal);
        var hasOther = listed.Groups.Any(g => groups.GetValueOrDefault(g.Key) != g.Value);
        if (!groupsStay)
            foreach (var (group, option) in listed.Groups) groups[group] = option;
        var (name, language) = (listed.Name ?? known.Name, listed.Language ?? known.Language);
        return new()
        {
            Address = listed.Address,
            Name = name,
            Language = language,
            Groups = groups,
            IsNew = false,
            IsOtherwise = name != known.Name || language != known.Language || (!groupsStay && FrameStore.Text(questionnaire, groups) != known.Groups),
            HasOtherGroups = groupsStay && hasOther,
            StaffWord = listed.StaffWord == known.Standing || IsOwnRefusal(listed, known) ? null : listed.StaffWord,
        };
    }

    // Who said no themselves is not invited again by a column of a file.
    private static bool IsOwnRefusal(ListedPerson listed, KnownPerson known) =>
        listed.StaffWord == Disposition.Invited && known is { Standing: Disposition.Refused, EarlierDisposition: null };
}
