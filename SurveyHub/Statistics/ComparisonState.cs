namespace SurveyHub.Statistics;

/// <summary>What may be said about a difference. Exactly one of these is true, decided in this order (methodology, section 3).</summary>
public enum ComparisonState
{
    /// <summary>The question, its scale or the weighting changed: no difference is computed across the break (M13).</summary>
    NotComparable,

    /// <summary>A side was not asked or has no ratings.</summary>
    NoComparison,

    /// <summary>A side is hidden, and so is the difference.</summary>
    Hidden,

    /// <summary>Both sides are shown, but one has too small a base for a test.</summary>
    TooFewToTest,

    /// <summary>Tested: it has a p-value and, within its family, a verdict.</summary>
    Tested,
}

/// <summary>What is said about a tested change, after adjusting for the other tests of the table.</summary>
public enum Verdict
{
    /// <summary>Not shown to differ. Never to be called "unchanged".</summary>
    NoClearChange,

    /// <summary>Higher than before.</summary>
    Better,

    /// <summary>Lower than before.</summary>
    Worse,
}

/// <summary>Decides the <see cref="ComparisonState"/> of two figures.</summary>
public static class ComparisonStates
{
    /// <summary>The state of a comparison.</summary>
    /// <param name="comparable">False when a break in the series lies between the two.</param>
    /// <param name="from">The state of the earlier figure.</param>
    /// <param name="to">The state of the later figure.</param>
    public static ComparisonState Of(bool comparable, CellState from, CellState to)
    {
        if (!comparable)
            return ComparisonState.NotComparable;
        if (Either(CellState.NotAsked) || Either(CellState.NoRatings))
            return ComparisonState.NoComparison;
        if (Either(CellState.Hidden))
            return ComparisonState.Hidden;
        return Either(CellState.SmallBase) ? ComparisonState.TooFewToTest : ComparisonState.Tested;

        bool Either(CellState state) => from == state || to == state;
    }
}
