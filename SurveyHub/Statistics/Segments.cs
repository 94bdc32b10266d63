namespace SurveyHub.Statistics;

/// <summary>One cell of a table of customer groups: the ratings of one item by one segment.</summary>
/// <param name="Segment">The segment's code.</param>
/// <param name="Item">The item's code.</param>
/// <param name="Tally">The segment's counts of the item.</param>
/// <param name="Everyone">All ratings of the item, the segment's included, whoever gave them.</param>
/// <param name="IsHidden">Whether disclosure control hides the cell, for its own sake or for another's.</param>
public sealed record SegmentCell(string Segment, string Item, ItemTally Tally, GoodCount Everyone, bool IsHidden);

/// <summary>A cell compared with everyone else.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="State">What may be said about the cell.</param>
/// <param name="VersusRest">The segment against everyone else; null when not tested. Its difference is segment minus the others.</param>
/// <param name="AdjustedP">p after Benjamini-Hochberg over the table; null when not tested.</param>
public sealed record SegmentComparison(SegmentCell Cell, CellState State, Change? VersusRest, double? AdjustedP);

/// <summary>Compares customer groups with everyone else (methodology M8).</summary>
public static class Segments
{
    /// <summary>Compares the cells of one table; the whole table is one family of tests.</summary>
    /// <param name="table">All cells of the table on the page, of one item or of several.</param>
    /// <param name="thresholds">The smallest bases; null for the defaults. A test needs the test base on both sides.</param>
    /// <returns>One row for each cell, in the same order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A segment has more ratings than everyone together.</exception>
    public static IReadOnlyList<SegmentComparison> Compare(IReadOnlyList<SegmentCell> table, Thresholds? thresholds = null)
    {
        thresholds ??= Thresholds.Default;
        var rows = table.Select(cell =>
        {
            var state = StateOf(cell, thresholds);
            var rest = cell.Everyone - cell.Tally.GoodCount;
            var tested = state == CellState.Shown && rest.Valid >= thresholds.MinimumTestBase;
            return new SegmentComparison(cell, state, tested ? Change.Between(rest, cell.Tally.GoodCount) : null, null);
        }).ToArray();
        var adjusted = MultipleTesting.BenjaminiHochberg([.. rows.Select(row => row.VersusRest?.P)]);
        return [.. rows.Zip(adjusted, (row, p) => row with { AdjustedP = p })];
    }

    // An empty cell stays empty (methodology M9.3): how many of the group were asked stands nowhere.
    private static CellState StateOf(SegmentCell cell, Thresholds thresholds) => cell.Tally is { Asked: > 0, Valid: 0 }
        ? CellState.NoRatings
        : CellStates.Of(cell.Tally, thresholds, cell.IsHidden);
}
