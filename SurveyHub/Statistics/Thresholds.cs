namespace SurveyHub.Statistics;

/// <summary>The smallest bases with which a figure is shown and with which it is tested (methodology, decisions 7 and 8).</summary>
public sealed record Thresholds
{
    /// <summary>The lowest minimum base an organisation may choose.</summary>
    public const int LowestMinimumBase = 5;

    /// <summary>The defaults: shown from 10 valid ratings, tested from 30.</summary>
    public static readonly Thresholds Default = new();

    /// <summary>Chosen thresholds.</summary>
    /// <param name="MinimumBase">Valid ratings below which nothing is shown; at least 5.</param>
    /// <param name="MinimumTestBase">Valid ratings below which nothing is tested; not below <paramref name="MinimumBase"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is too low to protect anybody or the two are in the wrong order.</exception>
    public Thresholds(int MinimumBase = 10, int MinimumTestBase = 30)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumBase, LowestMinimumBase);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumTestBase, MinimumBase);
        this.MinimumBase = MinimumBase;
        this.MinimumTestBase = MinimumTestBase;
    }

    /// <summary>Those of a survey that shows figures from so many answers on: what is tested is shown.</summary>
    public static Thresholds Of(int minimumAnswers) => new(minimumAnswers, Math.Max(minimumAnswers, Default.MinimumTestBase));

    /// <summary>Below this many valid ratings a figure is hidden. Counts people, never weights.</summary>
    public int MinimumBase { get; }

    /// <summary>Below this many valid ratings, on either side, nothing is tested.</summary>
    public int MinimumTestBase { get; }
}
