namespace SurveyHub.Statistics.Clustering;

/// <summary>
/// The covariance of several shares rated by overlapping people, the person being the cluster (methodology M5).
/// The same person rates several services, so the shares are not independent.
/// </summary>
/// <remarks>
/// u_ij = v_ij (y_ij - p_j) / n_j and V = m/(m-1) · U'U with m the people who rated at least one of the items. Equal to R's
/// <c>survey</c> with <c>ids = ~person</c>.
/// </remarks>
public sealed class ClusteredCovariance
{
    private readonly GoodCount[] _items;
    private readonly double[,] _sums;
    private double[,]? _comparison;

    private ClusteredCovariance(GoodCount[] items, double[] shares, double[,] sums, int people)
    {
        (_items, Shares, _sums, People) = (items, shares, sums, people);
    }

    /// <summary>The shares p_j compared, 0..1 (weighted when built with weights).</summary>
    public IReadOnlyList<double> Shares { get; }

    /// <summary>Unweighted counts of the items.</summary>
    public IReadOnlyList<GoodCount> Items => _items;

    /// <summary>m: people with a valid rating of at least one of the items.</summary>
    public int People { get; }

    /// <summary>Builds the covariance from stored counts; exact, no person is needed.</summary>
    /// <param name="items">Good and valid of each item, each with at least one rating.</param>
    /// <param name="pairs">The pair tallies among the items, in the same order.</param>
    /// <param name="people">m: people with a valid rating of at least one of the items.</param>
    /// <param name="within">Where an item is several taken together: the pairs among these, in both orders. Then one person may have rated it more than once.</param>
    /// <exception cref="ArgumentException">An item has no ratings, or the counts do not fit together.</exception>
    public static ClusteredCovariance FromTallies(IReadOnlyList<GoodCount> items, PairTallies pairs, int people, IReadOnlyList<PairTally>? within = null)
    {
        if (items.Count == 0 || items.Any(item => item.Valid == 0))
            throw new ArgumentException("Every item compared needs a rating.", nameof(items));
        if (pairs.Items != items.Count)
            throw new ArgumentException($"Pair tallies of {pairs.Items} items do not belong to {items.Count} items.", nameof(pairs));
        if ((within is null && people < items.Max(item => item.Valid)) || people > items.Sum(item => (long)item.Valid))
            throw new ArgumentException($"{people} people cannot have given these ratings.", nameof(people));
        var sums = new double[items.Count, items.Count];
        for (var j = 0; j < items.Count; j++)
            for (var k = 0; k < items.Count; k++)
                sums[j, k] = (j == k ? PairTally.WithItself(items[j]) + (within?[j] ?? PairTally.None) : pairs[j, k]).CrossProduct(items[j], items[k]);
        return new ClusteredCovariance([.. items], [.. items.Select(item => item.Share!.Value)], sums, people);
    }

    /// <summary>Builds the covariance from people, with weights if there are any.</summary>
    /// <param name="people">One row for each person: for each item the weighted rating, or null when not validly rated.</param>
    /// <returns>The covariance; weights scaled by any factor change nothing.</returns>
    /// <exception cref="ArgumentException">Rows differ in length, or an item has no ratings.</exception>
    public static ClusteredCovariance FromPeople(IReadOnlyList<IReadOnlyList<WeightedRating?>> people) =>
        PersonRows.Covariance(people);

    internal static ClusteredCovariance FromSums(GoodCount[] items, double[] shares, double[,] sums, int people) =>
        new(items, shares, sums, people);

    /// <summary>V_jk; null with fewer than two people. No replacement for shares of 0 or 1.</summary>
    public double? Covariance(int first, int second) => Scaled(_sums[first, second]);

    /// <summary>The standard error of a contrast sum c_j p_j, without replacement for shares of 0 or 1; null with fewer than two people.</summary>
    /// <param name="contrast">One coefficient for each item.</param>
    public double? StandardError(ReadOnlySpan<double> contrast) => Root(Scaled(Quadratic(_sums, contrast)));

    /// <summary>
    /// V_jk for comparing services: an item rated good by all or by none would seem to have no variance, so it gets p̃(1-p̃)/(n+4)
    /// with p̃ = (good+2)/(n+4), and covariance 0 with the others. Null with fewer than two people.
    /// </summary>
    public double? ComparisonCovariance(int first, int second) => People < 2 ? null : Comparison[first, second];

    /// <summary>The standard error of a contrast with the rule of <see cref="ComparisonCovariance"/>; null with fewer than two people.</summary>
    /// <param name="contrast">One coefficient for each item.</param>
    public double? ComparisonError(ReadOnlySpan<double> contrast) => People < 2 ? null : Root(Quadratic(Comparison, contrast));

    /// <summary>p̃(1-p̃)/(n+4): the variance given to a share of 0 or 1.</summary>
    internal static double SmoothedVariance(GoodCount item)
    {
        var n = item.Valid + 4.0;
        var p = (item.Good + 2) / n;
        return p * (1 - p) / n;
    }

    // Asked for once per pair of services, built once.
    private double[,] Comparison => _comparison ??= BuildComparison();

    private double[,] BuildComparison()
    {
        var matrix = new double[_items.Length, _items.Length];
        for (var j = 0; j < _items.Length; j++)
            for (var k = 0; k < _items.Length; k++)
                matrix[j, k] = IsExtreme(j) || IsExtreme(k) ? 0 : Scaled(_sums[j, k])!.Value;
        for (var j = 0; j < _items.Length; j++)
            if (IsExtreme(j))
                matrix[j, j] = SmoothedVariance(_items[j]);
        return matrix;
    }

    private bool IsExtreme(int item) => _items[item].Good == 0 || _items[item].Good == _items[item].Valid;

    private double? Scaled(double sum) => People < 2 ? null : sum * People / (People - 1);

    // A contrast without variance can come out as -1e-20.
    private static double? Root(double? variance) => variance is { } v ? Math.Sqrt(Math.Max(0, v)) : null;

    private double Quadratic(double[,] matrix, ReadOnlySpan<double> contrast)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(contrast.Length, _items.Length);
        var sum = 0.0;
        for (var j = 0; j < contrast.Length; j++)
        {
            // The contrast of a pair has two coefficients: of 300 services, all others took minutes over all pairs.
            if (contrast[j] == 0) continue;
            for (var k = 0; k < contrast.Length; k++)
                if (contrast[k] != 0) sum += contrast[j] * contrast[k] * matrix[j, k];
        }
        return sum;
    }
}
