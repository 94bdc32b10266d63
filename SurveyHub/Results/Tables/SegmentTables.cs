using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Disclosure;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Tables;

/// <summary>Customer groups against everyone else, with what must not be known hidden (methodology M8, M9).</summary>
internal static class SegmentTables
{
    public static IReadOnlyList<SegmentRow> Of(Ledger ledger) => [.. ledger.OfGroups.Groups.SelectMany(table => Of(ledger.OfGroups.Tallies, table))];

    private static IEnumerable<SegmentRow> Of(EditionTallies tallies, GroupTable table) =>
        [.. tallies.Edition.Items.Overall is { } overall ? Rows(tallies, table, [overall]) : [], .. Rows(tallies, table, [.. tallies.Edition.Items.MainRatings])];

    /// <summary>All cells of one table: one family of tests.</summary>
    private static IEnumerable<SegmentRow> Rows(EditionTallies tallies, GroupTable table, IReadOnlyList<Item> items)
    {
        var group = table.Group;
        var cells = (from item in items
                     from value in table.Values
                     select (Item: item, Value: value, Disclosure: table[item, value])).ToArray();
        var compared = Segments.Compare([.. cells.Select(c => new SegmentCell(
            c.Value, c.Item.ReportKey, tallies.Of(c.Item, group.Key, c.Value), tallies.Of(c.Item).GoodCount, c.Disclosure.IsHidden))], tallies.Thresholds);
        return cells.Zip(compared, (cell, comparison) => Row(tallies.Edition.Year, group.Key, table.NameOf(cell.Value), cell.Disclosure, comparison));
    }

    private static SegmentRow Row(int year, string attribute, string name, CellDisclosure disclosure, SegmentComparison comparison)
    {
        var row = new SegmentRow
        {
            Year = year, Attribute = attribute, Item = comparison.Cell.Item, Segment = name, SegmentKey = comparison.Cell.Segment,
            IsHidden = disclosure.IsHidden, HiddenReason = ReasonOf(disclosure.Visibility), State = comparison.State,
            Display = disclosure.Visibility == CellVisibility.HiddenComplementary ? ExportWords.HiddenToProtectOthers : ExportWords.Of(comparison.State),
        };
        if (row.IsHidden) return row;
        var count = comparison.Cell.Tally.GoodCount;
        return row with
        {
            Valid = count.Valid,
            Good = count.Good,
            Share = count.Share,
            Lower = count.Interval?.Lower,
            Upper = count.Interval?.Upper,
            PVersusRest = comparison.VersusRest?.P,
            AdjustedP = comparison.AdjustedP,
            DifferenceToRest = comparison.VersusRest?.Difference,
        };
    }

    private static string ReasonOf(CellVisibility visibility) => visibility switch
    {
        CellVisibility.HiddenPrimary => "primary",
        CellVisibility.HiddenComplementary => "complementary",
        CellVisibility.Empty or CellVisibility.Shown => "",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
