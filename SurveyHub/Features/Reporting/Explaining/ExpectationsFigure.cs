using SurveyHub.Features.Reporting.Expecting;
using SurveyHub.Results;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Joint;

namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>How many people a service leaves below their own minimum, and where it lies in their zone of tolerance.</summary>
internal static class ExpectationsFigure
{
    public static ExplainedFigure? Of(EditionReport report, string key)
    {
        var view = ExpectationsView.Of(report);
        if (view.Lines.FirstOrDefault(l => l.Row.Service == key) is not { } line) return null;
        return new()
        {
            Place = FigurePlace.Expectations(key),
            Title = $"{line.ServiceName}: below their own minimum, {report.Edition.Year}",
            Value = line.IsShown ? Sentences.Value(line.Row.Share!.Value, line.Row.Lower, line.Row.Upper) : line.Reason == Reason.NearlyAllAlike ? line.InAWord : line.WhyNot(report.Edition),
            Parts =
            [
                ("What it says", $"How many of those who answered all three questions about the service gave “{view.Wordings.Perceived}” a lower code than “{view.Wordings.Minimum}”. It stands behind the share of good or excellent and never in its place: what people expect rises with what they are used to."),
                .. line.IsShown ? Numbers(line, view) : [],
                ("Disclosure", Disclosure(report, line)),
                ("Weighting", Sentences.NotWeighted),
            ],
            Recomputation = line.IsShown ? Recompute(line) : null,
        };
    }

    private static IEnumerable<(string, string)> Numbers(ExpectationLine line, ExpectationsView view)
    {
        yield return ("Base", $"{line.Base}: only who answered all three questions about the service.");
        yield return ("Left out", "Who left one of the three empty, or could not judge.");
        yield return ("Interval", "95 % interval of Wilson for the share.");
        if (!line.Row.HasMeans)
        {
            yield return ("Averages", view.WithoutMeans.Contains(line)
                ? "Not told: a few people rated the service without saying what they expect, and what the others expect lies so near an end of the scale that averages would tell how these few rated it."
                : $"Averages and gaps are told from {Words.TestBase(view.Edition.Questionnaire)} people on.");
            yield break;
        }
        yield return ("Zone of tolerance", $"From {ExpectationLine.Code(line.Row.Minimum!.Value)}, the average of “{view.Wordings.Minimum}”, to {ExpectationLine.Code(line.Row.Desired!.Value)}, that of “{view.Wordings.Desired}”: {ExpectationLine.Code(line.Row.ZoneWidth!.Value)} wide.");
        yield return ("Against the minimum", $"What people have is on average {ExpectationLine.Code(line.Row.Perceived!.Value)}; person by person, minus the own minimum, {line.AdequacyWords}: {line.Where}.{(line.Row.AdequacyLower is null ? "" : " It is told to be below what customers find acceptable where that is below 0 beyond chance: Student’s t test, adjusted for the number of services with averages (Benjamini and Hochberg). The interval is of this service alone.")}");
        if (line.Row.MeansOf == GapRow.OfAllRatings)
            yield return ("Averages", "What people have is the average of all ratings, and the other two lie around it by the gaps, which are of those who said all three: a few rated the service without saying what they expect, and the average of the others, or how far their gaps scatter, would tell how these few rated it. So there is no margin and no test.");
        if (line.Row.WishBelow is { } wish)
            yield return ("Wishes below the minimum", $"{Figures.Count(wish)} of {Figures.Count(line.Row.People!.Value, "person", "people")} wish for less than would just do for them, and may have taken one question for the other. They count like everybody else.");
        yield return ("Against the wish", $"Minus what is wished for, {line.SuperiorityWords}.{(line.Row.SuperiorityLower is null ? "" : " Intervals are Student’s t with n − 1 degrees of freedom.")}");
    }

    private static string Disclosure(EditionReport report, ExpectationLine line)
    {
        const string NotGivenOut = "Who gave which three answers is not given out, here or in any table: most triples are those of one person. So the averages and gaps are computed again only from the responses; the share is, below.";
        return line.Reason switch
        {
            Reason.None => $"Shown: the service’s own figures are and at least {report.Edition.Questionnaire.MinimumAnswers} people answered all three. {NotGivenOut}",
            Reason.NearlyAllAlike => "Told in a word: nearly all of a few answered alike, and a number would tell what each said.",
            var reason => $"No figure: {Reasons.WordsOf(reason)}.",
        };
    }

    private static Recomputation Recompute(ExpectationLine line) => new(
        [["year", "service", "what", "n"], [line.Row.Year, line.Row.Service, "below", line.Row.Below], [line.Row.Year, line.Row.Service, "not_below", line.Row.People - line.Row.Below]],
        """
        below  <- counts$n[counts$what == "below"]
        people <- sum(counts$n)
        limits <- wilson(below, people)
        # Averages and gaps take who gave which three answers: t.test(perceived - minimum) over the responses.
        result <- c(share = below / people, lower = limits[1], upper = limits[2])
        """,
        [("share", line.Row.Share!.Value), ("lower", line.Row.Lower!.Value), ("upper", line.Row.Upper!.Value)]);
}
