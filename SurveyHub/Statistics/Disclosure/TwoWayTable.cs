namespace SurveyHub.Statistics.Disclosure;

/// <summary>A two-way table while the rule works on it. Things only ever become more hidden, so every loop over it ends.</summary>
internal sealed class TwoWayTable
{
    private readonly int[,] _counts;
    private readonly int _minimum;
    private readonly CellDisclosure[,] _cells;
    private readonly (int Count, CellDisclosure State)[] _rows;
    private readonly (int Count, CellDisclosure State)[] _columns;

    public TwoWayTable(int[,] counts, int minimum, HiddenElsewhere elsewhere)
    {
        (_counts, _minimum) = (counts, minimum);
        _cells = new CellDisclosure[RowCount, ColumnCount];
        foreach (var (row, column) in Places)
            _cells[row, column] = CellDisclosure.ByItself(counts[row, column], minimum, elsewhere.Cell(row, column));
        _rows = [.. Enumerable.Range(0, RowCount).Select(row => Sum(Enumerable.Range(0, ColumnCount).Sum(column => counts[row, column]), elsewhere.Row(row)))];
        _columns = [.. Enumerable.Range(0, ColumnCount).Select(column => Sum(Enumerable.Range(0, RowCount).Sum(row => counts[row, column])))];
        Total = CellDisclosure.ByItself(checked(_rows.Sum(row => row.Count)), minimum);
        if (!Total.IsHidden)
            return;
        HideEverything();
        Total = Total with { Reason = HidingReason.TooFewInTable };

        (int, CellDisclosure) Sum(int count, bool hidden = false) => (count, CellDisclosure.ByItself(count, minimum, hidden));
    }

    public int RowCount => _counts.GetLength(0);

    public int ColumnCount => _counts.GetLength(1);

    public int Minimum => _minimum;

    public CellDisclosure Total { get; }

    public IEnumerable<(int Row, int Column)> HiddenCells => Places.Where(place => _cells[place.Row, place.Column].IsHidden);

    public int Count(int row, int column) => _counts[row, column];

    public bool IsRowHidden(int row) => _rows[row].State.IsHidden;

    public bool IsColumnHidden(int column) => _columns[column].State.IsHidden;

    /// <summary>Applies the one-way rule to the totals of rows and of columns, and hides the lines of hidden totals.</summary>
    public void CompleteTotals()
    {
        Line.Complete(_rows, _minimum, HideRow);
        Line.Complete(_columns, _minimum, HideColumn);
        foreach (var (row, column) in Places)
            if (IsRowHidden(row) || IsColumnHidden(column))
                Hide(row, column, HidingReason.LineIsHidden);
    }

    /// <summary>Applies the line rule to all rows, then to all columns, until nothing changes. Lines without a shown total need nothing.</summary>
    public void CompleteLines()
    {
        bool changed;
        do
        {
            changed = false;
            for (var row = 0; row < RowCount; row++)
                changed |= !IsRowHidden(row) && Line.Complete(
                    [.. Enumerable.Range(0, ColumnCount).Select(column => (_counts[row, column], _cells[row, column]))],
                    _minimum, column => Hide(row, column, HidingReason.WouldGiveAwayTheLine));
            for (var column = 0; column < ColumnCount; column++)
                changed |= !IsColumnHidden(column) && Line.Complete(
                    [.. Enumerable.Range(0, RowCount).Select(row => (_counts[row, column], _cells[row, column]))],
                    _minimum, row => Hide(row, column, HidingReason.WouldGiveAwayTheLine));
        }
        while (changed);
    }

    /// <summary>Hides the smallest shown cell in the row or column of an exposed cell; when there is none, the smaller shown total of the two.</summary>
    /// <returns>False when nothing is left to hide there.</returns>
    public bool HideNear(int row, int column)
    {
        var near = Places
            .Where(place => (place.Row == row || place.Column == column) && _cells[place.Row, place.Column].Visibility == CellVisibility.Shown)
            .OrderBy(place => _counts[place.Row, place.Column])
            .ToArray();
        if (near.Length > 0)
            return Hide(near[0].Row, near[0].Column, HidingReason.WouldGiveAwayAcrossLines);
        if (IsRowHidden(row) && IsColumnHidden(column))
            return false;
        if (IsColumnHidden(column) || (!IsRowHidden(row) && _rows[row].Count <= _columns[column].Count))
            HideRow(row);
        else
            HideColumn(column);
        return true;
    }

    /// <summary>Leaves at most the grand total. It joins every cell, so nothing smaller can be worked out.</summary>
    public void HideEverything()
    {
        for (var row = 0; row < RowCount; row++)
            HideRow(row);
        for (var column = 0; column < ColumnCount; column++)
            HideColumn(column);
        foreach (var (row, column) in Places)
            Hide(row, column, HidingReason.LineIsHidden);
    }

    public TwoWayDisclosure ToDisclosure() => new(
        (CellDisclosure[,])_cells.Clone(), [.. _rows.Select(row => row.State)], [.. _columns.Select(column => column.State)], Total);

    private IEnumerable<(int Row, int Column)> Places =>
        from row in Enumerable.Range(0, RowCount)
        from column in Enumerable.Range(0, ColumnCount)
        select (row, column);

    private bool Hide(int row, int column, HidingReason reason)
    {
        if (_cells[row, column].Visibility != CellVisibility.Shown)
            return false;
        _cells[row, column] = CellDisclosure.Complementary(reason);
        return true;
    }

    private void HideRow(int row) => HideTotal(ref _rows[row].State);

    private void HideColumn(int column) => HideTotal(ref _columns[column].State);

    private static void HideTotal(ref CellDisclosure total)
    {
        if (total.Visibility == CellVisibility.Shown)
            total = CellDisclosure.Complementary(HidingReason.WouldGiveAwayTheLine);
    }
}
