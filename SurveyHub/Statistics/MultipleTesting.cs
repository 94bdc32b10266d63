namespace SurveyHub.Statistics;

/// <summary>Adjusts the p-values of one family of tests (methodology M4 and M7). Nulls stand for "not tested": they stay null and are not counted.</summary>
public static class MultipleTesting
{
    /// <summary>Benjamini and Hochberg (1995): comparing the result with 0.05 keeps false discoveries among the confirmed at 5 % on average.</summary>
    /// <param name="p">p-values in any order, each 0..1 or null.</param>
    /// <returns>Adjusted p-values in the same order, 0..1, never below the p they come from.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A p-value lies outside 0..1.</exception>
    public static IReadOnlyList<double?> BenjaminiHochberg(IReadOnlyList<double?> p)
    {
        var order = Ascending(p);
        var adjusted = new double?[p.Count];
        var smallest = 1.0;
        for (var rank = order.Length; rank > 0; rank--)
        {
            smallest = Math.Min(smallest, order.Length * p[order[rank - 1]]!.Value / rank);
            adjusted[order[rank - 1]] = smallest;
        }
        return adjusted;
    }

    /// <summary>Holm (1979): all conclusions with a result of at most 0.05 hold together with 95 % confidence.</summary>
    /// <param name="p">p-values in any order, each 0..1 or null.</param>
    /// <returns>Adjusted p-values in the same order, 0..1, never below the p they come from.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A p-value lies outside 0..1.</exception>
    public static IReadOnlyList<double?> Holm(IReadOnlyList<double?> p)
    {
        var order = Ascending(p);
        var adjusted = new double?[p.Count];
        var largest = 0.0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            largest = Math.Max(largest, Math.Min(1, (order.Length - rank) * p[order[rank]]!.Value));
            adjusted[order[rank]] = largest;
        }
        return adjusted;
    }

    private static int[] Ascending(IReadOnlyList<double?> p)
    {
        if (p.Any(value => value is { } number && !(number >= 0 && number <= 1)))
            throw new ArgumentOutOfRangeException(nameof(p), "A p-value lies between 0 and 1.");
        return [.. Enumerable.Range(0, p.Count).Where(i => p[i] is not null).OrderBy(i => p[i])];
    }
}
