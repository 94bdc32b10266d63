using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Scores;

namespace SurveyHub.Results.Joint;

/// <summary>What customers expect of each service against what they have, from the triples and from what of the service is shown.</summary>
internal static class ServiceGaps
{
    /// <param name="joint">The triples; without them there is nothing.</param>
    /// <param name="ledger">What is shown of the ratings.</param>
    public static IReadOnlyList<ServiceGap> Of(JointPatterns? joint, Ledger ledger) =>
        joint is null ? [] : [.. GapItems.Of(joint.Edition).Select(items => Of(joint, items, ledger))];

    private static ServiceGap Of(JointPatterns joint, GapItems items, Ledger ledger)
    {
        var gap = ExpectationGap.Of(joint.Triples(items));
        var people = gap?.People ?? 0;
        var (decision, reason, display) = Decide(items, ledger, gap?.BelowMinimum ?? default);
        var (ofMeans, whyNoMeans) = decision is Decision.Suppressed or Decision.Empty ? (decision, reason)
            : people < ledger.Tallies.Thresholds.MinimumTestBase ? (Decision.Suppressed, Reason.TooFewForSpread)
            : HasMeans(items, ledger.Tallies, people) ? (Decision.Shown, Reason.None) : (Decision.Suppressed, Reason.ProtectsSameTable);
        var row = new GapRow { Year = ledger.Edition.Year, Service = items.Service, Display = display };
        return new(decision == Decision.Shown ? GapRow.Of(row, gap!, ofMeans == Decision.Shown) : row,
        [
            LedgerRows.Row(ledger, LedgerRow.Gaps, items.Service, decision, reason),
            LedgerRows.Row(ledger, LedgerRow.GapMeans, items.Service, ofMeans, whyNoMeans),
            // Single responses would tell the number that is not told. A column that is hidden anyway has its row.
            .. decision is Decision.Suppressed or Decision.Blurred && ledger.ColumnOf(items.Minimum) == Reason.None ? [LedgerRows.Row(ledger, LedgerRow.Microdata, items.Minimum.Key, Decision.Suppressed, reason)] : Array.Empty<LedgerRow>(),
        ]);
    }

    /// <summary>
    /// Whether averages are told: from the base of tests on, and unless a few rated the service without saying what they expect. How these rated it would be what is between the average of all three and how all ratings spread.
    /// </summary>
    public static bool HasMeans(GapItems items, EditionTallies tallies, int people) =>
        people >= tallies.Thresholds.MinimumTestBase && (tallies.Of(items.Perceived).Valid - people) is var others && (others == 0 || others >= tallies.Thresholds.MinimumBase);

    /// <summary>Whether a report tells something of the gaps of a service, be it in a word.</summary>
    /// <param name="items">The service's ratings.</param>
    /// <param name="ledger">What the report shows.</param>
    public static bool IsTold(GapItems items, Ledger ledger) => Missing(items, ledger, People(items, ledger.Tallies)) is null;

    /// <summary>Those who gave all three ratings, as they were counted.</summary>
    public static int People(GapItems items, EditionTallies tallies) => tallies.Count(CountNames.Expecting, value: items.Service) ?? 0;

    private static (Decision, Reason, string Display) Decide(GapItems items, Ledger ledger, GoodCount below)
    {
        if (Missing(items, ledger, below.Valid) is { } missing) return missing;
        if (below.IsNearlyOneOpinion(ledger.Tallies.Thresholds)) return (Decision.Blurred, Reason.NearlyAllAlike, 2 * below.Good > below.Valid ? GapRow.Over : GapRow.Under);
        return (Decision.Shown, Reason.None, ExportWords.Of(CellState.Shown));
    }

    private static (Decision, Reason, string Display)? Missing(GapItems items, Ledger ledger, int people)
    {
        var main = ledger.Edition.Items.MainRatings.First(i => i.Service == items.Service);
        if (new[] { main, items.Perceived }.Select(i => ledger[i]).FirstOrDefault(d => d.State == CellState.Hidden) is { } hidden) return (Decision.Suppressed, Reason.WholeIsHidden, hidden.Display);
        if (items.All.Select(i => ledger[i]).FirstOrDefault(d => d.State == CellState.Hidden) is { } expectation) return (Decision.Suppressed, expectation.Reason, expectation.Display);
        if (items.All.Select(i => ledger[i]).FirstOrDefault(d => d.State is CellState.NotAsked or CellState.NoRatings) is { } empty) return (Decision.Empty, empty.Reason, empty.Display);
        if (people == 0) return (Decision.Empty, Reason.NobodyRated, ExportWords.Of(CellState.NoRatings));
        if (people < ledger.Tallies.Thresholds.MinimumBase) return (Decision.Suppressed, Reason.TooFewAnswers, ExportWords.Of(CellState.Hidden));
        return null;
    }
}

/// <summary>A service's figures, and what was decided of them.</summary>
internal sealed record ServiceGap(GapRow Row, IReadOnlyList<LedgerRow> Decided);
