using SurveyHub.Features.Reporting.Following;
using SurveyHub.Results;

namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>A service through the editions up to this one, whatever it was called and whatever became of it.</summary>
internal static class SeriesFigure
{
    public static ExplainedFigure? Of(PublishedSurvey survey, EditionReport report, string service)
    {
        if (ServiceSeries.Of(survey, new ServicePasts(survey, report), service) is not { } series) return null;
        var notes = new SeriesNotes(survey, series);
        SeriesLine[] shown = [.. series.Lines.Where(l => l.Figures is { Share: not null, Good: not null, Valid: not null })];
        return new()
        {
            Place = FigurePlace.Series(service),
            Title = $"{series.Name}: good or excellent, {(series.Lines.Count == 1 ? "" : $"{series.Lines[0].Year} to ")}{series.Edition.Year}",
            Value = shown.Length == 0 ? "no figure" : string.Join(", ", shown.Select(l => $"{Figures.Percent(l.Figures!.Share!.Value)} in {l.Year}")),
            Parts =
            [
                ("What it says", RatingFigure.ItemOf(report.Edition, service) is { } item ? Sentences.Definition(report.Edition.Questionnaire, item) + " In every edition as that edition asked it." : "Good or excellent, as every edition asked it."),
                .. shown.Length == 0 ? Array.Empty<(string, string)>() :
                [
                    ("Base", string.Join("; ", shown.Select(l => $"{l.Year}: {Figures.Count(l.Figures!.Valid!.Value, "rating", "ratings")}{(notes.As(l) is { Length: > 0 } name ? $", {name}" : "")}")) + "."),
                    ("Interval", Sentences.Interval + (shown.Any(SeriesNotes.IsTogether) ? " Of several services together it rests on the number of independent ratings that would be as precise, because the same people rated several of them." : "")),
                ],
                ("What became of it", notes.All.Count == 0 ? "Nothing: it is the same service, asked about in the same way, in all of these editions." : string.Join(' ', notes.All)),
                ("No figure", Gaps(series) is { Length: > 0 } gaps ? gaps : "Every edition has one."),
                ("Disclosure", "A point is shown if its edition shows the figure; several services together are shown only if every one of them is. The line says nothing beyond its points."),
                ("Weighting", Sentences.NotWeighted),
            ],
            Recomputation = shown.Length == 0 ? null : Recompute(shown),
        };
    }

    private static string Gaps(ServiceSeries series) => string.Join(' ', series.Lines.Where(l => l.Figures?.Share is null).Select(l =>
        $"{l.Year}: {(l.Figures is { } row ? Words.InPlaceOfShare(row.State, row.Display, l.Report.Edition.Questionnaire.AsksUse) : "not asked")}."));

    // What is several services together has an interval of its own, which rests on who rated several of them.
    private static Recomputation Recompute(SeriesLine[] shown)
    {
        SeriesLine[] single = [.. shown.Where(l => !SeriesNotes.IsTogether(l) && l.Figures is { Lower: not null, Upper: not null })];
        return new(
        [
            ["year", "items", "counts_as", "n"],
            .. shown.SelectMany(l => new IReadOnlyList<object?>[] { [l.Year, l.Figures!.Item, "good", l.Figures.Good], [l.Year, l.Figures.Item, "other", l.Figures.Valid - l.Figures.Good] }),
        ],
        """
        year   <- unique(counts$year)
        good   <- sapply(year, function(y) sum(counts$n[counts$year == y & counts$counts_as == "good"]))
        valid  <- sapply(year, function(y) sum(counts$n[counts$year == y]))
        # Where several services stand together, the same people rated several of them: their interval is wider than this one.
        limits <- mapply(wilson, good, valid)
        result <- c(setNames(good / valid, paste0("share_", year)), setNames(limits[1, ], paste0("lower_", year)), setNames(limits[2, ], paste0("upper_", year)))
        """,
        [
            .. shown.Select(l => ($"share_{l.Year}", l.Figures!.Share!.Value)),
            .. single.Select(l => ($"lower_{l.Year}", l.Figures!.Lower!.Value)), .. single.Select(l => ($"upper_{l.Year}", l.Figures!.Upper!.Value)),
        ]);
    }
}
