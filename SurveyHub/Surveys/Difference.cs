using System.Security.Cryptography;
using System.Text;

namespace SurveyHub.Surveys;

/// <summary>What a difference does to the comparison with the year before (methodology M13).</summary>
public enum SeriesEffect
{
    /// <summary>Nothing: told so that nobody is surprised.</summary>
    None,

    /// <summary>Comparable unless the survey's owner says otherwise.</summary>
    Ask,

    /// <summary>The series goes on in another form, as the file declares; the survey's owner confirms it before the edition opens.</summary>
    Follow,

    /// <summary>Not comparable; the survey's owner confirms it before the edition opens.</summary>
    Break,
}

public enum DifferenceSubject
{
    Survey,
    Service,
    Scale,

    /// <summary>A question of the rating template, asked for every service.</summary>
    ServiceQuestion,
    Group,
    LastQuestion,
}

/// <summary>One difference between two editions' questionnaires, in words.</summary>
public sealed record Difference
{
    /// <summary>Names the difference in a form: <c>scale.quality5.options</c>. Unique among the differences of two questionnaires.</summary>
    public required string Key { get; init; }
    public required DifferenceSubject Subject { get; init; }

    /// <summary>What is different, in a sentence for the survey's owner.</summary>
    public required string Sentence { get; init; }
    public SeriesEffect Effect { get; init; } = SeriesEffect.None;

    /// <summary>Keys of the items whose series is concerned; <see cref="QuestionnaireDiff.Headline"/> for the headline. Empty without an effect.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>What to write into the file if it is what it looks like; null where it looks like nothing else.</summary>
    public string? Proposal { get; init; }

    /// <summary>Names this very sentence in a form: a box that was ticked for another one does not count.</summary>
    public string Id => $"{Key}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sentence)))[..8]}";
}
