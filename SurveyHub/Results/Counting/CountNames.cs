using System.Globalization;

namespace SurveyHub.Results.Counting;

/// <summary>The names in <c>edition_count</c>.</summary>
public static class CountNames
{
    // Of the answers.
    public const string Responses = "responses";
    public const string CompleteResponses = "responses_complete";

    /// <summary>People with a rating of at least one service.</summary>
    public const string Raters = "raters_pooled";

    /// <summary>People with a rating of at least one of the items whose numbers the value lists, joined by commas.</summary>
    public const string RatersOf = "raters_of";

    /// <summary>The people linked with an earlier edition, by its year: attribute is the item (empty for all services together), value what was counted.</summary>
    public static string Linked(int yearFrom) => string.Create(CultureInfo.InvariantCulture, $"linked:{yearFrom}");

    /// <summary>A figure that is hidden for a reason that the counts do not tell; see <see cref="Disclosure.HiddenFigures"/>. The number says which.</summary>
    public const string Hidden = "hidden";

    /// <summary>How many responses there were in the microdata that somebody took last. Stays whatever is counted anew.</summary>
    public const string HandedOut = "handed_out";

    /// <summary>The edition is closed, and what it forgot is not yet written over in the database. The number means nothing.</summary>
    public const string Traces = "traces";

    /// <summary>The report took the place of an earlier one with figures, which somebody may have kept.</summary>
    public const string Renewed = "renewed";

    /// <summary>Figures of these counts were looked at together with each other, 1 by every two customer groups (methods <c>surveyhub-2</c>), 2 all of them as they are printed, 3 with what intervals they leave of small groups.</summary>
    public const string Crossed = "crossed";

    /// <summary>The patterns of ratings were counted (<c>joint_tally</c>). The number means nothing.</summary>
    public const string Joint = "joint";

    /// <summary>It was looked at what the file of single responses tells: 1 where it withholds ratings, 0 where none.</summary>
    public const string FileWithholds = "file_withholds";

    /// <summary>People with a rating of a service that the file of single responses tells; only where it withholds ratings.</summary>
    public const string RatersInFile = "raters_in_file";

    /// <summary>People who said of a service, whose key the value is, what would just do, what they wish for and what they have.</summary>
    public const string Expecting = "expecting";

    /// <summary>Sums over those who answered early, and over those who answered late; see <see cref="Representing.Waves"/>.</summary>
    public const string Wave = "wave";

    // Of responses that gave up a customer group, by the value they had.
    public const string WithheldResponses = "withheld_responses";
    public const string WithheldComplete = "withheld_responses_complete";

    // Of the frame, by how the invitations ended. They add up to everyone on the list.
    public const string NoReaction = "no_contact";

    /// <summary>Answered, not known whether completely: all that an anonymous edition keeps.</summary>
    public const string Answered = "answered";
    public const string Complete = "complete";
    public const string Partial = "partial";
    public const string Refused = "refused";
    public const string Undeliverable = "undeliverable";
    public const string Ineligible = "ineligible";

    /// <summary>
    /// How many of a count of the frame the first closing told of, in spite of an earlier state: staff's word came after the opening. Part of
    /// that count, and kept for the next closing.
    /// </summary>
    public static string Told(string ofFrame) => ToldPrefix + ofFrame;

    public const string ToldPrefix = "told:";

    /// <summary>What counting the answers writes, and what goes when they are to be counted anew.</summary>
    public static readonly IReadOnlyList<string> OfAnswers = [Responses, CompleteResponses, Raters, RatersOf, Hidden, Crossed, Joint, Wave, Expecting, Renewed];

    public static readonly IReadOnlyList<string> OfFrame = [NoReaction, Answered, Complete, Partial, Refused, Undeliverable, Ineligible];
}
