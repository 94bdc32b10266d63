using SurveyHub.Features.Reporting.Distributing;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>The secondary figures of a question: its average code, and how many would recommend.</summary>
internal static class ScoreFigure
{
    public static ExplainedFigure? OfAverage(EditionReport report, string key) =>
        Of(report, key) is not { } of ? null : AverageCode.Of(of.Spread) is not { Deviation: not null, Interval: { } interval } mean ? null : Figure(report, of.Item, of.Spread, FigurePlace.Average(key), "average code", AverageCode.Words(mean),
            $"Mean of the codes of the scale, from {Scale(report, of.Item)}. It stands behind the share of good or excellent and never in its place: who moves from “very poor” to “poor” moves it as much as who moves from “fair” to “good”. Codes of different scales are never averaged.",
            "95 % interval of Student’s t with n − 1 degrees of freedom.",
            """
            answers <- rep(counts$code, counts$n)
            tested  <- t.test(answers)
            result  <- c(mean = mean(answers), deviation = sd(answers), lower = tested$conf.int[1], upper = tested$conf.int[2])
            """,
            [("mean", mean.Mean), ("deviation", mean.Deviation.Value), ("lower", interval.Lower), ("upper", interval.Upper)]);

    public static ExplainedFigure? OfRecommendation(EditionReport report, string key) =>
        Of(report, key) is not { } of ? null : AverageCode.Recommendation(of.Item, of.Spread) is not { Score: { } score, Interval: { } interval } nps ? null : Figure(report, of.Item, of.Spread, FigurePlace.Recommendation(key), "net promoter score", AverageCode.Words(nps),
            $"Per cent who chose 9 or 10 ({Figures.Count(nps.Promoters)}) minus per cent who chose 0 to 6 ({Figures.Count(nps.Detractors)}); 7 and 8 count as neither. From −100 to +100. It moves more by chance than a share does, and people within an organisation can seldom choose another provider: the share of good or excellent stays the headline.",
            "95 % interval from the variance of a difference of two shares of the same people: (p₉₋₁₀ + p₀₋₆ − (p₉₋₁₀ − p₀₋₆)²) / (n − 1).",
            """
            point <- rank(counts$code) - 1
            p <- sum(counts$n[point >= 9]) / sum(counts$n)
            d <- sum(counts$n[point <= 6]) / sum(counts$n)
            score <- 100 * (p - d)
            error <- 100 * sqrt((p + d - (p - d)^2) / (sum(counts$n) - 1))
            result <- c(score = score, lower = max(-100, score - qnorm(0.975) * error), upper = min(100, score + qnorm(0.975) * error))
            """,
            [("score", score), ("lower", interval.Lower), ("upper", interval.Upper)]);

    private static (Item Item, DistributionRow[] Spread)? Of(EditionReport report, string key) =>
        RatingFigure.ItemOf(report.Edition, key) is { } item ? (item, [.. report.Rows(DistributionRow.Table).Where(d => d.Item == key && d.Role is not null)]) : null;

    private static string Scale(EditionReport report, Item item) => item.Scale!.Options is [var worst, .., var best]
        ? $"{worst.Code} (“{report.Edition.Questionnaire.In(worst.Label)}”) to {best.Code} (“{report.Edition.Questionnaire.In(best.Label)}”)"
        : "its only code";

    private static ExplainedFigure Figure(EditionReport report, Item item, DistributionRow[] spread, string place, string what, string value, string says, string interval, string script, IReadOnlyList<(string, double)> published)
    {
        var questionnaire = report.Edition.Questionnaire;
        return new()
        {
            Place = place,
            Title = $"{RatingFigure.NameOf(questionnaire, item)}: {what}, {report.Edition.Year}",
            Value = value,
            Parts =
            [
                ("What it says", says),
                ("Base", $"{Figures.Count(spread.Sum(d => d.N), "valid answer", "valid answers")} to “{questionnaire.In(questionnaire.QuestionOf(item)!.Text)}”."),
                ("Left out", $"“{questionnaire.In(item.Scale!.CannotJudge)}” and what was left empty."),
                ("Interval", interval),
                ("Disclosure", $"Shown where the spread over the scale is: from {Words.TestBase(questionnaire)} answers on."),
                ("Weighting", Sentences.NotWeighted),
            ],
            Recomputation = new([["year", "item", "code", "answer", "n"], .. spread.Select(d => (IReadOnlyList<object?>)[d.Year, d.Item, d.Code, item.Scale.Option(d.Code) is { } option ? questionnaire.In(option.Label) : $"{d.Code}", d.N])], script, published),
        };
    }
}
