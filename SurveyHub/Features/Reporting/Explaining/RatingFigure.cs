using SurveyHub.Features.Reporting.Bridging;
using SurveyHub.Features.Reporting.Drawing;
using SurveyHub.Results;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>The share of good or excellent of one rating: a service's, a further question's, the overall question's.</summary>
internal static class RatingFigure
{
    public static ExplainedFigure? Of(EditionReport report, string key)
    {
        if (RowOf(report, key) is not { } row || ItemOf(report.Edition, key) is not { } item) return null;
        var questionnaire = report.Edition.Questionnaire;
        var figure = new ExplainedFigure
        {
            Place = FigurePlace.Rating(key),
            Title = $"{NameOf(questionnaire, item)}: good or excellent, {row.Year}",
            Value = row is { IsVisible: true, Share: { } share } ? Sentences.Value(share, row.Lower, row.Upper) : Words.InPlaceOfShare(row.State, row.Display, questionnaire.AsksUse),
            Parts =
            [
                ("What it says", Sentences.Definition(questionnaire, item)),
                .. row.IsVisible ? Numbers(report, row, item) : [],
                ("Disclosure", Sentences.Disclosure(report, row.State, row.Display, cell => cell.Of is LedgerRow.Services or LedgerRow.Aspects && cell.Item == key)),
                ("Weighting", Sentences.Weighting(report, row.WeightedShare, row.Valid, row.WeightedLower, row.WeightedUpper)),
            ],
        };
        return row is { IsVisible: true, Share: { } p, Lower: { } lower, Upper: { } upper }
            ? figure with { Recomputation = new(Sentences.CountsOf(report, row, item), Scripts.Share, [("share", p), ("lower", lower), ("upper", upper)]) }
            : figure;
    }

    /// <summary>A rating's row among services and further questions.</summary>
    public static ServiceYearRow? RowOf(EditionReport report, string key) =>
        report.Rows(ServiceYearRow.Table).FirstOrDefault(r => r.Item == key) ?? report.Rows(ServiceYearRow.AspectTable).FirstOrDefault(r => r.Item == key);

    public static Item? ItemOf(Edition edition, string key) => edition.Items.All.FirstOrDefault(i => i.Kind == ItemKind.Rating && i.ReportKey == key);

    /// <summary>"Wi-Fi", "Wi-Fi, How reliable is it?", the wording of a question asked once.</summary>
    public static string NameOf(Questionnaire questionnaire, Item item) => item switch
    {
        { Service: null } => questionnaire.In(questionnaire.QuestionOf(item)!.Text),
        { IsMain: true } => questionnaire.ServiceName(item.Service),
        _ => $"{questionnaire.ServiceName(item.Service)}, {questionnaire.ServiceQuestion(item.Question)}",
    };

    private static IEnumerable<(string, string)> Numbers(EditionReport report, ServiceYearRow row, Item item)
    {
        yield return ("Base", $"{Figures.Count(row.Valid!.Value, "valid rating", "valid ratings")}{Asked(row)}; {Figures.Count(row.Good!.Value)} of them good or excellent.");
        var isCounted = report.Edition.Origin != EditionOrigin.History || row.NotApplicable > 0;
        yield return ("Left out", isCounted
            ? $"“{Lettering.Within(report.Edition.Questionnaire.In(item.Scale!.CannotJudge))}”: {Figures.Count(row.NotApplicable ?? 0)}. Left empty: {Figures.Count(Math.Max(0, (row.Asked ?? 0) - (row.Valid ?? 0) - (row.NotApplicable ?? 0)))}. Neither is in any share."
            : "Of this edition only counts of ratings are known.");
        yield return ("Interval", Sentences.Interval + (row.State == CellState.SmallBase ? $" Small base: below {Words.TestBase(report.Edition.Questionnaire)} ratings nothing is tested." : ""));
        if (BridgeNote.IsOfHalf(report, item)) yield return ("Two wordings", BridgeNote.OfThese);
        if (row is { Lower: { } lower, Upper: { } upper }) yield return ("Precision", Sentences.Precision(new(lower, upper)));
    }

    private static string Asked(ServiceYearRow row) => row.Asked > row.Valid ? $" of {Figures.Count(row.Asked.Value, "customer", "customers")} who were asked" : "";
}
