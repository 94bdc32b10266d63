namespace SurveyHub.Statistics.Disclosure;

/// <summary>
/// The hidden cells of a two-way table as a network of rows and columns, to find the smallest union of cells that can be worked out.
/// </summary>
/// <remarks>
/// A union of hidden cells follows from the line sums exactly when row numbers x and column numbers y exist with x - y = 1 on its
/// cells and 0 on all other hidden cells: add the rows x times, take the columns off y times. Cut at any level, such numbers part the
/// lines so that cells only lead from rows inside to columns outside, never back. The smallest such union that holds a given cell is
/// therefore a minimum cut from its row to its column, where going back through a cell costs without limit.
/// </remarks>
public sealed class UnionNetwork
{
    private readonly int _rows;
    private readonly int[,] _answers;

    /// <summary>A network without hidden cells.</summary>
    /// <param name="rows">Number of rows; rows whose totals are hidden, too, count as one.</param>
    /// <param name="columns">Number of columns, likewise.</param>
    public UnionNetwork(int rows, int columns) => (_rows, _answers) = (rows, new int[rows, columns]);

    /// <summary>Adds a hidden cell; cells between the same row and column stand and fall together.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="column">Its column.</param>
    /// <param name="answers">Its answers, more than 0.</param>
    public void Add(int row, int column, int answers) => _answers[row, column] += answers;

    /// <summary>Answers in the smallest union that can be worked out and holds a hidden cell.</summary>
    /// <param name="row">The cell's row.</param>
    /// <param name="column">The cell's column.</param>
    /// <param name="enough">The search stops here: a result at or above it only means "enough".</param>
    public int SmallestUnion(int row, int column, int enough)
    {
        var flow = new int[_rows, _answers.GetLength(1)];
        var total = 0;
        while (total < enough && Path(flow, row, column) is { } path)
        {
            var extra = path.Where(step => step.Forward).Min(step => _answers[step.Row, step.Column] - flow[step.Row, step.Column]);
            // Net flow from row to column: it may fall below zero, for going back is free.
            foreach (var step in path)
                flow[step.Row, step.Column] += step.Forward ? extra : -extra;
            total += extra;
        }
        return total;
    }

    private List<(int Row, int Column, bool Forward)>? Path(int[,] flow, int source, int target)
    {
        var columns = _answers.GetLength(1);
        var rowFrom = Enumerable.Repeat(-1, _rows).ToArray();
        var columnFrom = Enumerable.Repeat(-1, columns).ToArray();
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var row))
            for (var column = 0; column < columns; column++)
            {
                if (columnFrom[column] >= 0 || _answers[row, column] <= flow[row, column])
                    continue;
                columnFrom[column] = row;
                if (column == target)
                    return Steps(rowFrom, columnFrom, source, target);
                for (var next = 0; next < _rows; next++)
                    if (next != source && rowFrom[next] < 0 && _answers[next, column] > 0)
                    {
                        rowFrom[next] = column;
                        queue.Enqueue(next);
                    }
            }
        return null;
    }

    private static List<(int Row, int Column, bool Forward)> Steps(int[] rowFrom, int[] columnFrom, int source, int target)
    {
        var steps = new List<(int, int, bool)>();
        for (var column = target; ; column = rowFrom[columnFrom[column]])
        {
            var row = columnFrom[column];
            steps.Add((row, column, true));
            if (row == source)
                return steps;
            steps.Add((row, rowFrom[row], false));
        }
    }
}
