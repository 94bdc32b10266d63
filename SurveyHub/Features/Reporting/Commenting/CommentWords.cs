using SurveyHub.Results.Commenting;
using SurveyHub.Results.Disclosure;

namespace SurveyHub.Features.Reporting.Commenting;

/// <summary>What is said of comments and of filters that there are or are not.</summary>
public static class CommentWords
{
    /// <summary>"good or excellent", "middle or poor".</summary>
    public static string Rating(string part)
    {
        string[] words = [.. part.Split('-').Select(c => Enum.Parse<RatingClass>(c, ignoreCase: true) switch
        {
            RatingClass.Good => "good or excellent",
            RatingClass.Middle => "middle",
            RatingClass.Poor => "poor",
            _ => "no rating",
        })];
        return words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} or {words[^1]}";
    }

    /// <summary>Why a filter is not offered.</summary>
    public static string Refused(CommentRow filter, int minimum) => filter.Reason switch
    {
        Reason.WholeIsHidden => "not offered: the ratings of this service are hidden",
        Reason.ProtectsTwoReports => "not offered: the edition was reopened, and groups stay as they were first published",
        Reason.NotAsked => "not known of anybody here",
        _ => $"not offered: it would set fewer than {minimum} comments apart",
    };

    /// <summary>Why the comments on something are not shown.</summary>
    public static string NotShown(CommentedItem item, int minimum) => item.NobodyWrote ? "Nobody wrote a comment." : $"Fewer than {minimum} comments: not shown.";
}
