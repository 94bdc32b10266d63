using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Statistics.Disclosure;

/// <summary>
/// How closely a reader can work out hidden counts from the sums that are shown and from no count being negative: the interval of each by linear
/// programming (methodology M9, rule 4). <see cref="LinearAudit"/> finds what follows from the sums alone.
/// </summary>
public sealed class HiddenIntervals
{
    // Counts are whole: an interval without two whole numbers in it is the count itself.
    private const double Slack = 1e-6;

    private readonly NonNegativeSystem _system;

    /// <summary>What the reader knows.</summary>
    /// <param name="knownSums">For each sum (a shown total minus its shown cells) the indexes of the hidden cells in it, and the sum.</param>
    /// <param name="hiddenCells">Number of hidden cells.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is not that of a hidden cell, or a sum is negative.</exception>
    /// <exception cref="ArgumentException">No counts have these sums.</exception>
    public HiddenIntervals(IReadOnlyList<(IReadOnlyCollection<int> Cells, double Sum)> knownSums, int hiddenCells) => _system = new(knownSums, hiddenCells);

    /// <summary>The interval of one hidden cell, or of the sum of several.</summary>
    /// <param name="cells">Their indexes.</param>
    /// <returns>The smallest and the largest count that the reader cannot rule out; the largest is infinite where no sum holds the cell.</returns>
    public (double Low, double High) Of(params IReadOnlyCollection<int> cells)
    {
        var (low, high) = (_system.Minimum(cells), _system.Maximum(cells));
        return (low, high);
    }

    /// <summary>The reader can work the count out: there are not two whole numbers in the interval.</summary>
    /// <param name="cells">The indexes of the cells that it is the sum of.</param>
    public bool IsExposed(params IReadOnlyCollection<int> cells) => Of(cells) is var (low, high) && Math.Floor(high + Slack) <= Math.Ceiling(low - Slack);
}
