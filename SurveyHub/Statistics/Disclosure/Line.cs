namespace SurveyHub.Statistics.Disclosure;

/// <summary>One line of cells whose total is shown, with the rule that keeps the hidden ones from being worked out by subtraction.</summary>
internal static class Line
{
    /// <summary>
    /// While something is hidden and (only one cell is, or the hidden ones hold fewer answers than the minimum together), hides the
    /// smallest shown cell too; of equal ones the first. Empty cells are known to be zero and protect nobody.
    /// </summary>
    /// <param name="cells">Count and state of each cell.</param>
    /// <param name="minimum">Fewest answers that the hidden cells may hold together.</param>
    /// <param name="hide">Hides the cell with this index.</param>
    /// <param name="tells">Whether these cells together, large enough though they are, tell what everybody in them said; null where nobody asks.</param>
    /// <returns>Whether anything was hidden.</returns>
    public static bool Complete(IReadOnlyList<(int Count, CellDisclosure State)> cells, int minimum, Action<int> hide, Func<IReadOnlyList<int>, bool>? tells = null)
    {
        var hidden = Enumerable.Range(0, cells.Count).Where(i => cells[i].State.IsHidden).ToList();
        if (hidden.Count == 0)
            return false;
        var changed = false;
        var visible = Enumerable.Range(0, cells.Count)
            .Where(i => cells[i].State.Visibility == CellVisibility.Shown)
            .OrderBy(i => cells[i].Count);
        foreach (var next in visible)
        {
            if (hidden.Count > 1 && hidden.Sum(i => cells[i].Count) >= minimum && tells?.Invoke(hidden) != true)
                break;
            hide(next);
            hidden.Add(next);
            changed = true;
        }
        return changed;
    }
}
