using SurveyHub.Results.Disclosure;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Tables;

/// <summary>Small customer groups joined, against everyone else (methodology M8).</summary>
internal static class PooledTables
{
    private static readonly Dictionary<int, int> NoCodes = [];

    public static IReadOnlyList<PooledRow> Of(Ledger ledger) =>
        [.. from table in ledger.OfGroups.Groups
            from items in (IEnumerable<Item[]>)[[.. table.Items.Where(i => !i.IsMain)], [.. table.Items.Where(i => i.IsMain)]]
            from row in Rows(ledger.OfGroups, table, items)
            select row];

    private static IEnumerable<PooledRow> Rows(Ledger ledger, GroupTable table, IReadOnlyList<Item> items)
    {
        var pools = items.Select(i => (Item: i, Pool: ledger.PoolOf(table, i))).Where(p => p.Pool is not null).Select(p => (p.Item, Pool: p.Pool!)).ToArray();
        var compared = Segments.Compare([.. pools.Select(p => new SegmentCell("", p.Item.ReportKey, Tally(p.Pool.Count), ledger.Tallies.Of(p.Item).GoodCount, false))], ledger.Tallies.Thresholds);
        return pools.Zip(compared, (p, comparison) => Row(ledger, table, p.Pool, comparison));
    }

    private static PooledRow Row(Ledger ledger, GroupTable table, Pool pool, SegmentComparison comparison)
    {
        var interval = pool.Count.Interval!.Value;
        return new()
        {
            Year = ledger.Edition.Year, Attribute = table.Group.Key, Item = comparison.Cell.Item,
            Members = string.Join(' ', pool.Values.Select(v => v.Length == 0 ? PooledRow.NotKnown : v)), Names = [.. pool.Values.Select(table.NameOf)],
            Valid = pool.Count.Valid, Good = pool.Count.Good, Share = pool.Count.Share!.Value, Lower = interval.Lower, Upper = interval.Upper,
            PVersusRest = comparison.VersusRest?.P, AdjustedP = comparison.AdjustedP, DifferenceToRest = comparison.VersusRest?.Difference,
            State = comparison.State, Display = ExportWords.Of(comparison.State), IsUsual = pool.IsUsual,
        };
    }

    private static ItemTally Tally(GoodCount count) => new(count.Valid, 0, 0, count.Valid, count.Good, 0, 0, NoCodes);
}
