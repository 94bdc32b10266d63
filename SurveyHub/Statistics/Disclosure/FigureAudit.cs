namespace SurveyHub.Statistics.Disclosure;

/// <summary>
/// Looks at published sums over the same people, whatever groups they are of, as somebody who has them all: adds and takes off figures, and looks
/// whom that leaves (methodology M9, rules 4 and 5).
/// </summary>
/// <remarks>
/// <para>Up to three figures are tried in every way. Signs are enough: where a multiple singles out a few, so does a difference of two. A sum with
/// coefficients x, y, z leaves out only people in all three (x + y + z = 0), or in two of opposite coefficients; and whoever is left of a - b is in one of them
/// and therefore left of every other sum that leaves out those in all three.</para>
/// <para>Of more figures the rows of the reduced echelon form are looked at, once with the smallest crowds and once with the largest as pivots. A crowd that
/// follows alone from the figures, of however many, is a row of it. The smallest difference of all is not looked for: that is a minimum
/// weight word of a code, and hard; of two attributes <see cref="CrossTable"/> finds it.</para>
/// </remarks>
public sealed class FigureAudit
{
    private readonly int _figures;
    private readonly Dictionary<string, (int[] Figures, int People)> _crowds = new(StringComparer.Ordinal);

    /// <summary>An audit that knows nobody.</summary>
    /// <param name="figures">Number of published figures.</param>
    public FigureAudit(int figures) => _figures = figures;

    /// <summary>Adds people who are counted in the same figures; nobody can tell them from others in just these.</summary>
    /// <param name="figures">Indexes of the figures, ascending.</param>
    /// <param name="people">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or there is no such figure.</exception>
    public void Add(IReadOnlyList<int> figures, int people)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        foreach (var figure in figures) ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(figure, _figures, nameof(figures));
        if (people == 0 || figures.Count == 0) return;
        var key = string.Join(' ', figures);
        _crowds[key] = ([.. figures], _crowds.GetValueOrDefault(key).People + people);
    }

    /// <summary>Figures that single out somebody, but fewer than the minimum.</summary>
    /// <param name="minimum">Fewest people who may be told apart.</param>
    /// <returns>Their indexes; null where there are none.</returns>
    public IReadOnlyList<int>? FirstExposure(int minimum) => OneFew(minimum) ?? OfThree(minimum) ?? OfMany(minimum);

    private IReadOnlyList<int>? OneFew(int minimum)
    {
        var people = new int[_figures];
        foreach (var (figures, n) in _crowds.Values)
            foreach (var figure in figures) people[figure] += n;
        return Array.FindIndex(people, n => IsFew(n, minimum)) is >= 0 and var few ? [few] : null;
    }

    private int[]? OfThree(int minimum)
    {
        var (both, all) = Shared();
        for (var a = 0; a < _figures; a++)
            for (var b = a + 1; b < _figures; b++)
            {
                if (IsFew(both[a, a] + both[b, b] - 2 * both[a, b], minimum)) return [a, b];
                for (var c = b + 1; c < _figures; c++)
                    if (IsOfThree(a, b, c)) return [a, b, c];
            }
        return null;

        bool IsOfThree(int a, int b, int c)
        {
            var three = all.GetValueOrDefault((a, b, c));
            var (ab, ac, bc) = (both[a, b] - three, both[a, c] - three, both[b, c] - three);
            var any = both[a, a] + both[b, b] + both[c, c] - both[a, b] - both[a, c] - both[b, c] + three;
            // Taking one of them off leaves out whoever is in it and in just one of the others.
            return IsFew(any - ac - bc, minimum) || IsFew(any - ab - bc, minimum) || IsFew(any - ab - ac, minimum);
        }
    }

    /// <summary>People in every two figures (and in each, on the diagonal), and in every three that share somebody.</summary>
    private (int[,] Both, Dictionary<(int, int, int), int> All) Shared()
    {
        var (both, all) = (new int[_figures, _figures], new Dictionary<(int, int, int), int>());
        foreach (var (figures, people) in _crowds.Values)
            for (var i = 0; i < figures.Length; i++)
                for (var j = i; j < figures.Length; j++)
                {
                    both[figures[i], figures[j]] += people;
                    for (var k = j + 1; j > i && k < figures.Length; k++)
                    {
                        var three = (figures[i], figures[j], figures[k]);
                        all[three] = all.GetValueOrDefault(three) + people;
                    }
                }
        return (both, all);
    }

    private int[]? OfMany(int minimum)
    {
        var bySize = _crowds.Values.OrderBy(c => c.People).ThenBy(c => string.Join(' ', c.Figures), StringComparer.Ordinal).ToArray();
        return OfMany(bySize, minimum) ?? OfMany([.. bySize.Reverse()], minimum);
    }

    private int[]? OfMany((int[] Figures, int People)[] crowds, int minimum)
    {
        // Beside the crowds each row notes of which figures it is the sum.
        var system = Enumerable.Range(0, _figures).Select(figure => new double[crowds.Length + _figures]).ToArray();
        foreach (var (at, (figures, _)) in crowds.Index())
            foreach (var figure in figures) system[figure][at] = 1;
        for (var figure = 0; figure < _figures; figure++) system[figure][crowds.Length + figure] = 1;
        LinearAudit.Eliminate(system, crowds.Length);
        return system.Where(row => IsFew(crowds.Index().Sum(c => LinearAudit.IsZero(row[c.Index]) ? 0 : c.Item.People), minimum))
            .Select(row => Enumerable.Range(0, _figures).Where(figure => !LinearAudit.IsZero(row[crowds.Length + figure])).ToArray())
            .MinBy(figures => figures.Length);
    }

    private static bool IsFew(int people, int minimum) => people > 0 && people < minimum;
}
