using SurveyHub.Statistics.Weighting;

namespace SurveyHub.Statistics;

/// <summary>One item compared between two editions: what may be said, and the figures behind it.</summary>
/// <remarks>
/// <see cref="Change"/> is computed whenever both sides have ratings, so that exports for those who may see everything are complete.
/// Whoever shows it must obey <see cref="State"/>: nothing of it for <see cref="ComparisonState.NotComparable"/> and
/// <see cref="ComparisonState.Hidden"/>, no p-value for <see cref="ComparisonState.TooFewToTest"/>.
/// </remarks>
public sealed record Comparison
{
    /// <summary>Compares two figures.</summary>
    /// <param name="state">What may be said, from <see cref="ComparisonStates"/>.</param>
    /// <param name="from">The earlier counts.</param>
    /// <param name="to">The later counts.</param>
    /// <param name="pooled">Where a side is several items taken together: the difference that knows that the same people rated them.</param>
    public Comparison(ComparisonState state, GoodCount from, GoodCount to, WeightedChange? pooled = null)
    {
        (State, From, To, Pooled) = (state, from, to, pooled);
        if (from.Valid > 0 && to.Valid > 0)
            Change = Change.Between(from, to);
        else if (state is not (ComparisonState.NoComparison or ComparisonState.NotComparable or ComparisonState.Hidden))
            throw new ArgumentException("Without ratings on a side there is no comparison.", nameof(state));
    }

    /// <summary>What may be said.</summary>
    public ComparisonState State { get; }

    /// <summary>The earlier counts.</summary>
    public GoodCount From { get; }

    /// <summary>The later counts.</summary>
    public GoodCount To { get; }

    /// <summary>Size and evidence; null when a side has no ratings.</summary>
    public Change? Change { get; }

    /// <summary>The p-value that enters the family of tests; null when not tested.</summary>
    public double? P => State == ComparisonState.Tested ? Pooled?.P ?? Change!.P : null;

    /// <summary>Stands in the place of <see cref="Change"/> where a side is several items taken together.</summary>
    public WeightedChange? Pooled { get; }

    /// <summary>Of whichever of the two counts; null when a side has no ratings.</summary>
    public Interval? Interval => Pooled?.Interval ?? Change?.Interval;
}

/// <summary>A comparison with what its family of tests made of it.</summary>
/// <param name="Comparison">The comparison itself.</param>
/// <param name="AdjustedP">p after Benjamini-Hochberg over the family; null when not tested.</param>
/// <param name="Verdict">Null when not tested.</param>
public sealed record JudgedComparison(Comparison Comparison, double? AdjustedP, Verdict? Verdict)
{
    /// <summary>Whether the verdict is better or worse, by less than three points.</summary>
    public bool IsSmall =>
        Verdict is Statistics.Verdict.Better or Statistics.Verdict.Worse
        && Verdicts.IsSmall(Comparison.Change!.Difference);
}

/// <summary>Gives the comparisons of one table their verdicts (methodology M4).</summary>
public static class Verdicts
{
    /// <summary>The adjusted p at or below which a change is confirmed.</summary>
    public const double Alpha = 0.05;

    // Methodology M3: a confirmed change under three points is called small.
    private const decimal SmallPoints = 3;

    /// <summary>Whether a difference is less than three points; three are not small.</summary>
    /// <param name="difference">Later minus earlier share, -1..1.</param>
    public static bool IsSmall(double difference) => Math.Abs(Rounding.Points(difference)) < SmallPoints;

    /// <summary>Judges one family: the tests of one table on one page. The overall question is a family of its own.</summary>
    /// <param name="family">All rows of the table; those not tested pass through without a verdict and do not count.</param>
    /// <returns>One row for each comparison, in the same order.</returns>
    public static IReadOnlyList<JudgedComparison> Judge(IReadOnlyList<Comparison> family)
    {
        var adjusted = MultipleTesting.BenjaminiHochberg([.. family.Select(comparison => comparison.P)]);
        return [.. family.Zip(adjusted, (comparison, q) => new JudgedComparison(comparison, q, q is { } p ? Of(p, comparison.Change!.Difference) : null))];
    }

    /// <summary>The verdict on a difference, better being higher.</summary>
    /// <param name="adjustedP">p after adjustment, 0..1.</param>
    /// <param name="difference">Later minus earlier.</param>
    public static Verdict Of(double adjustedP, double difference)
    {
        if (adjustedP > Alpha || difference == 0)
            return Verdict.NoClearChange;
        return difference > 0 ? Verdict.Better : Verdict.Worse;
    }
}
