namespace SurveyHub.Statistics.Importance;

/// <summary>How much of the differences in the overall rating one aspect accounts for.</summary>
/// <param name="Aspect">Its place among the aspects given.</param>
/// <param name="Contribution">Its part of R², 0 or more but for rounding.</param>
/// <param name="Share">Its part of the parts, 0..1; null when nothing is explained.</param>
public sealed record Driver(int Aspect, double Contribution, double? Share);

/// <summary>
/// Key drivers: the R² of the overall rating on several aspects, split fairly among them (methodology M14). For aspects of one service
/// answered by the same people, never for services: leaving out whoever did not use one would leave a strange few. Association, not cause.
/// </summary>
/// <param name="People">Complete cases.</param>
/// <param name="Explained">R² of all aspects together, 0..1.</param>
/// <param name="Aspects">The drivers, in the order of the aspects; those left out are not among them.</param>
/// <param name="Constant">Aspects that everybody rated alike.</param>
/// <param name="Collinear">Aspects that earlier ones determine.</param>
/// <remarks>
/// Shapley values of R², also known as LMG (Lindeman, Merenda and Gold 1980) and general dominance:
/// φ_j = Σ over subsets S without j of |S|! (q − |S| − 1)! / q! · (R²(S + j) − R²(S)). They sum to R².
/// </remarks>
public sealed record Drivers(int People, double Explained, IReadOnlyList<Driver> Aspects, IReadOnlyList<int> Constant, IReadOnlyList<int> Collinear)
{
    /// <summary>Complete cases below which nothing is said (Civil Service People Survey's floor).</summary>
    public const int MinimumPeople = 100;

    /// <summary>More aspects than this would ask for too many regressions.</summary>
    public const int MostAspects = 12;

    /// <summary>Splits R². Rows with a missing answer are left out.</summary>
    /// <param name="rows">One row for each person: the overall rating and then the aspects, null where there is no valid rating.</param>
    /// <param name="minimumPeople">Complete cases needed; below it there is no result.</param>
    /// <returns>Null with too few complete cases, without aspects, or when everybody gave the same overall rating.</returns>
    /// <exception cref="ArgumentException">Rows differ in length, or there are more than twelve aspects.</exception>
    public static Drivers? Of(IReadOnlyList<IReadOnlyList<int?>> rows, int minimumPeople = MinimumPeople)
    {
        var columns = rows.Count == 0 ? 0 : rows[0].Count;
        if (rows.Any(row => row.Count != columns)) throw new ArgumentException("Every person has one place for each aspect.", nameof(rows));
        return Of([.. rows.Where(row => row.All(value => value is not null)).Select(row => new RatingPattern([.. row.Select(value => value!.Value)]))], columns, minimumPeople);
    }

    /// <summary>Splits R² over people who gave every rating, counted by pattern: which of them gave which does not matter.</summary>
    /// <param name="patterns">The overall rating and then the aspects.</param>
    /// <param name="columns">How many ratings a pattern has.</param>
    /// <param name="minimumPeople">Complete cases needed; below it there is no result.</param>
    /// <returns>Null with too few complete cases, without aspects, or when everybody gave the same overall rating.</returns>
    /// <exception cref="ArgumentException">There are more than twelve aspects.</exception>
    public static Drivers? Of(IReadOnlyList<RatingPattern> patterns, int columns, int minimumPeople = MinimumPeople)
    {
        if (columns - 1 > MostAspects) throw new ArgumentException($"At most {MostAspects} aspects are split; these are {columns - 1}.", nameof(columns));
        var people = patterns.Sum(p => p.People);
        if (columns < 2 || people < Math.Max(2, minimumPeople)) return null;
        var moments = new PatternMoments(columns);
        foreach (var pattern in patterns) moments.Add(pattern.Codes, pattern.People);
        var (correlations, isConstant) = moments.Correlations();
        if (isConstant[0]) return null;
        int[] constant = [.. Enumerable.Range(1, columns - 1).Where(column => isConstant[column])];
        var (kept, collinear) = ExplainedBySubsets.Independent(correlations, Enumerable.Range(1, columns - 1).Except(constant));
        var parts = Shapley.Split(ExplainedBySubsets.Of(correlations, kept)!, kept.Count);
        var all = parts.Sum();
        return new(
            people, all, [.. kept.Select((aspect, i) => new Driver(aspect - 1, parts[i], all > 0 ? parts[i] / all : null))],
            [.. constant.Select(c => c - 1)], [.. collinear.Select(c => c - 1)]);
    }
}
