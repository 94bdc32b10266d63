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
