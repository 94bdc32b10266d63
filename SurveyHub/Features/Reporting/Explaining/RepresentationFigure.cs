using SurveyHub.Features.Reporting.Representing;
using SurveyHub.Results;
using SurveyHub.Results.Representing;
using SurveyHub.Shell;
using SurveyHub.Statistics.Precision;

namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>Who answered, set beside who was asked: the grade of stability, and one customer group's parts of the list and of the answers.</summary>
internal static class RepresentationFigure
{
    private const string NoAnswers = "It holds no answers. Groups with few answers or few people stand together, and of fewer than ten people nothing is told.";

    /// <summary>Lines of R that find how many of 100 answers would have to come from another group.</summary>
    private const string Unlike = """
        known     <- counts[!is.na(counts$people), ]
        listed    <- known$people / sum(known$people)
        answered  <- known$responses / sum(known$responses)
        result <- c(setNames(listed, paste0("part_of_list_", known$row)), setNames(answered, paste0("part_of_answers_", known$row)),
          setNames(answered - listed, paste0("difference_", known$row)), unlikeness = sum(pmax(0, answered - listed)))
        """;

    // 0 cannot be judged, 1 stable, 2 fairly stable, 3 shaky.
    private static readonly string Grade = FormattableString.Invariant($"""
        of     <- setNames(counts$value, counts$what)
        shift  <- max(0, abs(of[c("shift_weighted", "shift_late")]), na.rm = TRUE)
        unlike <- if (is.na(of[["unlikeness"]])) 0 else of[["unlikeness"]]
        rate   <- of[["response_rate"]]
        known  <- !is.na(rate) && any(!is.na(of[c("unlikeness", "shift_weighted", "shift_late")]))
        # 0 cannot be judged, 1 stable, 2 fairly stable, 3 shaky.
        result <- c(grade = if (!known) 0 else
          if (rate >= {StabilityRule.StableRate} && unlike <= {StabilityRule.StableUnlikeness} && shift <= {StabilityRule.StableShift}) 1 else
          if (rate >= {StabilityRule.FairRate} && unlike <= {StabilityRule.FairUnlikeness} && shift <= {StabilityRule.FairShift}) 2 else 3)
        """);

    public static ExplainedFigure? Of(EditionReport report)
    {
        var view = RepresentationView.Of(report);
        if (view.Stability is not { } row) return null;
        return new()
        {
            Place = FigurePlace.Representativeness,
            Policy = Policies.ReadParticipation,
            Title = $"How stable is the result, {row.Year}",
            Value = row.Words,
            Parts =
            [
                ("What it says", "How far the headline may be moved by who answered. It is a stated rule and no test, and says nothing of chance, which the intervals are for."),
                ("The rule", $"{view.Meaning}"),
                ("What was looked at", string.Join(' ', view.Findings)),
                ("Base", view.Headline.Base is { } ratings && view.Headline.Share is not null ? $"{Figures.Count(ratings, "rating", "ratings")} behind the headline." : "The headline is not shown, or nothing stands behind it."),
                ("Left out", "What nobody knows: whether those who did not answer think otherwise."),
                ("Disclosure", "It is said of the headline as a whole, and of no group. Shares of early and late answers are whole percents, the shift is in tenths of a point."),
                ("Weighting", "The weighted share is one of the things that were looked at, as far as the survey is weighted."),
            ],
            Recomputation = row is { HasAnswers: true, ListIsTooSmall: false } ? new(
            [
                ["what", "value"], ["response_rate", row.ResponseRate], ["unlikeness", row.Unlikeness], ["shift_weighted", row.WeightedShift], ["shift_late", row.LateShift],
            ], Grade, [("grade", Number(row.Grade))]) : null,
        };
    }

    public static ExplainedFigure? Of(EditionReport report, string attribute)
    {
        RepresentationRow[] rows = [.. report.Rows(RepresentationRow.Table).Where(r => r.Attribute == attribute)];
        if (rows.Length == 0) return null;
        var name = report.Edition.Questionnaire.GroupName(attribute);
        var isComparable = rows.All(r => r.State.Length == 0) && rows.Any(r => r.Difference is not null);
        var unlike = rows.Sum(r => Math.Max(0, r.Difference ?? 0));
        return new()
        {
            Place = FigurePlace.RepresentativenessBy(attribute),
            Policy = Policies.ReadParticipation,
            Title = $"Who answered by {name}, {rows[0].Year}",
            Value = isComparable ? $"{Figures.Whole(unlike)} of 100 answers from others" : "cannot be compared",
            Parts =
            [
                ("What it says", $"Which part of the list, and which part of the answers, every value of “{name}” has, and how many of 100 answers would have to come from another group for the answers to be made up like the list. Where the answers are made up like the list, weighting by it would change nothing."),
                ("Base", $"{Figures.Count(rows.Sum(r => r.People ?? 0), "person", "people")} on the list who could answer, {Figures.Count(rows.Sum(r => r.Responses), "response", "responses")}."),
                ("Left out", rows.FirstOrDefault(r => r.ValueKeys.Length == 0) is { Responses: > 0 } unknown ? $"{Figures.Count(unknown.Responses, "response", "responses")} of whom it is not known: in no part." : "Nobody."),
                .. isComparable ? [] : new[] { ("Not compared", "More people answered than the list has, so the list is not of those who were asked.") },
                ("Disclosure", NoAnswers),
                ("Weighting", "None: these are the counts that weights would be made from."),
            ],
            Recomputation = isComparable ? new(
            [
                ["row", "attribute", "value_keys", "people", "responses"],
                .. rows.Select((r, i) => (IReadOnlyList<object?>)[i + 1, attribute, r.ValueKeys, r.People, r.Responses]),
            ], Unlike,
            [
                .. rows.Index().Where(r => r.Item.Difference is not null).SelectMany(r => new[]
                {
                    ($"part_of_list_{r.Index + 1}", r.Item.PeopleShare!.Value), ($"part_of_answers_{r.Index + 1}", r.Item.ResponsesShare!.Value), ($"difference_{r.Index + 1}", r.Item.Difference!.Value),
                }),
                ("unlikeness", unlike),
            ]) : null,
        };
    }

    private static int Number(Stability grade) => grade switch
    {
        Stability.Stable => 1,
        Stability.FairlyStable => 2,
        Stability.Shaky => 3,
        _ => 0,
    };
}
