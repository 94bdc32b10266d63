namespace SurveyHub.Statistics.Disclosure;

/// <summary>
/// Two ways to part the same people, each published as sums: departments and roles. Finds sums that, set against each other, leave few
/// people: the administration is part of the office, so office minus administration is the four others (methodology M9, rule 5).
/// </summary>
/// <remarks>
/// Take any lines as often as you like, and take others off: then everybody is counted as often as their row's number minus their column's
/// says, and whoever is counted at all is singled out. Cut at any level such numbers part the lines in two, and everybody between the two
/// sides is singled out. The fewest people whom any sum of lines can single out, in whatever multiples and with whatever sign, are therefore
/// a minimum cut of the graph whose vertices are the lines and whose edges are the people. Found by Stoer and Wagner's phases (1997).
/// </remarks>
public sealed class CrossTable
{
    private readonly int _rows;
    private readonly int[,] _people;

    /// <summary>A table of nobody.</summary>
    /// <param name="rows">Lines of one way; lines of which only the sum together is known are one.</param>
    /// <param name="columns">Lines of the other, likewise.</param>
    public CrossTable(int rows, int columns) => (_rows, _people) = (rows, new int[rows + columns, rows + columns]);

    /// <summary>Adds people who belong to both lines.</summary>
    /// <param name="row">Their row.</param>
    /// <param name="column">Their column.</param>
    /// <param name="people">How many.</param>
    public void Add(int row, int column, int people)
    {
        _people[row, _rows + column] += people;
        _people[_rows + column, row] += people;
    }

    /// <summary>Lines whose rows minus columns single out somebody, but fewer than the minimum. Changes the table: ask once.</summary>
    /// <param name="minimum">Fewest people who may be told apart.</param>
    /// <returns>Null when there are none.</returns>
    public (IReadOnlyList<int> Rows, IReadOnlyList<int> Columns)? FirstDifference(int minimum)
    {
        var lines = Enumerable.Range(0, _people.GetLength(0)).Select(line => new List<int> { line }).ToArray();
        var open = Enumerable.Range(0, lines.Length).ToList();
        JoinCrowds(lines, open, minimum);
        while (open.Count > 1)
        {
            var (last, before, between) = Phase(open);
            if (between > 0 && between < minimum)
                return ([.. lines[last].Where(l => l < _rows).Order()], [.. lines[last].Where(l => l >= _rows).Select(l => l - _rows).Order()]);
            Join(lines, open, before, last);
        }
        return null;
    }

    /// <summary>A difference is the sum of the lines inside it, and of all others as well: whichever are fewer, where there are any.</summary>
    /// <param name="inside">Figures of the difference.</param>
    /// <param name="outside">All others.</param>
    public static IReadOnlyList<T> Fewer<T>(IReadOnlyList<T> inside, IReadOnlyList<T> outside) =>
        inside.Count > 0 && (outside.Count == 0 || inside.Count <= outside.Count) ? inside : outside;

    /// <summary>Lines that enough people share are never parted by fewer.</summary>
    private void JoinCrowds(List<int>[] lines, List<int> open, int minimum)
    {
        for (var at = 0; at < open.Count; at++)
            while (open.FindIndex(at + 1, other => _people[open[at], other] >= minimum) is >= 0 and var crowd)
                Join(lines, open, open[at], open[crowd]);
    }

    private void Join(List<int>[] lines, List<int> open, int into, int line)
    {
        lines[into].AddRange(lines[line]);
        open.Remove(line);
        foreach (var other in open.Where(o => o != into))
        {
            _people[into, other] += _people[line, other];
            _people[other, into] = _people[into, other];
        }
    }

    /// <summary>Walks from line to line, always to the one most tied to those before. Nothing parts the last two with fewer people than part the last from all others.</summary>
    private (int Last, int Before, int Between) Phase(List<int> open)
    {
        var ties = open.ToDictionary(line => line, _ => 0);
        var (last, before, between) = (-1, -1, 0);
        while (ties.Count > 0)
        {
            (before, (last, between)) = (last, ties.MaxBy(t => t.Value));
            ties.Remove(last);
            foreach (var other in ties.Keys.ToArray()) ties[other] += _people[last, other];
        }
        return (last, before, between);
    }
}
