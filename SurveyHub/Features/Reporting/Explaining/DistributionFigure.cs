using SurveyHub.Results;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>How the ratings of one question spread over its scale.</summary>
internal static class DistributionFigure
{
    private static readonly (OptionRole Role, string Name, string Words)[] Sides =
        [(OptionRole.Unfavourable, "bad", "bad"), (OptionRole.Neutral, "middle", "in the middle"), (OptionRole.Favourable, "good", "good")];

    public static ExplainedFigure? Of(EditionReport report, string key)
    {
        if (RatingFigure.RowOf(report, key) is not { } row || RatingFigure.ItemOf(report.Edition, key) is not { Scale: { } scale } item) return null;
        var questionnaire = report.Edition.Questionnaire;
        DistributionRow[] spread = [.. report.Rows(DistributionRow.Table).Where(d => d.Item == key && d.Role is not null)];
        return new()
        {
            Place = FigurePlace.Distribution(key),
            Title = $"{RatingFigure.NameOf(questionnaire, item)}: how the ratings spread, {row.Year}",
            Value = spread.Length == 0 ? "not shown" : string.Join(", ", Sides.Select(s => $"{Figures.Percent(Share(s.Role))} {s.Words}")),
            Parts =
            [
                ("What it says", $"Of all valid answers to “{questionnaire.In(questionnaire.QuestionOf(item)!.Text)}”, how many chose each option. "
                    + string.Join(' ', Sides.Select(s => $"“{char.ToUpperInvariant(s.Words[0])}{s.Words[1..]}”: {Options(s.Role)}."))),
                .. spread.Length == 0 ? Array.Empty<(string, string)>() :
                [
                    ("Base", $"{Figures.Count(row.Valid!.Value, "valid rating", "valid ratings")}."),
                    ("Left out", $"“{questionnaire.In(scale.CannotJudge)}” and what was left empty: neither is in any part."),
                    ("Rounding", "Every part is rounded by itself, so they need not add up to 100."),
                ],
                ("Disclosure", spread.Length == 0 ? WhyNot(report, row) : $"Shown from {Words.TestBase(questionnaire)} ratings on: of fewer, a single option would tell whose answer it is."),
                ("Weighting", Sentences.NotWeighted),
            ],
            Recomputation = spread.Length == 0 ? null : new(
            [
                ["year", "item", "code", "answer", "side", "n"],
                .. spread.Select(d => (IReadOnlyList<object?>)[d.Year, d.Item, d.Code, Label(d.Code), Sides.First(s => s.Role == d.Role).Name, d.N]),
            ],
            """
            share  <- counts$n / sum(counts$n)
            side   <- function(name) sum(share[counts$side == name])
            result <- c(setNames(share, paste0("code_", counts$code)), bad = side("bad"), middle = side("middle"), good = side("good"))
            """,
            [.. spread.Select(d => ($"code_{d.Code}", d.Share)), .. Sides.Select(s => (s.Name, Share(s.Role)))]),
        };

        double Share(OptionRole role) => (double)spread.Where(d => d.Role == role).Sum(d => d.N) / spread.Sum(d => d.N);

        string Label(int code) => scale.Option(code) is { } option ? questionnaire.In(option.Label) : $"{code}";

        string Options(OptionRole role) => scale.Options.Where(o => o.Role == role).Select(o => $"“{questionnaire.In(o.Label)}”").ToArray() is { Length: > 0 } labels ? string.Join(" or ", labels) : "no option";
    }

    private static string WhyNot(EditionReport report, ServiceYearRow row)
    {
        var questionnaire = report.Edition.Questionnaire;
        if (!row.IsVisible) return Sentences.Disclosure(report, row.State, row.Display, cell => cell.Of is LedgerRow.Services or LedgerRow.Aspects && cell.Item == row.Item);
        return row.Valid < Words.TestBase(questionnaire)
            ? $"Not shown: fewer than {Words.TestBase(questionnaire)} ratings. Of so few, a single option would tell whose answer it is."
            : "Only how many were good or excellent is known of this edition.";
    }
}
