namespace SurveyHub.Statistics.Disclosure;

/// <summary>Whether two figures that the same reader may see give away a third by subtraction (methodology M9, rule 5).</summary>
public static class Differencing
{
    /// <summary>Whether a filter may be shown to a reader who sees its parent: both the filter and what it leaves out are large enough, or it leaves out nobody.</summary>
    /// <param name="parent">Valid answers of the parent, at least those of the part.</param>
    /// <param name="part">Valid answers inside the filter.</param>
    /// <param name="minimumBase">Fewest answers that may be shown, at least 5.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is not inside the parent, or the minimum protects nobody.</exception>
    public static bool Allows(int parent, int part, int minimumBase = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, parent);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumBase, Thresholds.LowestMinimumBase);
        return part >= minimumBase && (parent == part || parent - part >= minimumBase);
    }
}
