using SurveyHub.Results.Counting;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Statistics.Weighting;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Tables;

/// <summary>The figures over all services with everybody's weight (methodology M5, M6, M11), where the unweighted ones are shown.</summary>
internal static class WeightedHeadlines
{
    /// <param name="row">The unweighted figures.</param>
    /// <param name="tallies">What was counted.</param>
    /// <param name="pooled">Services in the pooled share; none where it is not shown.</param>
    /// <param name="averaged">Services in the mean.</param>
    /// <param name="raters">How many people rated any of them.</param>
    /// <param name="unweighted">The unweighted figures with their errors.</param>
    public static HeadlineRow Add(HeadlineRow row, EditionTallies tallies, IReadOnlyList<Item> pooled, IReadOnlyList<Item> averaged, RaterSets raters, (Headline? Pooled, Headline? Mean) unweighted)
    {
        if (tallies.Weights is not { AreShown: true }) return row;
        var all = Told(tallies, unweighted.Pooled, Together(tallies, pooled, raters)?.Pooled());
        row = row with { WeightedPooledShare = all?.Share, WeightedPooledError = all?.StandardError };
        if (row.Share is null) return row;
        return tallies.Edition.Questionnaire.Headline switch
        {
            HeadlineKind.OverallQuestion => Overall(tallies) is { } overall ? With(row, overall.Share, overall.Interval) : row,
            HeadlineKind.MeanOfServices => With(row, Told(tallies, unweighted.Mean, Together(tallies, averaged, raters)?.Mean())),
            HeadlineKind.PooledRatings => With(row, all),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Several services with everybody's weight; null where nobody rated any, or nothing is weighted.</summary>
    public static WeightedItems? Together(EditionTallies tallies, IReadOnlyList<Item> services, RaterSets raters)
    {
        var rated = services.Where(s => tallies.Of(s).Valid > 0).ToArray();
        return rated.Length == 0 || tallies.Weights is not { AreShown: true } weights
            ? null
            : weights.Together(rated, [.. rated.Select(s => tallies.Of(s).GoodCount)], raters.Of(rated));
    }

    /// <summary>A weighted headline, as it is told where not all may be looked at of who gave which ratings together.</summary>
    public static Headline? Told(EditionTallies tallies, Headline? unweighted, Headline? weighted) => tallies.Together is null || weighted is null ? weighted
        : unweighted is null ? null : DesignOfPart.Weighted(unweighted, weighted.Share, tallies.Weights!.Outcome.DesignEffect ?? 1);

    private static WeightedShare? Overall(EditionTallies tallies) =>
        tallies.Edition.Items.Overall is { } item ? tallies.Weights!.Of(item).Of(tallies.Of(item).GoodCount) : null;

    private static HeadlineRow With(HeadlineRow row, Headline? headline) => headline is null ? row : With(row, headline.Share, headline.Interval);

    private static HeadlineRow With(HeadlineRow row, double share, Interval? interval) =>
        row with { WeightedShare = share, WeightedLower = interval?.Lower, WeightedUpper = interval?.Upper };
}
