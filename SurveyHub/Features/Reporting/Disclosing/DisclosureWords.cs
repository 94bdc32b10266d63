using SurveyHub.Results.Disclosure;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Disclosing;

/// <summary>Why a figure is hidden, as readers are told.</summary>
internal static class DisclosureWords
{
    /// <summary>A choice among comments: by rating or by customer group.</summary>
    public static bool IsFilter(LedgerRow row) => row is { Of: LedgerRow.Comments, Attribute.Length: > 0 };

    /// <summary>Behind a number of figures or lists of comments.</summary>
    public static string Because(LedgerRow row, int count, Questionnaire questionnaire) => row switch
    {
        { Of: LedgerRow.Comments, Reason: Reason.TooFewAnswers } when IsFilter(row) => $"would set fewer than {questionnaire.MinimumForComments} comments apart",
        { Of: LedgerRow.Comments, Reason: Reason.TooFewAnswers } => $"{(count == 1 ? "has" : "have")} fewer than {questionnaire.MinimumForComments} comments",
        _ => Because(row.Reason, count, questionnaire.MinimumAnswers),
    };

    /// <summary>A sentence about one figure or list of comments.</summary>
    public static string Sentence(LedgerRow row, Questionnaire questionnaire) => row switch
    {
        { Of: LedgerRow.Comments, Reason: Reason.TooFewAnswers } when IsFilter(row) => $"It would set fewer than {questionnaire.MinimumForComments} comments apart.",
        { Of: LedgerRow.Comments, Reason: Reason.TooFewAnswers } => $"Fewer than {questionnaire.MinimumForComments} comments.",
        _ => Sentence(row.Reason, questionnaire.MinimumAnswers),
    };

    /// <summary>Behind a number of figures: "9 have fewer than 10 answers".</summary>
    public static string Because(Reason reason, int count, int minimum) => (reason, count == 1) switch
    {
        (Reason.TooFewAnswers, true) => $"has fewer than {minimum} answers",
        (Reason.TooFewAnswers, _) => $"have fewer than {minimum} answers",
        (Reason.TooFewForSpread, true) => "has too few answers for a spread",
        (Reason.TooFewForSpread, _) => "have too few answers for a spread",
        (Reason.ProtectsSameTable, true) => "protects a smaller one beside it",
        (Reason.ProtectsSameTable, _) => "protect a smaller one beside them",
        (Reason.ProtectsOtherGroup, true) => "protects a group of another kind",
        (Reason.ProtectsOtherGroup, _) => "protect a group of another kind",
        (Reason.ProtectsTwoReports, true) => "protects those who answered between two reports",
        (Reason.ProtectsTwoReports, _) => "protect those who answered between two reports",
        (Reason.ProtectsOthers, true) => "protects a smaller one",
        (Reason.ProtectsOthers, _) => "protect a smaller one",
        (Reason.FewNotKnown, true) => "is of a few people whose group is not known",
        (Reason.FewNotKnown, _) => "are of a few people whose group is not known",
        (Reason.WholeIsHidden, true) => "is part of a hidden figure",
        (Reason.WholeIsHidden, _) => "are part of a hidden figure",
        (Reason.NearlyAllAlike, true) => "says only “over 95 %” or “under 5 %”, because nearly all of a few answered alike",
        (Reason.NearlyAllAlike, _) => "say only “over 95 %” or “under 5 %”, because nearly all of a few answered alike",
        (Reason.TooFewForCorrelation, true) => "has too few answers for a correlation",
        (Reason.TooFewForCorrelation, _) => "have too few answers for a correlation",
        (Reason.TooFewToWeight, true) => "has too few answers to weight",
        (Reason.TooFewToWeight, _) => "have too few answers to weight",
        (Reason.TooFewForOthers, true) => "has fewer than ten answers",
        (Reason.TooFewForOthers, _) => "have fewer than ten answers",
        (Reason.MinimumBelowTen, _) => "because this survey shows groups of fewer than ten",
        _ => Reasons.WordsOf(reason),
    };

    /// <summary>A sentence about one figure.</summary>
    public static string Sentence(Reason reason, int minimum) => reason switch
    {
        Reason.TooFewAnswers => $"Fewer than {minimum} answers.",
        Reason.TooFewForSpread => "Enough answers for a share, too few to say how they spread.",
        Reason.ProtectsSameTable => "Enough answers, but the total minus what else is shown would give a smaller one away.",
        Reason.ProtectsOtherGroup => "Enough answers, but set against groups of another kind it would tell of a few people.",
        Reason.ProtectsTwoReports => "Enough answers, but set against the report of before the reopening it would tell of a few people.",
        Reason.ProtectsOthers => "Enough answers, but a smaller figure could be worked out from it.",
        Reason.FewNotKnown => "So few of an unknown group that they may be small groups whose names are known.",
        Reason.WholeIsHidden => "It belongs to a figure that is hidden.",
        Reason.NearlyAllAlike => "Nearly all of a few answered alike: it says only “over 95 %” or “under 5 %”, without a base.",
        Reason.TooFewForCorrelation => "Enough answers for a share, too few for a correlation.",
        Reason.TooFewToWeight => "Enough answers for a share, too few to weight it: one answer in another group would show.",
        Reason.TooFewForOthers => "Fewer than ten answers: other organisations cannot judge how few are too few here.",
        Reason.MinimumBelowTen => "This survey shows groups of fewer than ten; larger ones and their total would tell these.",
        _ => Reasons.WordsOf(reason),
    };
}
