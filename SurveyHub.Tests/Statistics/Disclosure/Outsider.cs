using SurveyHub.Statistics.Disclosure;

namespace SurveyHub.Tests.Statistics.Disclosure;

/// <summary>
/// Someone with a published two-way table and patience: writes down every sum he knows and tries all unions of hidden cells.
/// Slow on purpose and unlike the product's audit, which it checks.
/// </summary>
internal sealed class Outsider
{
    private readonly List<(int Row, int Column)> _hidden = [];
    private readonly List<double[]> _sums = [];
    private readonly int[,] _counts;

    public Outsider(int[,] counts, TwoWayDisclosure table)
        : this(counts, (row, column) => table[row, column].IsHidden)
    {
        if (table.Total.IsHidden)
            return;
        Know(_ => true);
        for (var row = 0; row < counts.GetLength(0); row++)
            if (!table.Rows[row].IsHidden)
                Know(cell => cell.Row == row);
        for (var column = 0; column < counts.GetLength(1); column++)
            if (!table.Columns[column].IsHidden)
                Know(cell => cell.Column == column);
    }

    private Outsider(int[,] counts, Func<int, int, bool> isHidden)
    {
        _counts = counts;
        for (var row = 0; row < counts.GetLength(0); row++)
            for (var column = 0; column < counts.GetLength(1); column++)
                if (isHidden(row, column))
                    _hidden.Add((row, column));
    }

    /// <summary>A table with all totals shown and every cell with answers hidden.</summary>
    public static Outsider OfAllCells(int[,] counts)
    {
        var outsider = new Outsider(counts, (row, column) => counts[row, column] > 0);
        for (var row = 0; row < counts.GetLength(0); row++)
            outsider.Know(cell => cell.Row == row);
        for (var column = 0; column < counts.GetLength(1); column++)
            outsider.Know(cell => cell.Column == column);
        return outsider;
    }

    /// <summary>The unions of hidden cells that he can compute and that hold one cell only, or fewer answers than the minimum.</summary>
    public IEnumerable<int[]> Findings(int minimum) =>
        Computable(cells => cells.Length == 1 || Answers(cells) < minimum).Select(cells => cells.Select(Count).ToArray());

    /// <summary>For each hidden cell the answers in the smallest union he can compute that holds it.</summary>
    public IEnumerable<(int Row, int Column, int Answers)> SmallestUnions()
    {
        var unions = Computable(_ => true).ToArray();
        return _hidden.Select(cell => (cell.Row, cell.Column, unions.Where(union => union.Contains(cell)).Min(Answers)));
    }

    private IEnumerable<(int Row, int Column)[]> Computable(Predicate<(int Row, int Column)[]> wanted)
    {
        var rank = Rank(_sums);
        for (var union = 1; union < 1 << _hidden.Count; union++)
        {
            (int, int)[] cells = [.. _hidden.Where((_, cell) => (union >> cell & 1) == 1)];
            double[] indicator = [.. _hidden.Select((_, cell) => (union >> cell & 1) == 1 ? 1.0 : 0)];
            if (wanted(cells) && Rank([.. _sums, indicator]) == rank)
                yield return cells;
        }
    }

    private int Count((int Row, int Column) cell) => _counts[cell.Row, cell.Column];

    private int Answers((int Row, int Column)[] cells) => cells.Sum(Count);

    private void Know(Predicate<(int Row, int Column)> line) => _sums.Add([.. _hidden.Select(cell => line(cell) ? 1.0 : 0)]);

    private static int Rank(IEnumerable<double[]> vectors)
    {
        var rows = vectors.Select(vector => (double[])vector.Clone()).ToList();
        var rank = 0;
        for (var column = 0; rows.Count > 0 && column < rows[0].Length; column++)
        {
            var pivot = rows.Skip(rank).FirstOrDefault(row => Math.Abs(row[column]) > 1e-9);
            if (pivot is null)
                continue;
            rows.Remove(pivot);
            rows.Insert(rank, pivot);
            foreach (var row in rows.Skip(rank + 1))
            {
                var factor = row[column] / pivot[column];
                for (var i = 0; i < row.Length; i++)
                    row[i] -= factor * pivot[i];
            }
            rank++;
        }
        return rank;
    }
}
