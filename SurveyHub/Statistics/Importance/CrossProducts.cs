namespace SurveyHub.Statistics.Importance;

/// <summary>Correlations of complete ratings, and the R² of the first column on some of the others.</summary>
internal sealed class CrossProducts
{
    // A pivot this small means that the earlier columns determine the next one.
    private const double CollinearBelow = 1e-10;

    private readonly double[,] _correlations;
    private readonly bool[] _constant;

    private CrossProducts(double[,] correlations, bool[] constant) => (_correlations, _constant) = (correlations, constant);

    /// <param name="rows">Whole numbers, at least two rows. Sums are exact.</param>
    public static CrossProducts Of(int[][] rows)
    {
        var columns = rows[0].Length;
        var sums = new long[columns];
        var products = new Int128[columns, columns];
        foreach (var row in rows)
            for (var j = 0; j < columns; j++)
            {
                sums[j] += row[j];
                for (var k = 0; k <= j; k++) products[j, k] += (long)row[j] * row[k];
            }
        var spread = new Int128[columns, columns];
        for (var j = 0; j < columns; j++)
            for (var k = 0; k <= j; k++) spread[j, k] = spread[k, j] = rows.Length * products[j, k] - (Int128)sums[j] * sums[k];
        var correlations = new double[columns, columns];
        for (var j = 0; j < columns; j++)
            for (var k = 0; k < columns; k++)
                correlations[j, k] = j == k ? 1
                    : spread[j, j] == 0 || spread[k, k] == 0 ? 0
                    : (double)spread[j, k] / (Math.Sqrt((double)spread[j, j]) * Math.Sqrt((double)spread[k, k]));
        return new(correlations, [.. Enumerable.Range(0, columns).Select(j => spread[j, j] == 0)]);
    }

    public bool IsConstant(int column) => _constant[column];

    /// <summary>The columns that the ones before them do not determine, and the others.</summary>
    public (IReadOnlyList<int> Kept, IReadOnlyList<int> Collinear) Independent(IReadOnlyList<int> columns)
    {
        List<int> kept = [], collinear = [];
        foreach (var column in columns)
            (Cholesky([.. kept, column]) is null ? collinear : kept).Add(column);
        return (kept, collinear);
    }

    /// <summary>R² of column 0 on independent columns: r' R⁻¹ r.</summary>
    public double Explained(IReadOnlyList<int> columns)
    {
        var root = Cholesky(columns)!;
        var solved = new double[columns.Count];
        var explained = 0.0;
        for (var i = 0; i < solved.Length; i++)
        {
            var rest = _correlations[0, columns[i]];
            for (var k = 0; k < i; k++) rest -= root[i, k] * solved[k];
            solved[i] = rest / root[i, i];
            explained += solved[i] * solved[i];
        }
        return explained;
    }

    /// <summary>Null when a column is determined by those before it.</summary>
    private double[,]? Cholesky(IReadOnlyList<int> columns)
    {
        var root = new double[columns.Count, columns.Count];
        for (var i = 0; i < columns.Count; i++)
            for (var j = 0; j <= i; j++)
            {
                var rest = _correlations[columns[i], columns[j]];
                for (var k = 0; k < j; k++) rest -= root[i, k] * root[j, k];
                if (i != j) root[i, j] = rest / root[j, j];
                else if (rest < CollinearBelow) return null;
                else root[i, i] = Math.Sqrt(rest);
            }
        return root;
    }
}
