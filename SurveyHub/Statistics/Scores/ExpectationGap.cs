namespace SurveyHub.Statistics.Scores;

/// <summary>One person's three answers about a service, on one scale: what would just do, what they wish for, what they get.</summary>
public readonly record struct Expectation(int Minimum, int Desired, int Perceived);

/// <summary>
/// Expectations against what is perceived, over people who gave all three answers (methodology M15). The share of people below their
/// own minimum is the figure to show; perceived quality alone stays the headline.
/// </summary>
/// <param name="Minimum">Mean of the minimum.</param>
/// <param name="Desired">Mean of the desired.</param>
/// <param name="Perceived">Mean of the perceived.</param>
/// <param name="Adequacy">Perceived minus minimum.</param>
/// <param name="Superiority">Perceived minus desired.</param>
/// <param name="BelowMinimum">People whose perceived is below their own minimum, out of all (with Wilson's interval).</param>
/// <param name="WishBelowMinimum">People who wish for less than would just do for them: they took one question for the other, or both for something else. They count.</param>
public sealed record ExpectationGap(
    MeanScore Minimum, MeanScore Desired, MeanScore Perceived, MeanScore Adequacy, MeanScore Superiority, GoodCount BelowMinimum, int WishBelowMinimum)
{
    public int People => BelowMinimum.Valid;

    /// <summary>Mean desired minus mean minimum: the width of the zone of tolerance.</summary>
    public double ZoneWidth => Desired.Mean - Minimum.Mean;

    /// <summary>
    /// Whether the gaps leave open what so many more people rated, whatever these said. A gap and an expectation near an end of the scale bound
    /// the mean of the perceived; with the mean of everybody's ratings they would bound what the others rated.
    /// </summary>
    /// <param name="others">People who rated without saying all three.</param>
    /// <param name="first">Lowest code of the scale.</param>
    /// <param name="last">Highest code of the scale.</param>
    public bool LeavesOpen(int others, int first, int last) =>
        new[] { Minimum, Desired }.All(expected => Math.Min(last - expected.Mean, expected.Mean - first) * People >= (long)others * (last - first) - 1e-9);

    /// <summary>Null when nobody gave all three answers.</summary>
    public static ExpectationGap? Of(IReadOnlyCollection<Expectation> complete) => complete.Count == 0 ? null : new(
        Mean(complete, e => e.Minimum), Mean(complete, e => e.Desired), Mean(complete, e => e.Perceived),
        Mean(complete, e => e.Perceived - e.Minimum), Mean(complete, e => e.Perceived - e.Desired),
        new(complete.Count(e => e.Perceived < e.Minimum), complete.Count), complete.Count(e => e.Desired < e.Minimum));

    private static MeanScore Mean(IReadOnlyCollection<Expectation> people, Func<Expectation, int> value) => MeanScore.Of([.. people.Select(value)])!;
}
