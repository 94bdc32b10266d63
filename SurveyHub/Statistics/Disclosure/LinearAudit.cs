namespace SurveyHub.Statistics.Disclosure;

/// <summary>
/// Which hidden cells can be computed exactly from the sums a reader knows (methodology M9, rule 4). Works for any set of tables over
/// the same cells, not only for one- and two-way tables.
/// </summary>
public static class LinearAudit
{
    private const double Zero = 1e-9;

    /// <summary>The hidden cells that the known sums give away.</summary>
    /// <param name="knownSums">For each sum a reader knows (a shown total minus its shown cells), the indexes of the hidden cells in it.</param>
    /// <param name="hiddenCells">Number of hidden cells.</param>
    /// <returns>Indexes of the exposed cells, ascending; empty when the tables may be published.</returns>
    /// <remarks>
    /// A cell is exposed when its unit vector lies in the row space of the system, that is, when after complete elimination a row holds
    /// that cell alone.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An index is not that of a hidden cell.</exception>
    public static IReadOnlyList<int> Exposed(IReadOnlyList<IReadOnlyList<int>> knownSums, int hiddenCells)
    {
        var system = knownSums.Select(sum => Row(sum, hiddenCells)).ToArray();
        Eliminate(system, hiddenCells);
        return [.. system
            .Select(row => row.Index().Where(entry => !IsZero(entry.Item)).Select(entry => entry.Index).ToArray())
            .Where(cells => cells.Length == 1)
            .Select(cells => cells[0])
            .Order()];
    }

    private static double[] Row(IReadOnlyList<int> sum, int hiddenCells)
    {
        var row = new double[hiddenCells];
        foreach (var cell in sum)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(cell, nameof(sum));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cell, hiddenCells, nameof(sum));
            row[cell] = 1;
        }
        return row;
    }

    internal static bool IsZero(double entry) => Math.Abs(entry) <= Zero;

    /// <summary>Gauss-Jordan: afterwards every pivot column has its pivot alone. What rows have beyond these columns goes along.</summary>
    internal static void Eliminate(double[][] system, int columns)
    {
        var pivot = 0;
        for (var column = 0; column < columns && pivot < system.Length; column++)
        {
            var best = Enumerable.Range(pivot, system.Length - pivot).MaxBy(row => Math.Abs(system[row][column]));
            if (IsZero(system[best][column]))
                continue;
            (system[pivot], system[best]) = (system[best], system[pivot]);
            for (var row = 0; row < system.Length; row++)
                if (row != pivot)
                    Subtract(system[row], system[pivot], column);
            pivot++;
        }
    }

    private static void Subtract(double[] row, double[] pivot, int column)
    {
        var factor = row[column] / pivot[column];
        if (factor == 0)
            return;
        for (var i = 0; i < row.Length; i++)
            row[i] -= factor * pivot[i];
        row[column] = 0;
    }
}
