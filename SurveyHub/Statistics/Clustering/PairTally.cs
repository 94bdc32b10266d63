namespace SurveyHub.Statistics.Clustering;

/// <summary>
/// Two items seen together, over the people with a valid rating of both. These counts are all that has to be kept of the people
/// to compute every covariance of methodology M5 again.
/// </summary>
public readonly record struct PairTally
{
    /// <summary>No person rated both.</summary>
    public static readonly PairTally None;

    /// <summary>Counts as they were stored.</summary>
    /// <param name="both">People with a valid rating of both items.</param>
    /// <param name="goodFirst">Of these, people whose rating of the first item is good.</param>
    /// <param name="goodSecond">Of these, people whose rating of the second item is good.</param>
    /// <param name="goodBoth">Of these, people whose ratings of both are good.</param>
    /// <exception cref="ArgumentOutOfRangeException">The counts cannot be those of any group of people.</exception>
    public PairTally(int both, int goodFirst, int goodSecond, int goodBoth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(both);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(goodFirst, both);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(goodSecond, both);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(goodBoth, Math.Min(goodFirst, goodSecond));
        ArgumentOutOfRangeException.ThrowIfLessThan(goodBoth, Math.Max(0, goodFirst + goodSecond - both));
        (Both, GoodFirst, GoodSecond, GoodBoth) = (both, goodFirst, goodSecond, goodBoth);
    }

    /// <summary>People with a valid rating of both items.</summary>
    public int Both { get; }

    /// <summary>Of these, people whose rating of the first item is good.</summary>
    public int GoodFirst { get; }

    /// <summary>Of these, people whose rating of the second item is good.</summary>
    public int GoodSecond { get; }

    /// <summary>Of these, people whose ratings of both are good.</summary>
    public int GoodBoth { get; }

    /// <summary>The same people with the items in the other order.</summary>
    public PairTally Swapped => new(Both, GoodSecond, GoodFirst, GoodBoth);

    /// <summary>Two pairs of items taken together: everything here is a sum over people, and so is theirs.</summary>
    public static PairTally operator +(PairTally first, PairTally second) => new(
        checked(first.Both + second.Both), checked(first.GoodFirst + second.GoodFirst), checked(first.GoodSecond + second.GoodSecond), checked(first.GoodBoth + second.GoodBoth));

    /// <inheritdoc cref="op_Addition"/>
    public static PairTally Add(PairTally first, PairTally second) => first + second;

    /// <summary>The item with itself, which makes variances the same formula as covariances.</summary>
    public static PairTally WithItself(GoodCount item) => new(item.Valid, item.Good, item.Good, item.Good);

    /// <summary>The sum over people of (y1 - p1)(y2 - p2) / (n1 n2), where p and n are those of the whole items.</summary>
    /// <param name="first">All ratings of the first item, at least one.</param>
    /// <param name="second">All ratings of the second item, at least one.</param>
    /// <remarks>
    /// Expanded: goodBoth - p2 goodFirst - p1 goodSecond + p1 p2 both. Multiplied by n1 n2 that is a whole number, computed as one:
    /// nothing cancels, and a variance that is zero comes out as zero.
    /// </remarks>
    internal double CrossProduct(GoodCount first, GoodCount second)
    {
        Int128 n1 = first.Valid, n2 = second.Valid;
        var whole = GoodBoth * n1 * n2 - GoodFirst * n1 * second.Good - GoodSecond * n2 * first.Good + (Int128)Both * first.Good * second.Good;
        var bases = (double)first.Valid * second.Valid;
        return (double)whole / (bases * bases);
    }
}
