namespace SurveyHub.Statistics.Importance;

/// <summary>
/// R² of column 0 on every subset of some other columns: r' R⁻¹ r by Cholesky's root, which grows by one row from a subset to the next
/// larger one. So 2^q subsets cost little more than as many rows.
/// </summary>
internal sealed class ExplainedBySubsets
{
    // A pivot this small means that the earlier columns determine the next one.
    private const double CollinearBelow = 1e-10;

    private readonly double[,] _correlations;
    private readonly IReadOnlyList<int> _columns;
    private readonly double[,] _root;
    private readonly double[] _solved;
    private readonly int[] _chosen;
    private readonly double[] _explained;

    private ExplainedBySubsets(double[,] correlations, IReadOnlyList<int> columns)
    {
        (_correlations, _columns) = (correlations, columns);
        (_root, _solved, _chosen) = (new double[columns.Count, columns.Count], new double[columns.Count], new int[columns.Count]);
        _explained = new double[1 << columns.Count];
    }

    /// <summary>By subset, bit i standing for <paramref name="columns"/>[i]; null when one of the columns is determined by those before it.</summary>
    public static double[]? Of(double[,] correlations, IReadOnlyList<int> columns)
    {
        var subsets = new ExplainedBySubsets(correlations, columns);
        return subsets.Extend(0, 0, 0, 0) ? subsets._explained : null;
    }

    /// <summary>The columns that the ones before them do not determine, and the others.</summary>
    public static (IReadOnlyList<int> Kept, IReadOnlyList<int> Collinear) Independent(double[,] correlations, IEnumerable<int> columns)
    {
        List<int> kept = [], collinear = [];
        foreach (var column in columns)
            (new ExplainedBySubsets(correlations, [.. kept, column]).IsIndependent() ? kept : collinear).Add(column);
        return (kept, collinear);
    }

    private bool IsIndependent()
    {
        for (var at = 0; at < _columns.Count; at++)
            if (!AddRow(at, _columns[at])) return false;
        return true;
    }

    private bool Extend(int subset, int size, int from, double explained)
    {
        for (var next = from; next < _columns.Count; next++)
        {
            if (!AddRow(size, _columns[next])) return false;
            var all = explained + _solved[size] * _solved[size];
            _explained[subset | 1 << next] = all;
            if (!Extend(subset | 1 << next, size + 1, next + 1, all)) return false;
        }
        return true;
    }

    private bool AddRow(int size, int column)
    {
        _chosen[size] = column;
        for (var j = 0; j < size; j++)
        {
            var rest = _correlations[column, _chosen[j]];
            for (var k = 0; k < j; k++) rest -= _root[size, k] * _root[j, k];
            _root[size, j] = rest / _root[j, j];
        }
        var (pivot, unsolved) = (_correlations[column, column], _correlations[0, column]);
        for (var k = 0; k < size; k++)
        {
            pivot -= _root[size, k] * _root[size, k];
            unsolved -= _root[size, k] * _solved[k];
        }
        if (pivot < CollinearBelow) return false;
        _root[size, size] = Math.Sqrt(pivot);
        _solved[size] = unsolved / _root[size, size];
        return true;
    }
}
