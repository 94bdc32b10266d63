namespace SurveyHub.Statistics;

/// <summary>
/// How much of a total's change between two years comes from who answered, and how much from what the groups of them said: Simpson's
/// paradox, looked for (methodology M8). Every group can be less content and the total rise, where more of the content ones answered.
/// </summary>
/// <remarks>
/// With w the part of the ratings that a group gave and p its share of good ones, the total's change is
/// sum of (w1+w2)/2 * (p2-p1), which is <see cref="SameMix"/>, plus sum of (p1+p2)/2 * (w2-w1), which is the mix (Kitagawa 1955).
/// Ratings of no group that can be compared are one more group. A group without ratings in one of the years has no change of its own.
/// </remarks>
/// <param name="Compared">Groups with ratings in both years; the others together are none of them.</param>
/// <param name="Against">Of these, those that moved the other way than the total.</param>
/// <param name="Difference">Later minus earlier share of the total, −1..1.</param>
/// <param name="SameMix">What that would be had every group given the same part of the ratings in both years (the mean of both), −1..1.</param>
public sealed record MixOfRespondents(int Compared, int Against, double Difference, double SameMix)
{
    /// <summary>From here on the mix is worth a word: what it does to the total, in shares.</summary>
    public const double WorthAWord = 0.01;

    /// <summary>
    /// The total moved against most of its groups, and would not have moved that way at the same mix: one large group can outweigh many small
    /// ones, and then it is not the mix. What the mix does is a point at least.
    /// </summary>
    public bool MovesTheTotal =>
        Difference != 0 && 2 * Against > Compared && Math.Sign(SameMix) != Math.Sign(Difference) && Math.Abs(Difference - SameMix) >= WorthAWord;

    /// <param name="before">All ratings of the earlier year.</param>
    /// <param name="now">All ratings of the later year.</param>
    /// <param name="groups">Groups of which nobody is in two, in both years. Those without ratings on a side tell nothing and are left to the others.</param>
    /// <returns>Null when nobody rated in one of the years, or fewer than two groups can be compared.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The groups have more ratings than there are.</exception>
    public static MixOfRespondents? Of(GoodCount before, GoodCount now, IEnumerable<(GoodCount Before, GoodCount Now)> groups)
    {
        (GoodCount Before, GoodCount Now)[] compared = [.. groups.Where(g => g is { Before.Valid: > 0, Now.Valid: > 0 })];
        var others = compared.Aggregate((Before: before, Now: now), (left, g) => (left.Before - g.Before, left.Now - g.Now));
        if (compared.Length < 2 || before.Share is not { } earlier || now.Share is not { } later) return null;
        var difference = later - earlier;
        var same = compared.Append(others).Sum(part => (Part(part.Before, before) + Part(part.Now, now)) / 2 * Moved(part));
        return new(compared.Length, compared.Count(g => Math.Sign(Moved(g)) == -Math.Sign(difference) && difference != 0), difference, same);
    }

    private static double Part(GoodCount group, GoodCount all) => (double)group.Valid / all.Valid;

    private static double Moved((GoodCount Before, GoodCount Now) group) => group.Now.Share - group.Before.Share ?? 0;
}
