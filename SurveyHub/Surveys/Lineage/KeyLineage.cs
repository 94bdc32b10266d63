namespace SurveyHub.Surveys.Lineage;

/// <summary>Follows keys through the years: those of the services, or those of one customer group's options.</summary>
public sealed class KeyLineage
{
    private readonly (int Year, LineageEdge[] Edges)[] _years;

    /// <param name="edges">Those that move keys of one kind of thing.</param>
    public KeyLineage(IEnumerable<LineageEdge> edges) =>
        _years = [.. edges.Where(e => e.MovesKeys).GroupBy(e => e.Year).OrderBy(g => g.Key).Select(g => (g.Key, g.ToArray()))];

    public bool IsNone => _years.Length == 0;

    /// <summary>What a key of a later year was in an earlier one, and what else of the later year came from it.</summary>
    /// <param name="key">A key of the later year.</param>
    /// <param name="from">The earlier year.</param>
    /// <param name="to">The later year.</param>
    public Ancestry Between(string key, int from, int to)
    {
        var edges = new HashSet<LineageEdge>(ReferenceEqualityComparer.Instance);
        SortedSet<string> now = new(StringComparer.Ordinal) { key }, before;
        int known;
        do
        {
            known = now.Count;
            before = Back(now, from, to, edges);
            now.UnionWith(Forward(before, from, to, edges));
        }
        while (now.Count > known);
        return new([.. before], [.. now], [.. edges.OrderBy(e => e.Year).ThenBy(e => e.Id, StringComparer.Ordinal)]);
    }

    /// <summary>The last key that goes on without being split: the name of a series in files.</summary>
    /// <param name="key">A key.</param>
    /// <param name="year">A year in which it stands for something.</param>
    public string LastName(string key, int year)
    {
        foreach (var (_, edges) in _years.Where(y => y.Year > year))
            if (edges.FirstOrDefault(e => e.Before.Contains(key)) is { } edge)
            {
                if (edge.After is not [var after]) break;
                key = after;
            }
        return key;
    }

    /// <summary>The edges by which a key came to be or will end, the earliest first.</summary>
    public IReadOnlyList<LineageEdge> Of(string key) =>
        [.. _years.SelectMany(y => y.Edges).Where(e => e.Before.Contains(key) || e.After.Contains(key))];

    private SortedSet<string> Back(IReadOnlySet<string> keys, int from, int to, HashSet<LineageEdge> passed) =>
        Walk(keys, _years.Reverse().Where(y => from < y.Year && y.Year <= to), e => e.After, e => e.Before, passed);

    private SortedSet<string> Forward(IReadOnlySet<string> keys, int from, int to, HashSet<LineageEdge> passed) =>
        Walk(keys, _years.Where(y => from < y.Year && y.Year <= to), e => e.Before, e => e.After, passed);

    // All that happened in one year happened at once.
    private static SortedSet<string> Walk(
        IReadOnlySet<string> keys, IEnumerable<(int Year, LineageEdge[] Edges)> years,
        Func<LineageEdge, IReadOnlyList<string>> entry, Func<LineageEdge, IReadOnlyList<string>> exit, HashSet<LineageEdge> passed)
    {
        var at = new SortedSet<string>(keys, StringComparer.Ordinal);
        foreach (var (_, edges) in years)
        {
            var taken = edges.Where(e => entry(e).Any(at.Contains)).ToArray();
            passed.UnionWith(taken);
            at = new(at.Where(k => !taken.Any(e => entry(e).Contains(k))).Concat(taken.SelectMany(exit)), StringComparer.Ordinal);
        }
        return at;
    }
}
