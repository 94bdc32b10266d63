namespace SurveyHub.Statistics;

/// <summary>Ratings in the good set out of the valid ratings. "Not applicable" and skipped answers are in neither count.</summary>
/// <remarks>Methodology M1. The favourable share of the glossary is <see cref="Share"/>.</remarks>
public readonly record struct GoodCount
{
    /// <summary>Counts of one group of ratings.</summary>
    /// <param name="good">Ratings in the good set, 0..<paramref name="valid"/>.</param>
    /// <param name="valid">Valid ratings, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more are good than valid.</exception>
    public GoodCount(int good, int valid)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(good);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(good, valid);
        Good = good;
        Valid = valid;
    }

    /// <summary>Ratings in the good set.</summary>
    public int Good { get; }

    /// <summary>Valid ratings: the base n of the share.</summary>
    public int Valid { get; }

    /// <summary>Good / valid, 0..1; null when nobody rated, which is not zero per cent.</summary>
    public double? Share => Valid == 0 ? null : (double)Good / Valid;

    /// <summary>The Wilson 95 % interval of the share; null when nobody rated.</summary>
    public Interval? Interval => Valid == 0 ? null : Wilson.Of(Good, Valid);

    /// <summary>Whether so few rated that it tells of each that all of them were in the good set, or none (methodology M9, rule 6).</summary>
    /// <param name="thresholds">From <see cref="Thresholds.MinimumTestBase"/> ratings on it is a finding.</param>
    public bool IsOneOpinion(Thresholds thresholds) => Valid > 0 && Valid < thresholds.MinimumTestBase && (Good == 0 || Good == Valid);

    /// <summary>
    /// The same for others who are told only "over 95 %" or "under 5 %": as of twenty and fewer ratings that can only mean all or none, the few where one differs are of it, too,
    /// and the base must not stand beside it.
    /// </summary>
    /// <param name="thresholds">From <see cref="Thresholds.MinimumTestBase"/> ratings on the share is told.</param>
    public bool IsNearlyOneOpinion(Thresholds thresholds) => Valid > 0 && Valid < thresholds.MinimumTestBase && (20 * Good > 19 * Valid || 20 * Good < Valid);

    /// <summary>Everyone: the ratings of both groups together.</summary>
    public static GoodCount operator +(GoodCount first, GoodCount second) =>
        new(checked(first.Good + second.Good), checked(first.Valid + second.Valid));

    /// <summary>Everyone else: the ratings that are not in <paramref name="part"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is not inside the whole.</exception>
    public static GoodCount operator -(GoodCount whole, GoodCount part) =>
        new(whole.Good - part.Good, whole.Valid - part.Valid);

    /// <inheritdoc cref="op_Addition"/>
    public static GoodCount Add(GoodCount first, GoodCount second) => first + second;

    /// <inheritdoc cref="op_Subtraction"/>
    public static GoodCount Subtract(GoodCount whole, GoodCount part) => whole - part;
}
