using SurveyHub.Features.Reporting.Prioritizing;
using SurveyHub.Results;

namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>How much a service counts, and where that puts it among the priorities.</summary>
internal static class PriorityFigure
{
    private const string NotHandedOut = "How many gave which pair of ratings is not given out, here or in any file: most pairs are those of a few people, and together with the spread of each rating they could be told apart. "
        + "What is given out is the correlation and the number of people behind it. Everything that follows from these is computed again below; the correlation itself only the responses tell.";

    public static ExplainedFigure? Of(EditionReport report, string service)
    {
        var view = PrioritiesView.Of(report);
        if (view.Lines.FirstOrDefault(l => l.Row.Service == service) is not { } line) return null;
        var questionnaire = report.Edition.Questionnaire;
        return new()
        {
            Place = FigurePlace.Priority(service),
            Title = $"{line.Name}: importance and priority, {line.Row.Year}",
            Value = line.Importance is { } importance
                ? $"{Figures.Importance(importance)} ({Figures.Importance(line.Row.Lower!.Value)} to {Figures.Importance(line.Row.Upper!.Value)}), {line.Where.ToLowerInvariant()}{(line.Doubt.Length > 0 ? $", {line.Doubt}" : "")}"
                : view.WhyNone ?? view.Reason(line),
            Parts =
            [
                ("What it says", $"How closely the ratings of {line.Name} go with “{questionnaire.In(questionnaire.QuestionOf(report.Edition.Items.Overall!)!.Text)}”: Spearman’s rank correlation, from −1 to 1, where equal ratings share their ranks. It is an association and no cause: whoever is content with the whole tends to rate everything higher."),
                .. line.Row.IsInMatrix ? Numbers(view, line) : [],
                ("Disclosure", (line.Row.IsInMatrix ? $"Shown: the service and the whole are, and {view.FewestPairs} people or more gave both ratings. " : "") + NotHandedOut),
                ("Weighting", Sentences.NotWeighted),
            ],
            Recomputation = line.Row.IsInMatrix ? Recompute(view, line) : null,
        };
    }

    private static IEnumerable<(string, string)> Numbers(PrioritiesView view, PriorityLine line)
    {
        yield return ("Base", $"{Figures.Count(line.Row.Pairs!.Value, "person", "people")} who rated both the service and the whole{view.Among}.");
        yield return ("Left out", "Who gave one of the two ratings only, or could not judge.");
        yield return ("Interval", "95 % interval of Fisher’s z, with Spearman’s standard error 1.03 / √(n − 3).");
        yield return ("Where it lies", $"The lines are the medians of {Figures.Count(view.Matrix.Count, "service", "services")}: {Figures.Percent(line.Row.MedianShare!.Value)} good or excellent, importance {Figures.Importance(line.Row.MedianImportance!.Value)}. "
            + $"{line.Name} has {Figures.Percent(line.Figures.Share!.Value)} and {Figures.Importance(line.Importance!.Value)}: “{line.Where}”."
            + (line.Row.IsUncertain == true ? " The interval of its importance contains the median, so chance may have put it above or below that line." : "")
            + (line.IsShareUncertain ? " The interval of its share contains the median, so chance may have put it left or right of that line." : ""));
        yield return ("Place in the list", $"Number {line.Number} of {view.Matrix.Count}. The list is sorted by importance times what is missing to 100 % good or excellent: {Figures.Importance(line.Importance!.Value)} × {Figures.Percent(1 - line.Figures.Share!.Value)}."
            + (line.HasImportance ? "" : " Its importance may be none, because the interval contains 0 or lies below it: such services stand behind all others, sorted by the share alone."));
    }

    private static Recomputation Recompute(PrioritiesView view, PriorityLine line) => new(
    [
        ["year", "service", "this", "pairs", "importance", "good", "valid"],
        .. view.Matrix.Select(l => (IReadOnlyList<object?>)[l.Row.Year, l.Row.Service, l == line ? 1 : 0, l.Row.Pairs, l.Importance, l.Figures.Good, l.Figures.Valid]),
    ],
    """
    share <- counts$good / counts$valid
    this  <- counts[counts$this == 1, ]
    # Spearman's correlation stands in the counts; who may read the responses finds it with
    # cor(service, overall, method = "spearman", use = "complete.obs").
    limits <- tanh(atanh(this$importance) + c(-1, 1) * qnorm(0.975) * 1.03 / sqrt(this$pairs - 3))
    lines  <- c(median(share), median(counts$importance))
    result <- c(
      lower = limits[1], upper = limits[2], median_share = lines[1], median_importance = lines[2],
      uncertain = as.numeric(limits[1] <= lines[2] & lines[2] <= limits[2]),
      priority = this$importance * (1 - this$good / this$valid))
    """,
    [
        ("lower", line.Row.Lower!.Value), ("upper", line.Row.Upper!.Value), ("median_share", line.Row.MedianShare!.Value), ("median_importance", line.Row.MedianImportance!.Value),
        ("uncertain", line.Row.IsUncertain == true ? 1 : 0), ("priority", line.Row.Priority!.Value),
    ]);
}
