using SurveyHub.Features.Reporting.Drawing;
using SurveyHub.Results;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Expecting;

/// <summary>What customers expect of each service against what they have: the one with the largest share below their own minimum first.</summary>
public sealed class ExpectationsView
{
    private ExpectationsView(Edition edition, IReadOnlyList<ExpectationLine> lines, IReadOnlyList<string> withoutMeans)
    {
        (Edition, Lines, WithoutMeans) = (edition, lines, [.. lines.Where(l => withoutMeans.Contains(l.Row.Service))]);
        WhyNone = lines.Count > 0 ? null : edition switch
        {
            { Origin: EditionOrigin.History } => "Of this edition only counts are known, not who said what: nobody can set what a person expects against what the same person has.",
            { Questionnaire.Expectations: null } => "This edition did not ask what customers expect. A survey may name two ratings for that in its file: what would just do, and what is wished for.",
            _ => "Which ratings belong to one person is not counted for this report. Reopen and close the edition to have it counted.",
        };
    }

    public Edition Edition { get; }

    /// <summary>Every service: those with a figure first, then those told in a word, then the others.</summary>
    public IReadOnlyList<ExpectationLine> Lines { get; }

    /// <summary>Why the page has nothing to say; null where there are services.</summary>
    public string? WhyNone { get; }

    public IReadOnlyList<ExpectationLine> Shown => [.. Lines.Where(l => l.IsShown)];

    /// <summary>Those with a zone of tolerance to draw.</summary>
    public IReadOnlyList<ExpectationLine> Drawn => [.. Lines.Where(l => l.Row.HasMeans)];

    /// <summary>Those with a share and no averages, because these would tell how a few rated the service who did not say what they expect.</summary>
    public IReadOnlyList<ExpectationLine> WithoutMeans { get; }

    /// <summary>Those whose averages stand around that of all ratings, so that nothing is told of a few who did not say what they expect.</summary>
    public IReadOnlyList<ExpectationLine> AroundAllRatings => [.. Drawn.Where(l => l.Row.MeansOf == GapRow.OfAllRatings)];

    /// <summary>Who wishes for less than would just do, service by service, where enough do to be told of.</summary>
    public IReadOnlyList<string> WishesBelow =>
        [.. Drawn.Where(l => l.Row.WishBelow is not null).Select(l => $"{Figures.Count(l.Row.WishBelow!.Value)} of {Figures.Count(l.Row.People!.Value, "person", "people")} of {Lettering.Within(l.ServiceName)}")];

    public IReadOnlyList<ExpectationLine> NotShown => [.. Lines.Where(l => !l.IsShown)];

    /// <summary>Wording of the three questions: what would just do, what is wished for, what is had.</summary>
    public (string Minimum, string Desired, string Perceived) Wordings => Edition.Questionnaire is { Expectations: { } asked } questionnaire
        ? (questionnaire.ServiceQuestion(asked.Minimum), questionnaire.ServiceQuestion(asked.Desired), questionnaire.ServiceQuestion(asked.Perceived ?? questionnaire.MainRating!.Key))
        : ("", "", "");

    /// <summary>The page in a sentence; empty where no service has a figure. No service is named for figures that a test could not be made of.</summary>
    public string InBrief => (Shown, Shown.Where(l => l.Row.People >= Words.TestBase(Edition.Questionnaire)).ToArray()) switch
    {
        ([], _) => "",
        ([var only], _) => $"{Figures.Percent(only.Row.Share!.Value)} of the people who said what they expect of {only.ServiceName} have less than what would just do for them.",
        (_, []) => $"Of no service did {Words.TestBase(Edition.Questionnaire)} people say what they expect, so none can be named as the one that leaves most of them below their minimum.",
        (_, [var first, .. var others]) => $"The largest share below their own minimum is that of {first.ServiceName}: {Figures.Percent(first.Row.Share!.Value)} ({Figures.Interval(first.Row.Lower!.Value, first.Row.Upper!.Value)}) of those who said what they expect have less than what would just do for them."
            + (others.Any(o => o.Row.Upper >= first.Row.Lower) ? " The order among services is not tested: intervals of others reach as high." : "")
            + (Shown.Count(l => l.Row.IsInadequate) is > 0 and var bad ? $" {(bad == 1 ? "One service is" : $"{bad} services are")}, on average and beyond chance, below what customers find acceptable." : ""),
    };

    public static ExpectationsView Of(EditionReport report)
    {
        var questionnaire = report.Edition.Questionnaire;
        var rated = report.Rows(ServiceYearRow.Table).Concat(report.Rows(ServiceYearRow.AspectTable)).ToDictionary(r => r.Item);
        var reasons = report.Rows(LedgerRow.Table).Where(r => r.Of == LedgerRow.Gaps).ToDictionary(r => r.Item, r => r.Reason);
        return new(report.Edition, [.. from row in report.Rows(GapRow.Table)
                                       let perceived = questionnaire.Expectations?.Perceived
                                       let key = perceived is null || perceived == questionnaire.MainRating!.Key ? row.Service : $"{row.Service}.{perceived}"
                                       let name = questionnaire.ServiceName(row.Service)
                                       orderby row.Share is null, row.Share descending, row.Display is not (GapRow.Over or GapRow.Under), name
                                       select new ExpectationLine(row, name, questionnaire.Scale(questionnaire.MainRating!.Scale)!, rated.GetValueOrDefault(key), reasons.GetValueOrDefault(row.Service))],
            [.. report.Rows(LedgerRow.Table).Where(r => r is { Of: LedgerRow.GapMeans, Reason: Reason.ProtectsSameTable }).Select(r => r.Item)]);
    }
}
