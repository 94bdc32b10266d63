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

    public static async Task<IReadOnlyList<TableContent>> OfAsync(Work work, EditionTallies tallies)
    {
        var ledger = Ledger.Of(tallies);
        var raters = await RaterSets.PrepareAsync(work.Connection, work.Transaction, work.Dialect, tallies, SetsOf(ledger));
        await TallyStore.AddCountsAsync(work, tallies.Edition.EditionId, raters.Found);
        var (ranked, pairs) = Rankings.Of(ledger, tallies, raters);
        var joint = await JointStore.ReadAsync(work, tallies.Edition);
        var headline = Headlines.Of(ledger, tallies, raters);
        var (counted, represented) = (Participation.Of(tallies), Representation.Of(tallies));
        var participation = Representation.Rates(tallies, represented, counted);
        var listIsTooSmall = Representation.ListIsTooSmall(represented, counted[0]);
        var (services, aspects) = (ServiceYears.Of(ledger, listIsTooSmall), ServiceYears.Aspects(ledger, listIsTooSmall));
        var (importance, drivers) = (Importances.Of(joint, services, tallies.Thresholds), ServiceDrivers.Of(joint, services, aspects, tallies.Thresholds));
        var gaps = ServiceGaps.Of(joint, ledger);
        var comments = await CommentStore.RowsAsync(work, tallies.Edition);
        TableContent[] computed =
        [
            TableContent.Of(ServiceYearRow.Table, services),
            TableContent.Of(ServiceYearRow.AspectTable, aspects),
            TableContent.Of(ServiceYearRow.OfGroupsTable, ledger.OfGroups == ledger ? [] : ServiceYears.Of(ledger.OfGroups, listIsTooSmall)),
            TableContent.Of(HeadlineRow.Table, [headline]),
            TableContent.Of(LowestRatedRow.Table, ranked),
            TableContent.Of(PairwiseRow.Table, pairs),
            TableContent.Of(DistributionRow.Table, Distributions.Of(ledger)),
            TableContent.Of(SegmentRow.Table, SegmentTables.Of(ledger)),
            TableContent.Of(PooledRow.Table, PooledTables.Of(ledger)),
            TableContent.Of(ImportanceRow.Table, importance),
            TableContent.Of(DriverRow.Table, drivers),
            TableContent.Of(ResponseRateRow.Table, participation),
            TableContent.Of(RepresentationRow.Table, represented),
            TableContent.Of(StabilityRow.Table, [Representation.Stability(tallies, represented, headline, participation[0])]),
            TableContent.Of(WeightingRow.Table, tallies.Weights is { } weights ? [new() { Year = tallies.Edition.Year, Outcome = weights.Outcome }] : []),
            TableContent.Of(CommentRow.Table, comments),
            // Not of editions that do not ask: they stay what they were, byte by byte.
            .. tallies.Edition.Questionnaire.Expectations is null ? [] : new[] { TableContent.Of(GapRow.Table, [.. gaps.Select(g => g.Row)]) },
        ];
        // What the file withholds goes by what is decided of answers; how these go together is told of what is left, and decided by that.
        var told = await ToldTables.OfAsync(work, ledger, [.. computed, Decisions(gaps.SelectMany(g => g.Decided))], services, aspects);
        if (told is { Withhold: true }) (importance, drivers) = (told.Importance, told.Drivers);
        var decisions = Decisions([.. WeightedDecisions.Of(ledger, services, headline), .. JointDecisions.Of(ledger, importance, drivers, told is { Withhold: true }), .. gaps.SelectMany(g => g.Decided), .. comments.Select(c => c.Decided)]);
        return [.. computed, decisions, .. told?.Tables ?? []];

        TableContent Decisions(IEnumerable<LedgerRow> further) => TableContent.Of(LedgerRow.Table, LedgerRows.Of(ledger, further));
    }

    private static IReadOnlyList<IReadOnlyList<Item>> SetsOf(Ledger ledger) =>
        [[.. ledger.Edition.Items.MainRatings], [.. ledger.Edition.Items.MainRatings.Where(ledger.IsShown)], Rankings.Eligible(ledger)];
}
