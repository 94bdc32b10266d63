using SurveyHub.Features.Reporting.Bridging;
using SurveyHub.Results;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Telling;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>The headline, whichever figure the survey's definition calls so.</summary>
internal static class HeadlineFigure
{
    public static ExplainedFigure? Of(EditionReport report)
    {
        var questionnaire = report.Edition.Questionnaire;
        if (questionnaire.Headline == HeadlineKind.OverallQuestion)
            return RatingFigure.Of(report, Questionnaire.OverallQuestion) is { } overall ? overall with { Place = FigurePlace.Headline } : null;
        if (report.Rows(HeadlineRow.Table) is not [var row, ..]) return null;
        return new()
        {
            Place = FigurePlace.Headline,
            Title = $"Headline: good or excellent, {row.Year}",
            Value = row.Share is { } share ? Sentences.Value(share, row.Lower, row.Upper) : Words.InPlaceOfShare(row.State, row.Display),
            Parts =
            [
                ("What it says", HeadlineWords.What(questionnaire)),
                .. row.Share is null ? Array.Empty<(string, string)>() : [("Base", Base(row)), ("Left out", Left(report, row)), ("Interval", Interval(report, row)), .. BridgeNote.OnHalf(report, ofService: false) is null ? Array.Empty<(string, string)>() : [("Two wordings", BridgeNote.OfThese)]],
                ("Disclosure", Sentences.Disclosure(report, row.State, row.Display, cell => cell is { Of: LedgerRow.Headline, Item: LedgerRow.PooledItem }) + (row.Share is null || report.Edition.Origin == EditionOrigin.History ? "" : $" {TogetherWords.Disclosure(report)}")),
                ("Weighting", Sentences.Weighting(report, row.WeightedShare, row.Base, row.WeightedLower, row.WeightedUpper)),
            ],
            Recomputation = row.Share is null ? null : questionnaire.Headline == HeadlineKind.PooledRatings ? Pooled(row) : Mean(report, row),
        };
    }

    private static string Base(HeadlineRow row) => row.Kind == "mean_of_services"
        ? $"{Figures.Count(row.ServicesInMean, "service", "services")} with {Figures.Count(row.Base ?? 0, "rating", "ratings")} together."
        : $"{Figures.Count(row.Base ?? 0, "rating", "ratings")}{(row.Raters is { } people ? $" by {(row.RatersAreRounded == true ? "about " : "")}{Figures.Count(people, "customer", "customers")}" : "")}.";

    private static string Left(EditionReport report, HeadlineRow row)
    {
        var hidden = report.Rows(ServiceYearRow.Table).Count(r => r.State == CellState.Hidden && report.Edition.Questionnaire.Service(r.Item) is not null);
        return "“Cannot judge” and what was left empty."
            + (hidden == 0 ? "" : row.Kind == "mean_of_services"
                ? $" {Figures.Count(hidden, "service whose own figure is hidden", "services whose own figures are hidden")} as well."
                : $" Ratings of the {Figures.Count(hidden, "service whose own figure is hidden", "services whose own figures are hidden")} are in it.");
    }

    private static string Interval(EditionReport report, HeadlineRow row) => (report.Edition.Origin, row.Kind) switch
    {
        (EditionOrigin.History, _) => "The widest there can be: only counts are known, not which ratings belong to one person.",
        _ when ToldRows.IsOfFewServices(report) => HeadlineWords.OfFewServices,
        (_, "mean_of_services") => $"95 % interval, clustered by person, because the same people rate several services. {TogetherWords.Precision(report)}".TrimEnd(),
        _ => $"95 % score interval of Wilson over the effective number of ratings, clustered by person, because the same people rate several services{(row.PooledEffectiveN is { } effective ? $": they are as precise as about {Figures.Count((long)Math.Round(effective))} ratings of as many people{(effective > row.Ratings ? ", more than there are, because who found one service good often found another less so" : "")}" : "")}. {TogetherWords.Precision(report)}".TrimEnd(),
    };

    private static Recomputation? Pooled(HeadlineRow row) =>
        row is not { Ratings: { } ratings, Share: > 0 and < 1 and var share, PooledEffectiveN: { } effective, Lower: { } lower, Upper: { } upper } || Good(share, ratings) is not { } good ? null
            : new([["what", "n"], ["ratings", ratings], ["good", good], ["effective_ratings", effective == Math.Floor(effective) ? (object)(long)effective : effective]], Scripts.Pooled, [("share", share), ("lower", lower), ("upper", upper)]);

    // The share is this fraction.
    private static long? Good(double share, long ratings) => (long)Math.Round(share * ratings) is var good && (double)good / ratings == share ? good : null;

    private static Recomputation Mean(EditionReport report, HeadlineRow row) => new(
    [
        ["year", "item", "counts_as", "n", "error"],
        .. from service in report.Rows(ServiceYearRow.Table)
           where service.IsVisible && report.Edition.Questionnaire.Service(service.Item) is not null
           from part in new (string CountsAs, int? N)[] { ("good", service.Good), ("other", service.Valid - service.Good) }
           select (IReadOnlyList<object?>)[service.Year, service.Item, part.CountsAs, part.N, row.MeanError],
    ], Scripts.Mean, [("share", row.Share!.Value), .. row is { MeanError: not null, Lower: { } lower, Upper: { } upper } ? [("lower", lower), ("upper", upper)] : Array.Empty<(string, double)>()]);
}
