using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Scores;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Joint;

/// <summary>What customers expect of each service against what they have, from the triples and from what of the service is shown.</summary>
internal static class ServiceGaps
{
    /// <param name="joint">The triples; without them there is nothing.</param>
    /// <param name="ledger">What is shown of the ratings.</param>
    public static IReadOnlyList<ServiceGap> Of(JointPatterns? joint, Ledger ledger)
    {
        if (joint is null) return [];
        ServiceGap[] services = [.. GapItems.Of(joint.Edition).Select(items => Of(joint, items, ledger))];
        // A family is one column of one table: all services of the edition against their minimum, and against what is wished for (methodology M4, M8).
        var adequacy = MultipleTesting.BenjaminiHochberg([.. services.Select(s => s.Row.AdequacyP)]);
        var superiority = MultipleTesting.BenjaminiHochberg([.. services.Select(s => s.Row.SuperiorityP)]);
        return [.. services.Select((s, at) => s with { Row = s.Row with { AdequacyQ = adequacy[at], SuperiorityQ = superiority[at] } })];
    }

    private static ServiceGap Of(JointPatterns joint, GapItems items, Ledger ledger)
    {
        var gap = ExpectationGap.Of(joint.Triples(items));
        var people = gap?.People ?? 0;
        var (decision, reason, display) = Decide(items, ledger, gap?.BelowMinimum ?? default);
        var (ofMeans, whyNoMeans) = decision is Decision.Suppressed or Decision.Empty ? (decision, reason)
            : people < ledger.Tallies.Thresholds.MinimumTestBase ? (Decision.Suppressed, Reason.TooFewForSpread)
            : TellsLevel(items, ledger.Tallies, people) || LeavesOpen(items, ledger.Tallies, gap!) ? (Decision.Shown, Reason.None) : (Decision.Suppressed, Reason.ProtectsSameTable);
        var row = new GapRow { Year = ledger.Edition.Year, Service = items.Service, Display = display };
        if (decision == Decision.Shown) row = GapRow.OfShare(row, gap!);
        if (ofMeans == Decision.Shown && decision == Decision.Shown)
            row = GapRow.OfMeans(row, gap!, TellsLevel(items, ledger.Tallies, people) ? null : MeanOfAll(items, ledger.Tallies), ledger.Tallies.Thresholds.MinimumBase);
        // Single responses would tell what is not told. A column that is hidden anyway has its row.
        Item[] blank = decision is Decision.Suppressed or Decision.Blurred ? [items.Minimum] : whyNoMeans == Reason.ProtectsSameTable ? [items.Minimum, items.Desired] : [];
        return new(row,
        [
            LedgerRows.Row(ledger, LedgerRow.Gaps, items.Service, decision, reason),
            LedgerRows.Row(ledger, LedgerRow.GapMeans, items.Service, ofMeans, whyNoMeans),
            .. blank.Where(i => ledger.ColumnOf(i) == Reason.None)
                .Select(i => LedgerRows.Row(ledger, LedgerRow.Microdata, i.Key, Decision.Suppressed, decision == Decision.Shown ? whyNoMeans : reason)),
        ]);
    }

    /// <summary>
    /// Whether the mean of what those have who said all three is told: from the base of tests on, and unless a few rated the service without saying what they expect.
    /// How these rated it would be what is between that mean and the distribution of all ratings. Gaps tell no such mean.
    /// </summary>
    public static bool TellsLevel(GapItems items, EditionTallies tallies, int people) =>
        people >= tallies.Thresholds.MinimumTestBase && Others(items, tallies, people) is var others && (others == 0 || others >= tallies.Thresholds.MinimumBase);

    private static int Others(GapItems items, EditionTallies tallies, int people) => tallies.Of(items.Perceived).Valid - people;

    private static bool LeavesOpen(GapItems items, EditionTallies tallies, ExpectationGap gap) =>
        items.Perceived.Scale!.Options is [var worst, .., var best] && gap.LeavesOpen(Others(items, tallies, gap.People), worst.Code, best.Code);

    private static double MeanOfAll(GapItems items, EditionTallies tallies)
    {
        var codes = tallies.Codes(items.Perceived);
        var rated = items.Perceived.Scale!.Options.Select(o => (o.Code, N: codes.GetValueOrDefault(o.Code))).ToArray();
        return (double)rated.Sum(r => (long)r.Code * r.N) / rated.Sum(r => r.N);
    }

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
