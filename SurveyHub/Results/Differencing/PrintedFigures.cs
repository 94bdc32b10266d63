using SurveyHub.Results.Disclosure;
using SurveyHub.Statistics.Disclosure;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Differencing;

/// <summary>
/// The figures of one rating as a report would print them, by all customers, by every customer group and of the small groups together, whichever
/// attributes they are of. The last look at an edition before it is published: whatever the rules before it decided, what is found here is hidden (methodology M9, rule 4).
/// </summary>
internal sealed class PrintedFigures
{
    private readonly Ledger _ledger;
    private readonly Item _item;
    private readonly Dictionary<GroupTable, int> _at;

    // The total first, where it is printed. A figure of one value can be hidden; a total and a sum of small groups only by hiding others.
    private readonly List<(GroupTable? Table, IReadOnlyCollection<string> Values)> _figures = [];

    private PrintedFigures(Ledger ledger, Item item)
    {
        (_ledger, _item, _at) = (ledger, item, ledger.Groups.Index().ToDictionary(t => t.Item, t => t.Index));
        if (ledger.IsShown(item)) _figures.Add((null, []));
        foreach (var table in ledger.Groups)
        {
            _figures.AddRange(table.Values.Where(v => table[item, v].Visibility == CellVisibility.Shown).Select(v => ((GroupTable?)table, (IReadOnlyCollection<string>)[v])));
            if (ledger.PoolOf(table, item) is { } pool) _figures.Add((table, pool.Values.ToHashSet(StringComparer.Ordinal)));
        }
    }

    /// <param name="ledger">What is decided so far.</param>
    /// <param name="people">Who answered: the value of each attribute, and how many of them rated each item.</param>
    /// <param name="items">The items.</param>
    /// <param name="hidden">Receives one more figure of every rating that gives somebody away.</param>
    /// <returns>Whether there was one.</returns>
    public static bool HideExposed(Ledger ledger, IReadOnlyList<(string[] Values, int[] Ratings)> people, IReadOnlyList<Item> items, HiddenFigures hidden)
    {
        var found = false;
        foreach (var (at, item) in items.Index())
        {
            var printed = new PrintedFigures(ledger, item);
            if ((printed.Audit(people, at).FirstExposure(ledger.Tallies.Thresholds.MinimumBase) ?? printed.FirstWorkedOut(people, at)) is not { } exposure) continue;
            var cells = printed.ToHide(exposure).ToArray();
            foreach (var (table, value) in cells) hidden.Hide(item, table.Group.Key, value, Reason.ProtectsOtherGroup);
            // No group is left to give way.
            if (cells.Length == 0) hidden.Hide(item, Reason.ProtectsOtherGroup);
            found = true;
        }
        return found;
    }

    private FigureAudit Audit(IReadOnlyList<(string[] Values, int[] Ratings)> people, int at)
    {
        var audit = new FigureAudit(_figures.Count);
        foreach (var (values, ratings) in people) audit.Add(PrintedOf(values), ratings[at]);
        return audit;
    }

    /// <summary>
    /// The figures beside a few hidden people whose number follows from what is printed, from no count being negative and from who can be in which groups at once: a
    /// reader may know that no nurse belongs to the building site. Each small group, and all of an attribute together where they are few together.
    /// </summary>
    private int[]? FirstWorkedOut(IReadOnlyList<(string[] Values, int[] Ratings)> people, int at)
    {
        var minimum = _ledger.Tallies.Thresholds.MinimumBase;
        (int Table, string Value)[] small = [.. _ledger.Groups.Index().SelectMany(t => t.Item.TooFew(_item).Select(v => (t.Index, v)))];
        if (small.Length == 0) return null;
        // Nobody can tell people apart who are in the same figures and in the same small groups.
        var crowds = people.Where(p => p.Ratings[at] > 0).Select(p => (Printed: PrintedOf(p.Values), Small: SmallOf(p.Values), People: p.Ratings[at]))
            .GroupBy(p => $"{string.Join(' ', p.Printed)};{string.Join(' ', p.Small)}", StringComparer.Ordinal)
            .Select(crowd => crowd.First() with { People = crowd.Sum(p => p.People) }).ToArray();
        var known = new HiddenIntervals([.. _figures.Index().Select(f => CellsOf(c => c.Printed.Contains(f.Index))).Select(cells => ((IReadOnlyCollection<int>)cells, (double)PeopleOf(cells)))], crowds.Length);
        var exposed = Enumerable.Range(0, small.Length).Select(s => CellsOf(c => c.Small.Contains(s)))
            .Concat(small.Index().GroupBy(s => s.Item.Table, s => s.Index).Select(table => CellsOf(c => c.Small.Intersect(table).Any())))
            .FirstOrDefault(cells => PeopleOf(cells) is var n && n > 0 && n < minimum && known.IsExposed(cells));
        return exposed is null ? null : [.. exposed.SelectMany(c => crowds[c].Printed).Distinct().Order()];

        int[] SmallOf(string[] values) => [.. small.Index().Where(s => values[s.Item.Table] == s.Item.Value).Select(s => s.Index)];

        int[] CellsOf(Func<(int[] Printed, int[] Small, int People), bool> isIn) => [.. crowds.Index().Where(c => isIn(c.Item)).Select(c => c.Index)];

        int PeopleOf(int[] cells) => cells.Sum(c => crowds[c].People);
    }

    private int[] PrintedOf(string[] values) => [.. _figures.Index().Where(f => f.Item.Table is not { } table || f.Item.Values.Contains(values[_at[table]])).Select(f => f.Index)];

    /// <summary>The smallest figure of those that single somebody out; beside a sum of small groups its next smallest neighbour, which then is in it; if there is none, all of them.</summary>
    private IEnumerable<(GroupTable Table, string Value)> ToHide(IReadOnlyList<int> exposure)
    {
        var involved = exposure.Select(at => _figures[at]).ToArray();
        (GroupTable, string)[] candidates = [.. involved.Where(f => f is { Table: not null, Values.Count: 1 }).Select(f => (f.Table!, f.Values.First())).Where(IsShown)];
        if (candidates.Length == 0) candidates = [.. involved.Where(f => f.Table is not null).SelectMany(f => f.Table!.Values.Select(v => (f.Table!, v))).Where(IsShown)];
        return candidates.Length > 0 ? [candidates.MinBy(Ratings)] : _figures.Where(f => f.Table is not null).SelectMany(f => f.Values.Select(v => (f.Table!, v))).Where(IsShown);
    }

    private bool IsShown((GroupTable Table, string Value) cell) => cell.Table[_item, cell.Value].Visibility == CellVisibility.Shown;

    private int Ratings((GroupTable Table, string Value) cell) => _ledger.Tallies.Of(_item, cell.Table.Group.Key, cell.Value).Valid;
}
