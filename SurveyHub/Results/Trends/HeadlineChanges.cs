using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Trends;

/// <summary>What changed between two editions over all services (methodology M6).</summary>
internal static class HeadlineChanges
{
    /// <summary>The services pooled on each side: all where both editions asked the same and show their pooled share, else those in common.</summary>
    public static (IReadOnlyList<Item> From, IReadOnlyList<Item> To, string Basis) SetsOf(EditionPair pair)
    {
        if (!pair.ServicesDiffer && pair.FromDecided.Pooled.IsShown && pair.ToDecided.Pooled.IsShown)
            return ([.. pair.From.Edition.Items.MainRatings], [.. pair.To.Edition.Items.MainRatings], HeadlineChangeRow.AllServices);
        var common = pair.CommonServices;
        return ([.. common.SelectMany(c => c.From)], [.. common.SelectMany(c => c.To)], HeadlineChangeRow.CommonServices);
    }

    /// <summary>
    /// The headline is the same kind of figure over services of which only some are in both editions or shown, or of which several became one, so that it
    /// cannot be compared from what either edition stores.
    /// </summary>
    public static bool NeedsCounting(EditionPair pair) =>
        pair.To.Edition.Questionnaire.Headline is var headline && headline != HeadlineKind.OverallQuestion && headline == pair.From.Edition.Questionnaire.Headline
        && (SetsOf(pair).Basis == HeadlineChangeRow.CommonServices || pair.Services.All.Any(c => c.IsPooled) || HidesAny(pair.FromDecided) || HidesAny(pair.ToDecided));

    private static bool HidesAny(Ledger ledger) => ledger.Edition.Items.MainRatings.Any(i => ledger[i].State == CellState.Hidden);

    /// <summary>The services averaged on each side; what became one, or had been, counts as one.</summary>
    public static (IReadOnlyList<IReadOnlyList<Item>> From, IReadOnlyList<IReadOnlyList<Item>> To) MeanSetsOf(EditionPair pair) =>
        ([.. pair.CommonServices.Select(c => c.From)], [.. pair.CommonServices.Select(c => c.To)]);

    public static HeadlineChangeRow Of(EditionPair pair, RaterSets from, RaterSets to, LinkedCounts linked, IReadOnlyList<ChangeRow> changes)
    {
        var sets = SetsOf(pair);
        var pooled = Compare(pair, Headlines.Pooled(pair.From, sets.From, from), Headlines.Pooled(pair.To, sets.To, to));
        var row = new HeadlineChangeRow
        {
            YearFrom = pair.From.Edition.Year,
            YearTo = pair.To.Edition.Year,
            ServicesCompared = sets.Basis == HeadlineChangeRow.AllServices ? sets.To.Count : pair.CommonServices.Count,
            Basis = sets.Basis,
            PooledDifference = pooled?.Difference,
            PooledError = pooled?.StandardError,
            PooledP = pooled?.P,
            PooledLinkedError = pooled is null ? null : Linked(pair, sets.From, sets.To, from, to, linked)?.StandardError,
            Kind = HeadlineRow.WordOf(pair.To.Edition.Questionnaire.Headline),
            State = ComparisonState.NotComparable,
            Words = HeadlineChangeRow.AnotherHeadline,
        };
        // Never switched silently: another kind of headline is another series.
        if (pair.From.Edition.Questionnaire.Headline != pair.To.Edition.Questionnaire.Headline) return row;
        var overall = changes.FirstOrDefault(c => c.Item == Questionnaire.OverallQuestion);
        row = pair.To.Edition.Questionnaire.Headline switch
        {
            HeadlineKind.OverallQuestion => WithOverall(row, overall),
            HeadlineKind.MeanOfServices => WithMean(row, pair, from, to),
            HeadlineKind.PooledRatings => With(row, pooled),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return WeightedChanges.Add(row, pair, from, to, overall);
    }

    private static HeadlineChangeRow WithMean(HeadlineChangeRow row, EditionPair pair, RaterSets from, RaterSets to)
    {
        var sets = MeanSetsOf(pair);
        var change = Compare(pair, Headlines.Mean(pair.From, sets.From, from), Headlines.Mean(pair.To, sets.To, to));
        var all = IsAllShown(pair.FromDecided, sets.From) && IsAllShown(pair.ToDecided, sets.To);
        return With(row with { ServicesCompared = sets.To.Count, Basis = all ? HeadlineChangeRow.AllServices : HeadlineChangeRow.CommonServices }, change);
    }

    private static bool IsAllShown(Ledger ledger, IReadOnlyList<IReadOnlyList<Item>> services) =>
        ledger.Edition.Items.MainRatings.Count(ledger.IsShown) == services.Sum(s => s.Count);

    private static HeadlineChange? Compare(EditionPair pair, Headline? from, Headline? to) =>
        from is null || to is null || from.Ratings < pair.From.Thresholds.MinimumTestBase || to.Ratings < pair.To.Thresholds.MinimumTestBase
            ? null
            : HeadlineChange.Unlinked(from, to);

    private static HeadlineChange? Linked(
        EditionPair pair, IReadOnlyList<Item> fromSet, IReadOnlyList<Item> toSet, RaterSets from, RaterSets to, LinkedCounts linked)
    {
        // The people of both editions were counted over all services under the same keys, so only that figure can be linked.
        if (linked.Pooled is not { } both || pair.From.Together is not null || pair.To.Together is not null || both.People < pair.To.Thresholds.MinimumBase || SetsOf(pair).Basis != HeadlineChangeRow.AllServices
            || pair.Services.All.Any(c => !c.Ancestry.IsPlain)) return null;
        return HeadlineChange.Linked(Moments(pair.From, fromSet, from), Moments(pair.To, toSet, to), both);
    }

    private static PooledMoments Moments(EditionTallies tallies, IReadOnlyList<Item> services, RaterSets raters) =>
        PooledMoments.FromTallies([.. services.Select(s => tallies.Of(s).GoodCount)], tallies.Pairs(services), raters.Of(services));

    private static HeadlineChangeRow WithOverall(HeadlineChangeRow row, ChangeRow? overall) => row with
    {
        Difference = overall?.Difference,
        Lower = overall?.Lower,
        Upper = overall?.Upper,
        HeadlineP = overall?.PUsed,
        State = overall?.State ?? ComparisonState.NoComparison,
        Verdict = overall?.Verdict,
        Words = overall?.Words ?? "no comparison: no ratings in one year",
    };

    private static HeadlineChangeRow With(HeadlineChangeRow row, HeadlineChange? change) => change switch
    {
        null when row.ServicesCompared == 0 => row with { State = ComparisonState.NotComparable, Words = HeadlineChangeRow.NothingInCommon },
        null => row with { State = ComparisonState.TooFewToTest, Words = "too few to test" },
        _ => row with
        {
            Difference = change.Difference,
            Lower = change.Interval.Lower,
            Upper = change.Interval.Upper,
            HeadlineP = change.P,
            State = ComparisonState.Tested,
            Verdict = change.Verdict,
            Words = ExportWords.Of(change.Verdict),
        },
    };
}
