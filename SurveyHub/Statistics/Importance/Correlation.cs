using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Statistics.Importance;

/// <summary>How many people gave this pair of codes: one cell of the cross table of two items.</summary>
/// <param name="First">Code of the first item.</param>
/// <param name="Second">Code of the second item.</param>
/// <param name="Count">People, 0 or more.</param>
public readonly record struct CodePair(int First, int Second, int Count = 1);

/// <summary>Correlations of two rated items over the people who rated both (methodology M14).</summary>
/// <remarks>They come from the cross table of codes, in whole numbers; which person gave which pair does not matter.</remarks>
public static class Correlation
{
    /// <summary>Pearson's r, -1..1; null below two people or when one item has a single code.</summary>
    /// <param name="pairs">The cross table, in any order; a cell may occur more than once.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static double? Pearson(IReadOnlyList<CodePair> pairs)
    {
        Int128 n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
        foreach (var (first, second, count) in pairs)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(pairs));
            (n, x, y) = (n + count, x + (Int128)first * count, y + (Int128)second * count);
            xx += (Int128)first * first * count;
            yy += (Int128)second * second * count;
            xy += (Int128)first * second * count;
        }
        var (spreadX, spreadY) = (n * xx - x * x, n * yy - y * y);
        return spreadX == 0 || spreadY == 0
            ? null
            : Math.Clamp((double)(n * xy - x * y) / (Math.Sqrt((double)spreadX) * Math.Sqrt((double)spreadY)), -1, 1);
    }

    /// <summary>Spearman's rank correlation, -1..1, ties getting their average rank; null below two people or when one item has a single code.</summary>
    /// <param name="pairs">The cross table, in any order; a cell may occur more than once.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more than a thousand million people.</exception>
    public static double? Spearman(IReadOnlyList<CodePair> pairs)
    {
        var first = DoubledRanks(pairs, pair => pair.First);
        var second = DoubledRanks(pairs, pair => pair.Second);
        return Pearson([.. pairs.Select(pair => pair with { First = first[pair.First], Second = second[pair.Second] })]);
    }

    /// <summary>Fisher's z interval of a correlation at 95 %.</summary>
    /// <param name="correlation">-1..1.</param>
    /// <param name="people">Pairs it was computed from.</param>
    /// <param name="errorFactor">1 for Pearson, 1.03 for Spearman: the standard error is factor / sqrt(n - 3).</param>
    /// <returns>Limits within -1..1; null with three people or fewer.</returns>
    public static Interval? FisherInterval(double correlation, int people, double errorFactor = 1)
    {
        if (people <= 3)
            return null;
        var z = Math.Atanh(correlation);
        var half = NormalDistribution.Z95 * errorFactor / Math.Sqrt(people - 3);
        return new Interval(Math.Tanh(z - half), Math.Tanh(z + half));
    }

    // Twice the average rank is a whole number: the people below twice, the people at the code once, plus one.
    private static Dictionary<int, int> DoubledRanks(IReadOnlyList<CodePair> pairs, Func<CodePair, int> code)
    {
        var ranks = new Dictionary<int, int>();
        var below = 0;
        foreach (var group in pairs.GroupBy(code).OrderBy(group => group.Key))
        {
            var here = group.Sum(pair => pair.Count);
            ranks[group.Key] = checked(2 * below + here + 1);
            below = checked(below + here);
        }
        return ranks;
    }
}
