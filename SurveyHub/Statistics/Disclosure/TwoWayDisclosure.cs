namespace SurveyHub.Statistics.Disclosure;

/// <summary>What may be shown of a two-way table: its cells, the totals of its rows and columns, and the total of all.</summary>
public sealed class TwoWayDisclosure
{
    private readonly CellDisclosure[,] _cells;

    internal TwoWayDisclosure(CellDisclosure[,] cells, CellDisclosure[] rows, CellDisclosure[] columns, CellDisclosure total) =>
        (_cells, Rows, Columns, Total) = (cells, rows, columns, total);

    /// <summary>The total of each row.</summary>
    public IReadOnlyList<CellDisclosure> Rows { get; }

    /// <summary>The total of each column.</summary>
    public IReadOnlyList<CellDisclosure> Columns { get; }

    /// <summary>The total of all cells.</summary>
    public CellDisclosure Total { get; }

    /// <summary>The cell in a row and a column.</summary>
    public CellDisclosure this[int row, int column] => _cells[row, column];
}
