namespace SurveyHub.Results.Counting;

/// <summary>
/// Decides which groups the rows of an anonymous edition tell. Two readers are kept in mind: one who finds rows that few share, and one
/// who has the published figures, which count everybody in their group, and subtracts the rows from them. So whoever shares what a row
/// tells, and whoever gave up a value, must be nobody or a crowd.
/// </summary>
/// <remarks>
/// Values are given up from the last group on (k-anonymity by generalisation, Sweeney 2002). A combination that is too small takes its
/// smallest neighbours along before it gives up one group more: that costs less than losing the first group too.
/// <see cref="Responses.KeptGroups"/> keeps the first reader in mind only, and takes nobody along.
/// </remarks>
public sealed class WithheldCrowds
{
    private readonly IReadOnlyList<(IReadOnlyList<string?> Values, int People)> _combinations;
    private readonly int _minimum;
    private readonly int[] _kept;
    private readonly int[][] _prefixes;
    private readonly (int Group, int Earlier, int[] Having)[] _values;

    private WithheldCrowds(
        IReadOnlyList<(IReadOnlyList<string?> Values, int People)> combinations, int groups, int minimum, Func<int, string, int> earlier)
    {
        (_combinations, _minimum) = (combinations, minimum);
        _kept = new int[combinations.Count];
        Array.Fill(_kept, groups);
        _prefixes = [.. Enumerable.Range(0, groups + 1).Select(Prefixes)];
        _values = [.. from i in Enumerable.Range(0, combinations.Count)
                      from value in combinations[i].Values.Index()
                      where value.Item is not null
                      group i by (value.Index, value.Item) into having
                      select (having.Key.Index, earlier(having.Key.Index, having.Key.Item), having.ToArray())];
    }

    /// <param name="combinations">Distinct combinations of values with the people who have them; null where not known.</param>
    /// <param name="groups">Number of groups.</param>
    /// <param name="minimum">The fewest people a figure may be about.</param>
    /// <param name="earlier">People who gave up a value at an earlier closing.</param>
    /// <returns>For every combination, in order, how many of its leading groups its rows keep: 0 to <paramref name="groups"/>.</returns>
    public static IReadOnlyList<int> Kept(
        IReadOnlyList<(IReadOnlyList<string?> Values, int People)> combinations, int groups, int minimum, Func<int, string, int> earlier)
    {
        var crowds = new WithheldCrowds(combinations, groups, minimum, earlier);
        while (crowds.GatherSmall() | crowds.GiveUpMore()) { }
        return crowds._kept;
    }

    /// <summary>Whoever shares what a row tells must be a crowd.</summary>
    private bool GatherSmall()
    {
        var changed = false;
        for (var length = _prefixes.Length - 1; length > 0; length--)
        {
            var prefixes = _prefixes[length];
            var small = Enumerable.Range(0, _kept.Length).Where(i => _kept[i] == length).GroupBy(i => prefixes[i])
                .Where(crowd => crowd.Sum(People) < _minimum).ToArray();
            foreach (var few in small)
            {
                changed = true;
                if (Smallest(i => prefixes[i] == few.Key && _kept[i] > length) is { } neighbour) _kept[neighbour] = length;
                else foreach (var i in few) _kept[i]--;
            }
        }
        return changed;
    }

    /// <summary>Whoever gave up a value must be a crowd.</summary>
    private bool GiveUpMore()
    {
        var changed = false;
        foreach (var (group, earlier, having) in _values)
        {
            var withheld = earlier + having.Where(i => _kept[i] <= group).Sum(People);
            if (withheld == 0 || withheld >= _minimum) continue;
            int[] open = [.. having.Where(i => _kept[i] > group)];
            if (open.Length == 0) continue;
            _kept[open.MinBy(People)] = group;
            changed = true;
        }
        return changed;
    }

    private int People(int combination) => _combinations[combination].People;

    private int? Smallest(Func<int, bool> wanted) =>
        Enumerable.Range(0, _kept.Length).Where(wanted).Select(i => (int?)i).MinBy(i => People(i!.Value));

    /// <summary>A number for each combination, the same for those that share their first values.</summary>
    private int[] Prefixes(int length)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. _combinations.Select(c =>
        {
            var prefix = string.Join('\u001f', c.Values.Take(length).Select(v => v ?? "\u0000"));
            return numbers.TryGetValue(prefix, out var number) ? number : numbers[prefix] = numbers.Count;
        })];
    }
}
