using SurveyHub.Results;

namespace SurveyHub.Features.Reporting;

/// <summary>What readers are told of figures that rest on who gave which answers together (docs/adr/0010, rule 6).</summary>
internal static class TogetherWords
{
    private const string OfFile = "Which ratings go together is taken from the answers that the file of single responses tells.";

    private const string NoProof = "What rests on who gave which answers together is told with two digits, so that single answers stay open; for a group whose members answered everything else alike, that is not proven.";

    /// <summary>Behind a number of people where some answers are withheld.</summary>
    public static string Among(EditionReport report) => report.Telling is { Withholds: true } ? ", among the answers that the file of single responses tells" : "";

    /// <summary>How precise a headline over services is: from what it comes, and with how many digits.</summary>
    public static string Precision(EditionReport report) => string.Join(' ', new[]
    {
        report.Telling is { Withholds: true } ? OfFile : null,
        report.IsToldInFull ? null : "How precise it is, is told with two digits and no more: at full length it would tell how some people answered. The limits are computed from these two digits.",
    }.Where(s => s is not null));

    /// <summary>What such figures do not tell.</summary>
    public static string Disclosure(EditionReport report) => report.Telling switch
    {
        null => NoProof,
        { Withholds: true } => "What rests on who gave which answers together follows from what the file of single responses tells, and says nothing of the answers that are withheld there.",
        _ => "No rating of this edition is withheld in the file of single responses.",
    };
}
