using SurveyHub.Data;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Joint;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Tables;

/// <summary>Computes the tables of one edition from its counts. The same counts always give the same tables, to the last digit.</summary>
internal static class EditionTables
{
    /// <summary>The sets of services whose people the tables need.</summary>
    public static IReadOnlyList<IReadOnlyList<Item>> SetsOf(EditionTallies tallies)
    {
        var visibility = ServiceVisibility.Of(tallies);
        return [[.. tallies.Edition.Items.MainRatings], [.. tallies.Edition.Items.MainRatings.Where(visibility.IsShown)], Rankings.Eligible(tallies, visibility)];
    }

    public static async Task<IReadOnlyList<TableContent>> OfAsync(Work work, EditionTallies tallies)
    {
        var raters = await RaterSets.PrepareAsync(work.Connection, work.Transaction, work.Dialect, tallies, SetsOf(tallies));
        await TallyStore.AddCountsAsync(work, tallies.Edition.EditionId, raters.Found);
        var visibility = ServiceVisibility.Of(tallies);
        var (ranked, pairs) = Rankings.Of(tallies, visibility, raters);
        var joint = await JointStore.ReadAsync(work, tallies.Edition);
        var (services, aspects) = (ServiceYears.Of(tallies, visibility), ServiceYears.Aspects(tallies));
        return
        [
            TableContent.Of(ServiceYearRow.Table, services),
            TableContent.Of(ServiceYearRow.AspectTable, aspects),
            TableContent.Of(ServiceYearRow.OfGroupsTable, tallies.ForGroups == tallies ? [] : ServiceYears.Of(tallies.ForGroups, ServiceVisibility.Of(tallies.ForGroups))),
            TableContent.Of(HeadlineRow.Table, [Headlines.Of(tallies, visibility, raters)]),
            TableContent.Of(LowestRatedRow.Table, ranked),
            TableContent.Of(PairwiseRow.Table, pairs),
            TableContent.Of(DistributionRow.Table, Distributions.Of(tallies, visibility)),
            TableContent.Of(SegmentRow.Table, SegmentTables.Of(tallies)),
            TableContent.Of(ImportanceRow.Table, Importances.Of(joint, services, tallies.Thresholds)),
            TableContent.Of(DriverRow.Table, ServiceDrivers.Of(joint, services, aspects, tallies.Thresholds)),
            TableContent.Of(ResponseRateRow.Table, Participation.Of(tallies)),
        ];
    }
}
