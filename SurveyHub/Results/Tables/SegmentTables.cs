using SurveyHub.Results.Counting;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Disclosure;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Tables;

/// <summary>Customer groups against everyone else, with what must not be known hidden (methodology M8, M9).</summary>
internal static class SegmentTables
{
    public static IReadOnlyList<SegmentRow> Of(EditionTallies tallies) =>
        [.. tallies.Edition.Questionnaire.Groups.SelectMany(group => Of(tallies, group))];

    private static IEnumerable<SegmentRow> Of(EditionTallies tallies, CustomerGroup group)
    {
        var segments = SegmentsOf(tallies, group);
        var overall = tallies.Edition.Items.Overall is { } item ? OneWay(tallies, group, segments, item) : [];
        return [.. overall, .. TwoWay(tallies, group, segments)];
    }

    /// <summary>The group's values; who did not say is a value too, for without them the others would not add up to everyone.</summary>
    private static IReadOnlyList<(string Key, string Name)> SegmentsOf(EditionTallies tallies, CustomerGroup group)
    {
        var known = group.Options.Select(o => (o.Key, o.Label.ToString()));
        var unknown = tallies.Edition.Items.All.Any(i => i.Kind == ItemKind.Rating && tallies.Of(i, group.Key).Asked > 0);
        return [.. known, .. unknown ? [("", SegmentRow.NotKnown)] : Array.Empty<(string, string)>()];
    }

    private static IEnumerable<SegmentRow> OneWay(EditionTallies tallies, CustomerGroup group, IReadOnlyList<(string Key, string Name)> segments, Item item)
    {
        var counts = segments.Select(s => tallies.Of(item, group.Key, s.Key).Valid).ToArray();
        var line = OneWayRule.Apply(counts, tallies.Thresholds.MinimumBase);
        return Rows(tallies, group, [item], segments, (_, segment) => line.Cells[segment]);
    }

    private static IEnumerable<SegmentRow> TwoWay(EditionTallies tallies, CustomerGroup group, IReadOnlyList<(string Key, string Name)> segments)
    {
        var services = tallies.Edition.Items.MainRatings.ToArray();
        var counts = new int[services.Length, segments.Count];
        for (var service = 0; service < services.Length; service++)
            for (var segment = 0; segment < segments.Count; segment++)
                counts[service, segment] = tallies.Of(services[service], group.Key, segments[segment].Key).Valid;
        var table = TwoWayRule.Apply(counts, tallies.Thresholds.MinimumBase);
        return Rows(tallies, group, services, segments, (service, segment) => table[service, segment]);
    }

    /// <summary>All cells of one table: one family of tests.</summary>
    private static IEnumerable<SegmentRow> Rows(
        EditionTallies tallies, CustomerGroup group, IReadOnlyList<Item> items, IReadOnlyList<(string Key, string Name)> segments,
        Func<int, int, CellDisclosure> disclosure)
    {
        var cells = (from item in items.Index()
                     from segment in segments.Index()
                     select (item.Item, Segment: segment.Item, Disclosure: disclosure(item.Index, segment.Index))).ToArray();
        var compared = Segments.Compare([.. cells.Select(c => new SegmentCell(
            c.Segment.Key, c.Item.ReportKey, tallies.Of(c.Item, group.Key, c.Segment.Key), tallies.Of(c.Item).GoodCount, c.Disclosure.IsHidden))], tallies.Thresholds);
        return cells.Zip(compared, (cell, comparison) => Row(tallies.Edition.Year, group.Key, cell.Segment.Name, cell.Disclosure, comparison));
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
