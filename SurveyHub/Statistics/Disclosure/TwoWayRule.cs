namespace SurveyHub.Statistics.Disclosure;

/// <summary>
/// Disclosure control of a table of two dimensions whose row and column totals are shown (methodology M9, rules 1 to 4).
/// </summary>
/// <remarks>
/// First the totals by the one-way rule (a hidden total hides its line), then the small cells, then rows and columns in turn until
/// nothing changes. That protects each line, but not yet two lines set against each other: so the result is audited, and while the
/// audit finds anything, more is hidden, in the end everything but the grand total. It cannot return a table that fails its audit.
/// </remarks>
public static class TwoWayRule
{
    /// <summary>Decides every cell and every total.</summary>
    /// <param name="counts">Valid answers of each cell, unweighted, rows first; the cells are disjoint and together everyone.</param>
    /// <param name="minimumBase">Fewest answers that may be shown, at least 5.</param>
    /// <param name="hiddenElsewhere">Cells and totals of rows that are hidden for another reason than this table; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the minimum protects nobody.</exception>
    public static TwoWayDisclosure Apply(int[,] counts, int minimumBase = 10, HiddenElsewhere? hiddenElsewhere = null)
    {
        foreach (var count in counts)
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumBase, Thresholds.LowestMinimumBase);
        var table = new TwoWayTable(counts, minimumBase, hiddenElsewhere ?? HiddenElsewhere.Nothing);
        if (!table.Total.IsHidden)
            Protect(table);
        return table.ToDisclosure();
    }

    private static void Protect(TwoWayTable table)
    {
        table.CompleteTotals();
        table.CompleteLines();
        while (TwoWayAudit.FirstExposed(table) is { } exposed)
        {
            if (!table.HideNear(exposed.Row, exposed.Column))
            {
                table.HideEverything();
                return;
            }
            table.CompleteTotals();
            table.CompleteLines();
        }
    }
}
