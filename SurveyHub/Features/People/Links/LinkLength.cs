using SurveyHub.Responses;
using SurveyHub.Shell;

namespace SurveyHub.Features.People.Links;

/// <summary>How long links become with the host: a link that a mail program breaks in two leads nowhere.</summary>
public static class LinkLength
{
    /// <summary>Characters, the scheme not counted: what fits on a line of a mail, and what somebody can type from paper.</summary>
    public const int Most = 45;

    public static int Of(string site) => site[(site.IndexOf("://", StringComparison.Ordinal) + 3)..].Length + Urls.Answer(new string('x', LinkSecret.Length)).Length;

    /// <summary>How long the host may be at most.</summary>
    public static int LongestHost => Most - Of("://");
}
