using SurveyHub.Data;
using SurveyHub.Results.Commenting;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Representing;
using SurveyHub.Results.Telling;
using SurveyHub.Results.Weights;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Tables;

/// <summary>Computes the tables of one edition from its counts. The same counts always give the same tables, to the last digit.</summary>
internal static class EditionTables
{
    /// <summary>The sets of services whose people the tables need.</summary>
    public static IReadOnlyList<IReadOnlyList<Item>> SetsOf(EditionTallies tallies) => SetsOf(Ledger.Of(tallies));

    /// <param name="work">The transaction in which they are stored.</param>
    /// <param name="tallies">The edition's counts, as they are stored.</param>
    /// <param name="forecast">What the file of single responses tells, if somebody counted that before.</param>
    public static async Task<IReadOnlyList<TableContent>> OfAsync(Work work, EditionTallies tallies, FileForecast? forecast)
    {
        var raters = await RaterSets.PrepareAsync(work.Connection, work.Transaction, work.Dialect, tallies, SetsOf(tallies));
        await TallyStore.AddCountsAsync(work, tallies.Edition.EditionId, raters.Found);
        var joint = await JointStore.ReadAsync(work.Connection, work.Transaction, tallies.Edition);
        var deciding = new DecidingTables(tallies, raters, joint);
        var (ledger, services) = (deciding.Ledger, deciding.Services);
        var (ranked, pairs) = Rankings.Of(ledger, tallies, raters);
        // What the file withholds goes by what is decided of answers; how these go together is told of what is left, and decided by that.
        var told = await ToldTables.OfAsync(work, deciding, forecast);
        var (importance, drivers) = (Importances.Of(joint, services, tallies.Thresholds), ServiceDrivers.Of(joint, services, deciding.Aspects, tallies.Thresholds));
        var comments = await CommentStore.RowsAsync(work, tallies.Edition);
        TableContent[] computed =
        [
            .. deciding.Figures,
            TableContent.Of(LowestRatedRow.Table, ranked),
            TableContent.Of(PairwiseRow.Table, pairs),
            TableContent.Of(DistributionRow.Table, Distributions.Of(ledger)),
            TableContent.Of(PooledRow.Table, PooledTables.Of(ledger)),
            TableContent.Of(ImportanceRow.Table, importance),
            TableContent.Of(DriverRow.Table, drivers),
            TableContent.Of(ResponseRateRow.Table, deciding.ResponseRates),
            TableContent.Of(RepresentationRow.Table, deciding.Represented),
            TableContent.Of(StabilityRow.Table, [Representation.Stability(tallies, deciding.Represented, deciding.Headline, deciding.ResponseRates[0])]),
            TableContent.Of(WeightingRow.Table, tallies.Weights is { } weights ? [new() { Year = tallies.Edition.Year, Outcome = weights.Outcome }] : []),
            TableContent.Of(CommentRow.Table, comments),
        ];
        if (told is { Withhold: true }) (importance, drivers) = (told.Importance, told.Drivers);
        LedgerRow[] decisions = [.. WeightedDecisions.Of(ledger, services, deciding.Headline), .. JointDecisions.Of(ledger, importance, drivers, told is { Withhold: true }), .. deciding.GapDecisions, .. comments.Select(c => c.Decided)];
        return [.. computed, TableContent.Of(LedgerRow.Table, LedgerRows.Of(ledger, decisions)), .. told?.Tables ?? []];
    }

    private static IReadOnlyList<IReadOnlyList<Item>> SetsOf(Ledger ledger) =>
        [[.. ledger.Edition.Items.MainRatings], [.. ledger.Edition.Items.MainRatings.Where(ledger.IsShown)], Rankings.Eligible(ledger)];
}
