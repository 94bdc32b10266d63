namespace SurveyHub.Statistics.Weighting;

/// <summary>What unequal weights cost (methodology M11).</summary>
/// <param name="N">People.</param>
/// <param name="Sum">Sum of the weights.</param>
/// <param name="SumOfSquares">Sum of their squares.</param>
/// <param name="Least">The smallest weight over the mean.</param>
/// <param name="Most">The largest weight over the mean.</param>
public sealed record Kish(int N, double Sum, double SumOfSquares, double Least, double Most)
{
    /// <summary>Above this design effect the reader is warned.</summary>
    public const double WarnAbove = 1.5;

    /// <summary>Above this design effect weighted figures are not published.</summary>
    public const double RefuseAbove = 3;

    /// <summary>Kish's effective sample size (Σw)² / Σw²: takes the place of n in intervals and tests. Between 1 and N.</summary>
    public double EffectiveN => Sum * Sum / SumOfSquares;

    /// <summary>Kish's design effect N / n_eff, 1 for equal weights.</summary>
    public double DesignEffect => N / EffectiveN;

    /// <summary>Whether weighted figures may be published.</summary>
    public bool IsPublishable => DesignEffect <= RefuseAbove;

    /// <param name="weights">At least one, all above 0. A common factor changes nothing but the sums.</param>
    /// <exception cref="ArgumentException">There is no weight, or one is not above 0.</exception>
    public static Kish Of(IReadOnlyCollection<double> weights) => Of(weights, [.. Enumerable.Repeat(1, weights.Count)]);

    /// <param name="weights">At least one, all above 0.</param>
    /// <param name="people">How many people have each of them, at least one.</param>
    /// <exception cref="ArgumentException">There is no weight, or one is not above 0.</exception>
    public static Kish Of(IReadOnlyCollection<double> weights, IReadOnlyList<int> people)
    {
        if (weights.Count == 0 || weights.Any(w => !(w > 0) || double.IsInfinity(w)))
            throw new ArgumentException("Weights are numbers above zero, at least one.", nameof(weights));
        var (all, sum) = (people.Sum(), weights.Zip(people, (w, n) => w * n).Sum());
        var mean = sum / all;
        return new(all, sum, weights.Zip(people, (w, n) => w * w * n).Sum(), weights.Min() / mean, weights.Max() / mean);
    }
}
