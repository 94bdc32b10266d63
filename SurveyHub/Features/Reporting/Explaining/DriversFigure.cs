using SurveyHub.Features.Reporting.Driving;
using SurveyHub.Results;
using SurveyHub.Statistics.Importance;

namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>What of the differences in a service's rating goes with each of its further questions.</summary>
internal static class DriversFigure
{
    public static ExplainedFigure? Of(EditionReport report, string key)
    {
        if (DriversView.Of(report).Services.FirstOrDefault(s => s.Service == key) is not { } service) return null;
        return new()
        {
            Place = FigurePlace.Drivers(key),
            Title = $"{service.Name}: what goes with its rating, {report.Edition.Year}",
            Value = service.IsSplit
                ? $"{Figures.Percent(service.Split[0].Row.Explained!.Value)} of the differences"
                : service.WhyNot,
            Parts =
            [
                ("What it says", "How much of the differences in how people rate the service goes with each further question. The explained part (R² of a linear regression on all questions) is split by Shapley’s value, known as LMG: "
                    + "what a question adds, averaged over every order in which the questions could be asked for. It is an association and no cause."),
                .. service.IsSplit ? Numbers(report, service) : [],
                ("Disclosure", (service.IsSplit ? "Shown: the service and every question are. " : "")
                    + "How many gave which combination of ratings is not given out, here or in any file: most combinations are those of one person. Nor are the correlations of all questions, from which a few people’s ratings could be worked out. "
                    + "What is given out is what each question adds; parts and whole are computed again below, the split itself only from the responses."),
                ("Weighting", Sentences.NotWeighted),
            ],
            Recomputation = service.IsSplit ? Recompute(report, service) : null,
        };
    }

    private static IEnumerable<(string, string)> Numbers(EditionReport report, DrivenService service)
    {
        yield return ("Parts", $"{string.Join("; ", service.Split.Select(l => $"{l.Wording} {Figures.Percent(l.Row.Share!.Value)}{(l.Row is { Lower: { } lower, Upper: { } upper } ? $" ({Figures.Interval(lower, upper)})" : "")}"))}.");
        yield return ("In words", service.Split.Count > 1 ? $"{service.HowMuch} {service.Order}" : service.HowMuch);
        yield return ("Base", $"{Figures.Count(service.Split[0].Row.People!.Value)} people who rated the service and answered every one of its further questions{TogetherWords.Among(report)}; {Drivers.MinimumPeople} are needed.");
        yield return ("Left out", string.Join(' ', service.LeftOut.Prepend("Who left one of these questions empty, or could not judge.")));
        yield return ("Interval", $"95 % interval of the parts from {DriverIntervals.Samples} samples drawn from the same people with replacement (bootstrap), with a fixed seed, so that it is always the same. Questions whose intervals overlap cannot be told apart.");
    }

    private static Recomputation Recompute(EditionReport report, DrivenService service) => new(
    [
        ["year", "service", "question", "n_complete", "adds"],
        .. service.Split.Select(l => (IReadOnlyList<object?>)[report.Edition.Year, service.Service, l.Row.Question, l.Row.People, l.Row.Contribution]),
    ],
    """
    # What each question adds stands in the counts; who may read the responses finds it with the package relaimpo:
    # calc.relimp(rating ~ ., data = complete_cases, type = "lmg").
    r_squared <- sum(counts$adds)
    result <- c(r_squared = r_squared, setNames(counts$adds / r_squared, paste0("part_", counts$question)))
    """,
    [
        ("r_squared", service.Split[0].Row.Explained!.Value),
        .. service.Split.Select(l => ($"part_{l.Row.Question}", l.Row.Share!.Value)),
    ]);
}
