namespace SurveyHub.Statistics.Disclosure;

/// <summary>
/// Looks at a two-way table as an outsider would: every shown total minus its shown cells is the sum of its hidden cells. Finds a
/// hidden cell that these sums give away, alone or within a union of too few answers.
/// </summary>
internal static class TwoWayAudit
{
    public static (int Row, int Column)? FirstExposed(TwoWayTable table)
    {
        var hidden = table.HiddenCells.ToArray();
        if (hidden.Length == 0)
            return null;
        var alone = LinearAudit.Exposed(KnownSums(table, hidden), hidden.Length);
        return alone.Count > 0 ? hidden[alone[0]] : SmallUnion(table, hidden);
    }

    private static List<int[]> KnownSums(TwoWayTable table, (int Row, int Column)[] hidden)
    {
        // Of the lines whose totals are hidden only the joint total is known: all of them share one key.
        var rows = hidden.Index().GroupBy(cell => RowVertex(table, cell.Item.Row), cell => cell.Index);
        var columns = hidden.Index().GroupBy(cell => ColumnVertex(table, cell.Item.Column), cell => cell.Index);
        return [.. rows.Concat(columns).Select(line => line.ToArray())];
    }

    private static (int Row, int Column)? SmallUnion(TwoWayTable table, (int Row, int Column)[] hidden)
    {
        var network = new UnionNetwork(table.RowCount + 1, table.ColumnCount + 1);
        foreach (var (row, column) in hidden)
            network.Add(RowVertex(table, row), ColumnVertex(table, column), table.Count(row, column));
        foreach (var (row, column) in hidden)
            if (network.SmallestUnion(RowVertex(table, row), ColumnVertex(table, column), table.Minimum) < table.Minimum)
                return (row, column);
        return null;
    }

    private static int RowVertex(TwoWayTable table, int row) => table.IsRowHidden(row) ? table.RowCount : row;

    private static int ColumnVertex(TwoWayTable table, int column) => table.IsColumnHidden(column) ? table.ColumnCount : column;
}
