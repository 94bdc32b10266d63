namespace SurveyHub.Statistics.Weighting;

/// <summary>
/// What a weighted share needs of an item's valid ratings, each with its person's weight w: Σw and Σw² over all of them, and over the good
/// ones. Nothing about a person remains.
/// </summary>
/// <param name="Sum">Σ w.</param>
/// <param name="GoodSum">Σ w over good ratings.</param>
/// <param name="Squares">Σ w².</param>
/// <param name="GoodSquares">Σ w² over good ratings.</param>
public readonly record struct WeightedSums(double Sum, double GoodSum, double Squares, double GoodSquares)
{
    /// <summary>The weighted share, 0..1.</summary>
    /// <param name="count">The same ratings, unweighted: at least one.</param>
    // All good is exactly 1, and none exactly 0, whatever the order in which weights were added.
    public double ShareOf(GoodCount count) => count.Good == count.Valid ? 1 : count.Good == 0 ? 0 : GoodSum / Sum;

    /// <returns>Null when nobody rated.</returns>
    public WeightedShare? Of(GoodCount count) => count.Valid == 0 ? null : new(count, ShareOf(count), Sum, Sum * Sum / Squares);

    /// <summary>The standard error with weights taken as given: <see cref="WeightedShare.LinearizedError"/>, from sums.</summary>
    /// <param name="count">The same ratings, unweighted.</param>
    /// <param name="people">m: everybody in the sample, also those who did not rate.</param>
    /// <returns>Null when nobody rated or the sample is one person.</returns>
    public double? LinearizedError(GoodCount count, int people)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, count.Valid);
        if (people < 2 || count.Valid == 0) return null;
        var share = ShareOf(count);
        // Σ w² (y − p)², which nobody can make smaller than nothing.
        var squares = share is 0 or 1 ? 0 : Math.Max(0, GoodSquares * (1 - 2 * share) + share * share * Squares);
        return Math.Sqrt(squares * people / (people - 1)) / Sum;
    }
}

/// <summary>Two items over the people who rated both: Σw² over all of them, over those whose first, whose second, and whose both ratings are good.</summary>
public readonly record struct WeightedPair(double Both, double GoodFirst, double GoodSecond, double GoodBoth)
{
    public WeightedPair Swapped => new(Both, GoodSecond, GoodFirst, GoodBoth);

    /// <summary>The item with itself.</summary>
    public static WeightedPair WithItself(WeightedSums item) => new(item.Squares, item.GoodSquares, item.GoodSquares, item.GoodSquares);
}
