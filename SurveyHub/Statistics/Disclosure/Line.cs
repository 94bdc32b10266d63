namespace SurveyHub.Statistics.Disclosure;

/// <summary>One line of cells whose total is shown, with the rule that keeps the hidden ones from being worked out by subtraction.</summary>
internal static class Line
{
    /// <summary>
    /// While something is hidden and (only one cell is, or the hidden ones hold fewer answers than the minimum together), hides the
    /// smallest shown cell too; of equal ones the first. Empty cells are known to be zero and protect nobody.
    /// </summary>
    /// <param name="cells">Count and state of each cell.</param>
    /// <param name="minimum">The minimum base.</param>
    /// <param name="hide">Hides the cell with this index.</param>
    /// <returns>Whether anything was hidden.</returns>
    public static bool Complete(IReadOnlyList<(int Count, CellDisclosure State)> cells, int minimum, Action<int> hide)
    {
        var hidden = cells.Where(cell => cell.State.IsHidden).Select(cell => cell.Count).ToList();
        if (hidden.Count == 0)
            return false;
        var changed = false;
        var visible = Enumerable.Range(0, cells.Count)
            .Where(i => cells[i].State.Visibility == CellVisibility.Shown)
            .OrderBy(i => cells[i].Count);
        foreach (var next in visible)
        {
            if (hidden.Count > 1 && hidden.Sum() >= minimum)
                break;
            hide(next);
            hidden.Add(cells[next].Count);
            changed = true;
        }
        return changed;
    }
}
