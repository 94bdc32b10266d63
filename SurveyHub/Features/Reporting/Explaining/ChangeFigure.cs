using SurveyHub.Features.Reporting.Following;
using SurveyHub.Results;
using SurveyHub.Results.Trends;
using SurveyHub.Statistics;
using SurveyHub.Surveys.Lineage;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>How a rating changed between two editions.</summary>
internal static class ChangeFigure
{
    public static ExplainedFigure? Of(PublishedSurvey survey, EditionReport to, int year, string key)
    {
        if (survey.Report(year) is not { } from || year >= to.Edition.Year) return null;
        var (services, parts) = SeriesChanges.Family(survey, from, to);
        // With services taken together the tests cannot be adjusted again from what is told: their p is rounded.
        var isToldInFull = parts.Count == 0 && !services.Values.Any(c => c.P is not null && Ancestry.IsSeveral(c.ItemsFrom));
        (string, double)[] family = isToldInFull ? [.. services.Where(c => c.Value.P is not null).Select(c => (c.Key, c.Value.P!.Value))] : [];
        if (services.TryGetValue(key, out var change) && RatingFigure.ItemOf(to.Edition, key) is { } item)
            return Of(survey, from, to, item, key, RatingFigure.NameOf(to.Edition.Questionnaire, item), change, family);
        return parts.TryGetValue(key, out var together) && RatingFigure.ItemOf(to.Edition, key.Split('+')[0]) is { } first
            ? Of(survey, from, to, first, key, $"{new LineageNames(survey).Names(key.Split('+'), to.Edition.Year)} together", together, family)
            : null;
    }

    /// <summary>The overall question's is one planned test, adjusted for no other; it is compared where closing compared it.</summary>
    public static ExplainedFigure? OfOverall(PublishedSurvey survey, EditionReport to, int year) =>
        survey.Report(year) is { } from && to.Edition.Items.Overall is { } item
            && to.Rows(ChangeRow.Table).FirstOrDefault(r => r.YearFrom == year && r.Item == item.ReportKey) is { } row
            ? Of(survey, from, to, item, item.ReportKey, RatingFigure.NameOf(to.Edition.Questionnaire, item), SeriesChanges.Line(row), [])
            : null;

    private static ExplainedFigure Of(PublishedSurvey survey, EditionReport from, EditionReport to, Item item, string key, string name, ChangeLine change, IReadOnlyList<(string Item, double P)> family)
    {
        var questionnaire = to.Edition.Questionnaire;
        var isTested = change.State == ComparisonState.Tested;
        return new()
        {
            Place = FigurePlace.Change(change.From, key),
            Title = $"{name}: change from {change.From} to {change.To}",
            Value = change.Words,
            Parts =
            [
                ("What it says", $"{change.To} minus {change.From}, in points, computed from unrounded shares. {Sentences.Definition(questionnaire, item, Ancestry.IsSeveral(key) ? name : null)}"),
                .. change.Explanation is { } explanation ? [("In numbers", explanation)] : Array.Empty<(string, string)>(),
                .. change.Detectable?.WordsTogether is { } together ? [("Found among several", together)] : Array.Empty<(string, string)>(),
                .. Ancestry.IsSeveral(key) ? [("Taken together", "In the earlier edition it was one service. The ratings of its parts are added up; interval and test rest on the number of independent ratings that would be as precise, because the same people rated several of them.")] : Array.Empty<(string, string)>(),
                .. Ancestry.IsSeveral(change.ItemsFrom) ? [("Taken together", "In the earlier edition it was several services. Their ratings are added up; interval and test rest on the number of independent ratings that would be as precise, because the same people rated several of them.")] : Array.Empty<(string, string)>(),
                .. isTested && MixNote.Of(survey, from, to, key) is { } mix ? [("Mix of respondents", mix.Words)] : Array.Empty<(string, string)>(),
                .. isTested ? Test(to, change, family.Count) : [],
                ("Disclosure", change.State == ComparisonState.Hidden
                    ? change.Because?.Explanation ?? "One of the two figures is hidden, and with it the change."
                    : "Both figures are shown in their editions; a change says nothing beyond them."),
                ("Weighting", Sentences.NotWeighted),
            ],
            Recomputation = isTested ? Recompute(from, to, key, change, family) : null,
        };
    }

    private static IEnumerable<(string, string)> Test(EditionReport to, ChangeLine change, int tests)
    {
        yield return ("Test", "Pooled two-proportion z test; Fisher’s exact test where an expected count is below 5. “Better” and “worse” are said at 5 %.");
        yield return ("Many comparisons", tests > 1
            ? $"Adjusted by Benjamini and Hochberg over the {Figures.Count(tests)} services tested between these two editions. The interval of a single change is not adjusted."
            : change.AdjustedP is null
                ? "One planned test, adjusted for no other."
                : "Adjusted by Benjamini and Hochberg over all tests between these two editions, also those of several services taken together, whose p is rounded. The interval of a single change is not adjusted.");
        yield return ("Base of a test", $"{Words.TestBase(to.Edition.Questionnaire)} ratings or more in both editions, the same wording and the same scale.");
    }

    private static Recomputation? Recompute(EditionReport from, EditionReport to, string key, ChangeLine change, IReadOnlyList<(string Item, double P)> family)
    {
        // How the same people rated several services does not stand in the tables.
        if (Ancestry.IsSeveral(key) || Ancestry.IsSeveral(change.ItemsFrom)) return null;
        if (RatingFigure.RowOf(from, change.ItemsFrom ?? key) is not { Good: { } goodBefore, Valid: { } before } || RatingFigure.RowOf(to, key) is not { Good: { } goodNow, Valid: { } now }) return null;
        var place = family.Index().FirstOrDefault(t => t.Item.Item == key).Index + 1;
        return new(
        [
            ["year", "item", "counts_as", "n"], [change.From, key, "good", goodBefore], [change.From, key, "other", before - goodBefore],
            [change.To, key, "good", goodNow], [change.To, key, "other", now - goodNow],
        ],
        Scripts.Change + Scripts.Test + (family.Count > 0 ? Scripts.Adjusted(place) : ""),
        [
            ("difference", change.Difference!.Value), ("lower", change.Lower!.Value), ("upper", change.Upper!.Value), ("p", change.P!.Value),
            .. family.Count > 0 && change.AdjustedP is { } adjusted ? [("p_adjusted", adjusted)] : Array.Empty<(string, double)>(),
        ])
        { Tests = family };
    }
}
