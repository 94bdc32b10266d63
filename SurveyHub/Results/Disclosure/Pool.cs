using SurveyHub.Statistics;

namespace SurveyHub.Results.Disclosure;

/// <summary>
/// Small groups joined with their siblings, so that they do not vanish. A pool holds whatever the line hides, so its figure is the total
/// minus figures that are shown: it tells nothing that could not be worked out (docs/adr/0010).
/// </summary>
/// <param name="Values">Keys of the groups in it; empty for those not known.</param>
/// <param name="Count">Their ratings together.</param>
/// <param name="IsUsual">It joins the same groups as on most other ratings.</param>
internal sealed record Pool(IReadOnlyList<string> Values, GoodCount Count, bool IsUsual)
{
    /// <summary>The pool of every item of a table that has one, by the item's number.</summary>
    public static IReadOnlyDictionary<int, Pool> Of(Ledger ledger, GroupTable table)
    {
        var lines = table.Items.Where(ledger.IsShown).ToDictionary(i => i.No, i => table.Values.Where(v => table[i, v].IsHidden).ToHashSet());
        var usual = Usual(table, lines.Values.Where(hidden => hidden.Count > 0).ToArray());
        var pools = new Dictionary<int, Pool>();
        foreach (var item in table.Items.Where(i => lines.ContainsKey(i.No)))
        {
            var hidden = lines[item.No];
            string[] values = [.. table.Values.Where(v => usual.Contains(v) || hidden.Contains(v))];
            var counts = values.Select(v => ledger.Tallies.Of(item, table.Group.Key, v).GoodCount).Where(c => c.Valid > 0).ToArray();
            var sum = counts.Aggregate(new GoodCount(0, 0), (a, b) => a + b);
            if (counts.Length > 1 && MayBeShown(sum, ledger.Tallies.Of(item).GoodCount, ledger.Tallies.Thresholds))
                pools[item.No] = new(values, sum, usual.SetEquals(values));
        }
        return pools;
    }

    /// <summary>The groups that are hidden on at least half of the ratings that hide any: readers want one column, not another sum in each line.</summary>
    private static HashSet<string> Usual(GroupTable table, HashSet<string>[] lines) =>
        lines.Length == 0 ? [] : [.. table.Values.Where(v => 2 * lines.Count(hidden => hidden.Contains(v)) >= lines.Length)];

    // All groups together are all customers; a few who all said the same are not told of (methodology M9, rule 6).
    private static bool MayBeShown(GoodCount pool, GoodCount all, Thresholds thresholds) =>
        pool.Valid >= thresholds.MinimumBase && pool.Valid < all.Valid && !pool.IsOneOpinion(thresholds);
}
