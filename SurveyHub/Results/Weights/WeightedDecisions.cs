using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Weighting;

namespace SurveyHub.Results.Weights;

/// <summary>Where a weighted share stands beside the unweighted one on pages, and why not elsewhere (docs/adr/0015).</summary>
internal static class WeightedDecisions
{
    public static IEnumerable<LedgerRow> Of(Ledger ledger, IReadOnlyList<ServiceYearRow> services, HeadlineRow headline) =>
        ledger.Tallies.Weights is { AreShown: true } weights
            ? [.. services.Select(row => Row(ledger, row.Item, row.State, row.Valid, weights.Outcome)), Row(ledger, LedgerRow.Headline, headline.State, headline.Base, weights.Outcome)]
            : [];

    private static LedgerRow Row(Ledger ledger, string item, CellState state, long? valid, EditionWeighting outcome)
    {
        var (decision, reason) = state switch
        {
            CellState.Hidden => (Decision.Suppressed, Reason.WholeIsHidden),
            CellState.NotAsked => (Decision.Empty, Reason.NotAsked),
            CellState.NoRatings => (Decision.Empty, Reason.NobodyRated),
            _ when PageRounding.Decimals(valid ?? 0, outcome.Range, ledger.Tallies.Thresholds.MinimumTestBase) is null => (Decision.Suppressed, Reason.TooFewToWeight),
            _ => (Decision.Shown, Reason.None),
        };
        return LedgerRows.Row(ledger, LedgerRow.Weighted, item, decision, reason);
    }
}
