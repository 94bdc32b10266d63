using SurveyHub.Features.Reporting.Grouping;
using SurveyHub.Results;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>One customer group's share of one rating, and how it differs from everybody else's.</summary>
internal static class GroupFigure
{
    public static ExplainedFigure? Of(EditionReport report, string attribute, string value, string key)
    {
        if (GroupsView.Of(report, new(attribute)) is not { } view || view.Attribute.Key != attribute) return null;
        if (view.Cells.FirstOrDefault(c => c.Row.Item == key && c.Row.SegmentKey == value) is not { } cell) return null;
        if (RatingFigure.ItemOf(report.Edition, key) is not { } item) return null;
        var questionnaire = report.Edition.Questionnaire;
        var group = cell.Pool is null ? view.Segments.FirstOrDefault(s => s.Key == value)?.Name ?? cell.Row.Segment : cell.Row.Segment;
        return new()
        {
            Place = FigurePlace.Group(attribute, value, key),
            Title = $"{RatingFigure.NameOf(questionnaire, item)}: good or excellent, {questionnaire.In(view.Attribute.Name)} {group}, {cell.Row.Year}",
            Value = cell.Row.Share is { } share ? Sentences.Value(share, cell.Row.Lower, cell.Row.Upper) : cell.IsHidden ? Words.InPlaceOfShare(CellState.Hidden, cell.Row.Display) : cell.InPlaceOfShare,
            Parts =
            [
                ("What it says", $"{Sentences.Definition(questionnaire, item)} Of customers whose {questionnaire.In(view.Attribute.Name)} is {group}."),
                .. cell.Row.Share is null ? [] : Numbers(report, cell, TestsOf(view, item, cell).Count),
                ("Disclosure", Sentences.Disclosure(report, cell.Row.State, cell.Row.Display,
                    row => row.Of == LedgerRow.Segments && row.Item == key && row.Attribute == attribute && row.SegmentKey == value)),
                ("Weighting", Sentences.NotWeighted),
            ],
            Recomputation = Recompute(report, view, item, cell),
        };
    }

    private static IEnumerable<(string, string)> Numbers(EditionReport report, GroupCell cell, int tests)
    {
        yield return ("Base", $"{Figures.Count(cell.Row.Valid!.Value, "valid rating", "valid ratings")}; {Figures.Count(cell.Row.Good!.Value)} of them good or excellent."
            + (report.RespondentsOfEarlierGroups is { } people ? $" Customer groups are those of the first report, of {Figures.Count(people, "response", "responses")}." : ""));
        yield return ("Interval", Sentences.Interval);
        yield return ("Against the others", cell.IsTested
            ? $"{cell.Words}. Held against everybody else, not against all: a pooled two-proportion test, adjusted by Benjamini and Hochberg over {Figures.Count(tests, "tested cell", "tested cells")} of the table."
            : $"Not tested: that takes {Words.TestBase(report.Edition.Questionnaire)} ratings in the group and among everybody else.");
    }

    /// <summary>The family of tests: the overall question alone, or all services of the attribute; small groups that were joined are one of their own.</summary>
    private static IReadOnlyList<(string Item, double P)> TestsOf(GroupsView view, Item item, GroupCell of) =>
        [.. from cell in item.Service is null ? view.Overall?.Cells ?? [] : view.Lines.SelectMany(l => l.Cells)
            where cell.Row.PVersusRest is not null && (cell.Pool is null) == (of.Pool is null)
            select ($"{cell.Row.Item} {cell.Row.SegmentKey}", cell.Row.PVersusRest!.Value)];

    private static Recomputation? Recompute(EditionReport report, GroupsView view, Item item, GroupCell cell)
    {
        if (cell.Row is not { Share: { } share, Lower: { } lower, Upper: { } upper, Valid: { } valid, Good: { } good }) return null;
        List<(string, double)> published = [("share", share), ("lower", lower), ("upper", upper)];
        IReadOnlyList<IReadOnlyList<object?>> counts = [["who", "counts_as", "n"], ["group", "good", good], ["group", "other", valid - good]];
        var all = (report.Rows(ServiceYearRow.OfGroupsTable) is { Count: > 0 } earlier ? earlier : report.Rows(ServiceYearRow.Table)).FirstOrDefault(r => r.Item == item.ReportKey);
        if (cell.Row is not { PVersusRest: { } p, AdjustedP: { } adjusted, DifferenceToRest: { } difference } || all is not { Valid: { } everybody, Good: { } allGood })
            return new(counts, Scripts.AgainstOthers, published);
        var tests = TestsOf(view, item, cell);
        var place = tests.Index().First(t => t.Item.Item == $"{cell.Row.Item} {cell.Row.SegmentKey}").Index + 1;
        return new(
            [.. counts, ["everybody", "good", allGood], ["everybody", "other", everybody - allGood]],
            Scripts.AgainstOthers + Scripts.Others + Scripts.Test + Scripts.Adjusted(place),
            [.. published, ("difference", difference), ("p", p), ("p_adjusted", adjusted)])
        { Tests = tests };
    }
}
