namespace SurveyHub.Statistics.Numerics;

/// <summary>
/// Unknowns of zero and more of which some sums are known; finds the least and the most that others of their sums can be. The simplex method (Dantzig 1963)
/// in two phases on a full tableau, for the few hundred unknowns that a table's hidden cells are.
/// </summary>
internal sealed class NonNegativeSystem
{
    private const double Tiny = 1e-9;

    // Without progress for so many steps the smallest index enters, with which the method cannot go round in a circle (Bland 1977).
    private const int Patience = 20;

    private readonly int _unknowns;

    // One row for each sum that is no combination of the others: the coefficients of the unknowns, then the value of the unknown that the row stands for.
    private readonly List<double[]> _rows = [];
    private readonly List<int> _basis = [];

    /// <exception cref="ArgumentOutOfRangeException">There is no such unknown, or a sum is negative.</exception>
    /// <exception cref="ArgumentException">Nothing has these sums.</exception>
    public NonNegativeSystem(IReadOnlyList<(IReadOnlyCollection<int> Terms, double Sum)> sums, int unknowns)
    {
        _unknowns = unknowns;
        var width = unknowns + sums.Count;
        foreach (var (at, (terms, sum)) in sums.Index())
        {
            ArgumentOutOfRangeException.ThrowIfNegative(sum, nameof(sums));
            var row = Coefficients(terms, width);
            row[unknowns + at] = 1;
            row[width] = sum;
            _rows.Add(row);
            _basis.Add(unknowns + at);
        }
        FindStart(width);
    }

    public double Maximum(IReadOnlyCollection<int> terms) => Optimum(Coefficients(terms, _unknowns));

    public double Minimum(IReadOnlyCollection<int> terms) => -Optimum([.. Coefficients(terms, _unknowns).Select(c => -c)]);

    private double[] Coefficients(IReadOnlyCollection<int> terms, int width)
    {
        var row = new double[width + 1];
        foreach (var term in terms)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(term, nameof(terms));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(term, _unknowns, nameof(terms));
            row[term] = 1;
        }
        return row;
    }

    // Every sum begins with an unknown of its own that makes it true; these are brought to zero, and then left out.
    private void FindStart(int width)
    {
        var objective = new double[width + 1];
        for (var at = _unknowns; at < width; at++) objective[at] = -1;
        if (Optimum(objective) < -1e-6) throw new ArgumentException("Nothing has these sums.");
        for (var at = _rows.Count - 1; at >= 0; at--)
        {
            if (_basis[at] < _unknowns) continue;
            var entering = Array.FindIndex(_rows[at], 0, _unknowns, c => Math.Abs(c) > Tiny);
            if (entering >= 0) Pivot(at, entering, null);
            else
            {
                // The sum follows from the others.
                _rows.RemoveAt(at);
                _basis.RemoveAt(at);
            }
        }
        for (var at = 0; at < _rows.Count; at++) _rows[at] = [.. _rows[at].AsSpan(0, _unknowns), _rows[at][width]];
    }

    private double Optimum(double[] objective)
    {
        var width = objective.Length - 1;
        // What is in the basis costs nothing to hold; the last entry is minus what the objective has reached.
        foreach (var (at, row) in _rows.Index()) Subtract(objective, row, objective[_basis[at]]);
        for (var (idle, reached) = (0, double.NegativeInfinity); ;)
        {
            idle = -objective[width] > reached + Tiny ? 0 : idle + 1;
            reached = Math.Max(reached, -objective[width]);
            var entering = idle < Patience ? Steepest(objective, width) : Array.FindIndex(objective, 0, width, c => c > Tiny);
            if (entering < 0) return -objective[width];
            var leaving = Leaving(entering, width);
            if (leaving < 0) return double.PositiveInfinity;
            Pivot(leaving, entering, objective);
        }
    }

    private static int Steepest(double[] objective, int width)
    {
        var best = -1;
        for (var at = 0; at < width; at++)
            if (objective[at] > Tiny && (best < 0 || objective[at] > objective[best])) best = at;
        return best;
    }

    private int Leaving(int entering, int width)
    {
        var (best, ratio) = (-1, double.PositiveInfinity);
        for (var at = 0; at < _rows.Count; at++)
        {
            if (_rows[at][entering] <= Tiny) continue;
            var own = _rows[at][width] / _rows[at][entering];
            if (own < ratio - Tiny || (own < ratio + Tiny && (best < 0 || _basis[at] < _basis[best]))) (best, ratio) = (at, Math.Min(own, ratio));
        }
        return best;
    }

    private void Pivot(int leaving, int entering, double[]? objective)
    {
        var pivot = _rows[leaving];
        var factor = pivot[entering];
        for (var i = 0; i < pivot.Length; i++) pivot[i] /= factor;
        for (var at = 0; at < _rows.Count; at++)
            if (at != leaving) Subtract(_rows[at], pivot, _rows[at][entering]);
        if (objective is not null) Subtract(objective, pivot, objective[entering]);
        _basis[leaving] = entering;
    }

    private static void Subtract(double[] row, double[] pivot, double factor)
    {
        if (factor == 0) return;
        for (var i = 0; i < row.Length; i++) row[i] -= factor * pivot[i];
    }
}
