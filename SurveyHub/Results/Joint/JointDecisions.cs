using SurveyHub.Results.Disclosure;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Joint;

/// <summary>What pages show of importance and drivers, and why not more: correlations at full precision over few people can be solved for what these said.</summary>
internal static class JointDecisions
{
    /// <param name="ledger">What is shown of the ratings.</param>
    /// <param name="importance">As it is told.</param>
    /// <param name="drivers">As they are told.</param>
    /// <param name="withhold">They are of what the file of single responses tells: where nobody stands behind, others may have answered.</param>
    public static IEnumerable<LedgerRow> Of(Ledger ledger, IReadOnlyList<ImportanceRow> importance, IReadOnlyList<DriverRow> drivers, bool withhold) =>
        [.. importance.Select(row => Importance(ledger, row, withhold)), .. drivers.Select(row => Driver(ledger, row))];

    private static LedgerRow Importance(Ledger ledger, ImportanceRow row, bool withhold)
    {
        var whole = new[] { MainOf(ledger, row.Service), ledger.Edition.Items.Overall! };
        var fewest = Importances.FewestPairs(ledger.Tallies.Thresholds);
        var (decision, reason) = row switch
        {
            _ when whole.Any(i => ledger[i].State == CellState.Hidden) => (Decision.Suppressed, Reason.WholeIsHidden),
            { Pairs: null } => (Decision.Suppressed, Reason.TooFewAnswers),
            { Pairs: 0 } when !withhold => (Decision.Empty, Reason.NobodyRated),
            { Pairs: var pairs } when pairs < fewest => (Decision.Suppressed, Reason.TooFewForCorrelation),
            { Spearman: null } => (Decision.Empty, Reason.NothingVaries),
            _ => (Decision.Shown, Reason.None),
        };
        return LedgerRows.Row(ledger, LedgerRow.Importance, row.Service, decision, reason);
    }

    private static LedgerRow Driver(Ledger ledger, DriverRow row)
    {
        var main = MainOf(ledger, row.Service);
        var states = ledger.Edition.Items.All.Where(i => (i.IsMain || i is { IsAspect: true, Bridge: null }) && i.Service == main.Service).Select(i => ledger[i].State).ToArray();
        var (decision, reason) = row switch
        {
            { Display: DriverRow.TooMany } => (Decision.Empty, Reason.TooManyQuestions),
            _ when states.Contains(CellState.Hidden) => (Decision.Suppressed, Reason.WholeIsHidden),
            _ when states.Any(s => s is CellState.NotAsked or CellState.NoRatings) => (Decision.Empty, Reason.NobodyRated),
            { People: null } => (Decision.Suppressed, Reason.TooFewAnswers),
            { Display: DriverRow.TooFew } => (Decision.Suppressed, Reason.TooFewForCorrelation),
            { Contribution: null } => (Decision.Empty, Reason.NothingVaries),
            _ => (Decision.Shown, Reason.None),
        };
        return LedgerRows.Row(ledger, LedgerRow.Drivers, $"{row.Service}.{row.Question}", decision, reason);
    }

    private static Item MainOf(Ledger ledger, string service) => ledger.Edition.Items.MainRatings.First(i => i.Service == service);
}
