namespace SurveyHub.Statistics.Numerics;

/// <summary>
/// A sum of non-negative numbers that does not depend on the order in which they come: what rounding takes from the sum is kept beside it.
/// Weights of answers are added in an order that comes from random numbers, and the same answers shall give the same figures to the last digit.
/// </summary>
/// <remarks>
/// Two doubles carry 106 binary digits. Of numbers that lie within 16 orders of magnitude of their sum these are all there are, so the sum is exact and
/// rounded once, when it is read. Source: D. E. Knuth, The Art of Computer Programming, volume 2, 4.2.2, theorem B; T. J. Dekker, Numerische Mathematik 18 (1971).
/// </remarks>
public struct ExactSum
{
    private double _rest;

    /// <summary>The sum, rounded once.</summary>
    public double Value { get; private set; }

    /// <param name="number">Finite; not negative.</param>
    public void Add(double number)
    {
        var sum = Value + number;
        var part = sum - Value;
        var lost = Value - (sum - part) + (number - part) + _rest;
        Value = sum + lost;
        _rest = lost - (Value - sum);
    }
}
