namespace SurveyHub.Statistics.Importance;

/// <summary>People, sums and sums of products of a number of columns: all that correlations need. Adding is exact, in any order.</summary>
internal sealed class PatternMoments(int columns)
{
    private readonly long[] _sums = new long[columns];
    private readonly long[] _products = new long[columns * (columns + 1) / 2];

    public long People { get; private set; }

    public void Clear()
    {
        People = 0;
        Array.Clear(_sums);
        Array.Clear(_products);
    }

    public void Add(IReadOnlyList<int> codes, long people)
    {
        People += people;
        for (int j = 0, at = 0; j < columns; j++)
        {
            _sums[j] += people * codes[j];
            for (var k = 0; k <= j; k++) _products[at++] += people * codes[j] * codes[k];
        }
    }

    public void Add(PatternMoments others, long times)
    {
        People += times * others.People;
        for (var j = 0; j < _sums.Length; j++) _sums[j] += times * others._sums[j];
        for (var at = 0; at < _products.Length; at++) _products[at] += times * others._products[at];
    }

    /// <summary>The correlation matrix, constant columns having none (0); and which columns are constant.</summary>
    public (double[,] Correlations, bool[] Constant) Correlations()
    {
        var spread = new Int128[columns, columns];
        for (int j = 0, at = 0; j < columns; j++)
            for (var k = 0; k <= j; k++) spread[j, k] = spread[k, j] = (Int128)People * _products[at++] - (Int128)_sums[j] * _sums[k];
        var roots = new double[columns];
        for (var j = 0; j < columns; j++) roots[j] = Math.Sqrt((double)spread[j, j]);
        var correlations = new double[columns, columns];
        for (var j = 0; j < columns; j++)
            for (var k = 0; k < columns; k++)
                correlations[j, k] = j == k ? 1 : roots[j] == 0 || roots[k] == 0 ? 0 : (double)spread[j, k] / (roots[j] * roots[k]);
        return (correlations, [.. roots.Select(r => r == 0)]);
    }
}
