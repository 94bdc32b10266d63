using SurveyHub.Results.Counting;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Weighting;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Trends;

/// <summary>
/// Changes of weighted figures, beside the unweighted ones (methodology M11). Only where both editions are weighted by the same groups: another
/// weighting is another series (M13).
/// </summary>
internal static class WeightedChanges
{
    public static WeightedChange? Between(EditionPair pair, Item from, Item to) =>
        pair.AreWeightedAlike && ShareOf(pair.From, from) is { } before && ShareOf(pair.To, to) is { } now ? WeightedShare.Change(before, now) : null;

    /// <summary>Adds the changes of one family of tests to its rows; a weighted one is tested where the unweighted one is.</summary>
    public static IEnumerable<ChangeRow> Add(IReadOnlyList<ChangeRow> rows, IReadOnlyList<WeightedChange?> changes)
    {
        var tested = rows.Zip(changes, (row, change) => row.State == ComparisonState.Tested ? change?.P : null).ToArray();
        var adjusted = MultipleTesting.BenjaminiHochberg(tested);
        return rows.Select((row, i) => changes[i] is not { } change ? row : row with
        {
            WeightedDifference = change.Difference,
            WeightedLower = change.Interval.Lower,
            WeightedUpper = change.Interval.Upper,
            WeightedZ = change.Z,
            WeightedP = tested[i],
            WeightedAdjustedP = adjusted[i],
            WeightedVerdict = adjusted[i] is { } p ? Verdicts.Of(p, change.Difference) : null,
        });
    }

    public static HeadlineChangeRow Add(HeadlineChangeRow row, EditionPair pair, RaterSets from, RaterSets to, ChangeRow? overall)
    {
        if (!pair.AreWeightedAlike || row.Difference is null) return row;
        if (pair.To.Edition.Questionnaire.Headline == HeadlineKind.OverallQuestion)
            return row with
            {
                WeightedDifference = overall?.WeightedDifference,
                WeightedLower = overall?.WeightedLower,
                WeightedUpper = overall?.WeightedUpper,
                WeightedP = overall?.WeightedP,
                WeightedVerdict = overall?.WeightedVerdict,
            };
        var change = Headlines(pair, from, to) is ({ } before, { } now) ? HeadlineChange.Unlinked(before, now) : null;
        return row with
        {
            WeightedDifference = change?.Difference,
            WeightedLower = change?.Interval.Lower,
            WeightedUpper = change?.Interval.Upper,
            WeightedP = change?.P,
            WeightedVerdict = change?.Verdict,
        };
    }

    private static (Headline? From, Headline? To) Headlines(EditionPair pair, RaterSets from, RaterSets to)
    {
        if (pair.To.Edition.Questionnaire.Headline == HeadlineKind.MeanOfServices)
        {
            var mean = HeadlineChanges.MeanSetsOf(pair);
            // Several services that count as one have no weighted share.
            if (mean.From.Concat(mean.To).Any(s => s.Count > 1)) return (null, null);
            return (Mean(pair.From, mean.From, from), Mean(pair.To, mean.To, to));
        }
        var pooled = HeadlineChanges.SetsOf(pair);
        return (Pooled(pair.From, pooled.From, from), Pooled(pair.To, pooled.To, to));
    }

    private static Headline? Mean(EditionTallies tallies, IReadOnlyList<IReadOnlyList<Item>> services, RaterSets raters) => WeightedHeadlines.Told(
        tallies, tallies.Together is null ? null : Tables.Headlines.Mean(tallies, services, raters), WeightedHeadlines.Together(tallies, [.. services.SelectMany(s => s)], raters)?.Mean());

    private static Headline? Pooled(EditionTallies tallies, IReadOnlyList<Item> services, RaterSets raters) => WeightedHeadlines.Told(
        tallies, tallies.Together is null ? null : Tables.Headlines.Pooled(tallies, services, raters), WeightedHeadlines.Together(tallies, services, raters)?.Pooled());

    private static WeightedShare? ShareOf(EditionTallies tallies, Item item) => tallies.Weights!.Of(item).Of(tallies.Of(item).GoodCount);
}
