using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Tables;

/// <summary>The figures over all services of an edition (methodology M5, M6).</summary>
internal static class Headlines
{
    private static readonly GoodCount NoRatings = new(0, 0);

    /// <param name="ledger">What is shown.</param>
    /// <param name="tallies">Its counts, or these as they are told.</param>
    /// <param name="raters">Knows how many people rated any of its services.</param>
    public static HeadlineRow Of(Ledger ledger, EditionTallies tallies, RaterSets raters)
    {
        var services = tallies.Edition.Items.MainRatings.ToArray();
        var pooled = ledger.Pooled.IsShown ? Pooled(tallies, services, raters) : null;
        var averaged = services.Where(ledger.IsShown).ToArray();
        var mean = Mean(tallies, [.. averaged.Select(s => (IReadOnlyList<Item>)[s])], raters);
        var row = new HeadlineRow
        {
            Year = tallies.Edition.Year,
            Respondents = tallies.Count(CountNames.Responses),
            Raters = ledger.Pooled.State == CellState.Hidden ? null : tallies.Count(CountNames.Raters),
            Ratings = pooled?.Ratings,
            PooledShare = pooled?.Share,
            PooledError = pooled?.StandardError,
            PooledEffectiveN = pooled?.EffectiveN,
            PooledLower = pooled?.Interval?.Lower,
            PooledUpper = pooled?.Interval?.Upper,
            PooledNaiveError = pooled?.NaiveError,
            Sums = pooled?.People >= tallies.Thresholds.MinimumTestBase && tallies.HasPairs ? Moments(tallies, [.. services.Where(s => tallies.Of(s).Valid > 0)], raters) : null,
            PooledState = ledger.Pooled.Display,
            ServicesInMean = averaged.Length,
            MeanOfServices = mean?.Share,
            MeanError = mean?.StandardError,
            MeanLower = mean?.Interval?.Lower,
            MeanUpper = mean?.Interval?.Upper,
            Kind = HeadlineRow.WordOf(tallies.Edition.Questionnaire.Headline),
            State = default,
            Display = "",
        };
        row = tallies.Edition.Questionnaire.Headline switch
        {
            HeadlineKind.OverallQuestion => WithOverall(row, ledger),
            HeadlineKind.MeanOfServices => WithMean(row, mean, tallies, mean is null ? WhyNoMean(services, ledger) : StateOf(mean, tallies)),
            HeadlineKind.PooledRatings => With(row, pooled, ledger.Pooled.State) with { Display = ledger.Pooled.Display },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return WeightedHeadlines.Add(row, tallies, pooled is null ? [] : services, averaged, raters, (pooled, mean));
    }

    public static Headline? Pooled(EditionTallies tallies, IReadOnlyList<Item> services, RaterSets raters)
    {
        var rated = services.Where(s => tallies.Of(s).Valid > 0).ToArray();
        if (rated.Length == 0) return null;
        if (tallies.Together is { } file && Pooled(file, rated, RaterSets.AtLeast(file)) is { } part) return DesignOfPart.Pooled(Sum(tallies, rated), rated.Length, part);
        return tallies is { HasPairs: true, Together: null }
            ? Headline.Pooled(Moments(tallies, rated, raters), rated.Length)
            : CautiousHeadline.Pooled([.. rated.Select(s => tallies.Of(s).GoodCount)], tallies.Count(CountNames.Responses));
    }

    private static PooledMoments Moments(EditionTallies tallies, IReadOnlyList<Item> services, RaterSets raters) =>
        PooledMoments.FromTallies([.. services.Select(s => tallies.Of(s).GoodCount)], tallies.Pairs(services), raters.Of(services));

    /// <param name="tallies">The edition.</param>
    /// <param name="services">Each service, or several that count as one.</param>
    /// <param name="raters">Knows how many people rated at least one of them.</param>
    public static Headline? Mean(EditionTallies tallies, IReadOnlyList<IReadOnlyList<Item>> services, RaterSets raters)
    {
        if (services.Count == 0) return null;
        GoodCount[] counts = [.. services.Select(s => Sum(tallies, s))];
        if (tallies.Together is { } file && RatedIn(file, services) is { Length: > 0 } rated)
            return DesignOfPart.Mean(counts, [.. rated.Select(s => Sum(file, s))], Mean(file, rated, RaterSets.AtLeast(file))!);
        if (!tallies.HasPairs || tallies.Together is not null) return CautiousHeadline.Mean(counts, tallies.Count(CountNames.Responses));
        if (services.All(s => s.Count == 1)) return Headline.MeanOfServices(Covariance(tallies, [.. services.Select(s => s[0])], raters));
        var pairs = new PairTallies(services.Count);
        for (var second = 1; second < services.Count; second++)
            for (var first = 0; first < second; first++)
                pairs[first, second] = Together(tallies, services[first], services[second]);
        return Headline.MeanOfServices(ClusteredCovariance.FromTallies(
            counts, pairs, raters.Of([.. services.SelectMany(s => s)]), [.. services.Select(s => Together(tallies, s, s))]));
    }

    private static GoodCount Sum(EditionTallies tallies, IReadOnlyList<Item> services) => services.Aggregate(NoRatings, (sum, one) => sum + tallies.Of(one).GoodCount);

    private static IReadOnlyList<Item>[] RatedIn(EditionTallies tallies, IReadOnlyList<IReadOnlyList<Item>> services) => [.. services.Where(s => Sum(tallies, s).Valid > 0)];

    // All pairs of one of the first with another one of the second.
    private static PairTally Together(EditionTallies tallies, IReadOnlyList<Item> first, IReadOnlyList<Item> second) =>
        (from one in first from other in second where one != other select tallies.Pairs([one, other])[0, 1]).Aggregate(PairTally.None, (sum, pair) => sum + pair);

    /// <summary>Of comparisons within an edition. Where not all may be looked at together, what the rest have in common is left out, which makes differences less certain.</summary>
    public static ClusteredCovariance Covariance(EditionTallies tallies, IReadOnlyList<Item> services, RaterSets raters)
    {
        GoodCount[] counts = [.. services.Select(s => tallies.Of(s).GoodCount)];
        return tallies.Together is { } file
            ? ClusteredCovariance.FromTallies(counts, file.Pairs(services), counts.Max(c => c.Valid))
            : ClusteredCovariance.FromTallies(counts, tallies.Pairs(services), raters.Of(services));
    }

    private static HeadlineRow WithMean(HeadlineRow row, Headline? mean, EditionTallies tallies, CellState state) =>
        With(row, mean, state) with { Display = tallies.WordsOf(state) };

    // As many ratings as the comparison of two means asks for.
    private static CellState StateOf(Headline mean, EditionTallies tallies) =>
        mean.Ratings < tallies.Thresholds.MinimumTestBase ? CellState.SmallBase : CellState.Shown;

    // Without a service to average there is a reason: all too small, nobody could judge, nothing asked.
    private static CellState WhyNoMean(IReadOnlyList<Item> services, Ledger ledger)
    {
        var states = services.Select(s => ledger[s].State).ToHashSet();
        return states.Contains(CellState.Hidden) ? CellState.Hidden : states.Contains(CellState.NoRatings) ? CellState.NoRatings : CellState.NotAsked;
    }

    private static HeadlineRow WithOverall(HeadlineRow row, Ledger ledger)
    {
        if (ledger.Edition.Items.Overall is not { } overall) return row with { State = CellState.NotAsked, Display = ledger.Tallies.WordsOf(CellState.NotAsked) };
        var (tally, decided) = (ledger.Tallies.Of(overall), ledger[overall]);
        row = row with { State = decided.State, Display = decided.Display };
        if (!decided.IsShown) return row;
        var interval = tally.GoodCount.Interval!.Value;
        return row with { Share = tally.Share, Lower = interval.Lower, Upper = interval.Upper, Base = tally.Valid };
    }

    private static HeadlineRow With(HeadlineRow row, Headline? headline, CellState state) => row with
    {
        Share = headline?.Share,
        Lower = headline?.Interval?.Lower,
        Upper = headline?.Interval?.Upper,
        Base = headline?.Ratings,
        State = state,
        Display = ExportWords.Of(state),
    };
}
