namespace SurveyHub.Statistics.Disclosure;

/// <summary>What may be shown of a one-way table.</summary>
/// <param name="Cells">One for each cell, in the order given.</param>
/// <param name="Total">The total of the table.</param>
public sealed record OneWayDisclosure(IReadOnlyList<CellDisclosure> Cells, CellDisclosure Total);

/// <summary>
/// Disclosure control of a list of groups whose total is shown (methodology M9, rules 1 and 2). What can then be worked out by
/// subtraction always joins at least two groups and at least the minimum of answers.
/// </summary>
public static class OneWayRule
{
    /// <summary>Decides every cell and the total.</summary>
    /// <param name="counts">Valid answers of each group, unweighted; the groups are disjoint and together everyone.</param>
    /// <param name="minimumBase">Fewest answers that may be shown, at least 5.</param>
    /// <param name="hiddenElsewhere">Whether the group with an index is hidden for another reason than this table; null for none.</param>
    /// <param name="minimumUnion">
    /// Fewest answers that hidden groups may have together, where that is more than the minimum. Of a few all may be of one opinion, which the total minus the shown groups
    /// would tell (M9, rule 6); it does not look at the opinions, or the rule itself would tell them.
    /// </param>
    /// <returns>The whole table is hidden when everyone together is fewer than the minimum.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the minimum protects nobody.</exception>
    public static OneWayDisclosure Apply(IReadOnlyList<int> counts, int minimumBase = 10, Func<int, bool>? hiddenElsewhere = null, int minimumUnion = 0) =>
        Apply(counts, minimumBase, Math.Max(minimumBase, minimumUnion), hiddenElsewhere, null);

    /// <summary>
    /// Decides every cell and the total, and leaves no union of hidden groups that is of one opinion, however large: the total minus the
    /// shown groups would tell what everybody in each of them said (methodology M9, rules 2 and 6).
    /// </summary>
    /// <param name="counts">Good and valid answers of each group, unweighted; the groups are disjoint and together everyone.</param>
    /// <param name="thresholds">The smallest bases.</param>
    /// <param name="hiddenElsewhere">Whether the group with an index is hidden for another reason than this table; null for none.</param>
    /// <returns>The whole table is hidden when everyone together is fewer than the minimum.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The minimum protects nobody.</exception>
    public static OneWayDisclosure Apply(IReadOnlyList<GoodCount> counts, Thresholds thresholds, Func<int, bool>? hiddenElsewhere = null)
    {
        // Where everybody is of one opinion the total says so itself.
        var divided = Sum(counts) is var all && all.Good > 0 && all.Good < all.Valid;
        return Apply([.. counts.Select(c => c.Valid)], thresholds.MinimumBase, thresholds.MinimumBase, hiddenElsewhere, hidden => divided && Sum(hidden.Select(i => counts[i])) is var union && (union.Good == 0 || union.Good == union.Valid));
    }

    private static GoodCount Sum(IEnumerable<GoodCount> counts) => counts.Aggregate(new GoodCount(0, 0), (sum, count) => sum + count);

    private static OneWayDisclosure Apply(IReadOnlyList<int> counts, int minimumBase, int minimumUnion, Func<int, bool>? hiddenElsewhere, Func<IReadOnlyList<int>, bool>? tells)
    {
        foreach (var count in counts)
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumBase, Thresholds.LowestMinimumBase);
        var cells = counts.Select((count, at) => CellDisclosure.ByItself(count, minimumBase, hiddenElsewhere?.Invoke(at) ?? false)).ToArray();
        var total = CellDisclosure.ByItself(checked(counts.Sum()), minimumBase);
        if (total.IsHidden)
            return new OneWayDisclosure(cells, total with { Reason = HidingReason.TooFewInTable });
        Line.Complete([.. counts.Zip(cells)], minimumUnion, i => cells[i] = CellDisclosure.Complementary(HidingReason.WouldGiveAwayTheLine), tells);
        return new OneWayDisclosure(cells, total);
    }
}
