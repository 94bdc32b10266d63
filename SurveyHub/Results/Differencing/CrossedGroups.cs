using SurveyHub.Responses;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Statistics.Disclosure;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Differencing;

/// <summary>
/// Figures by different customer groups set against each other (methodology M9, rule 5): where the administration is part of the office,
/// office minus administration is whoever is left. Of every two groups all sums are looked at, whatever figures they take.
/// </summary>
internal sealed class CrossedGroups
{
    private readonly EditionTallies _tallies;
    private readonly IReadOnlyList<Item> _items;
    private readonly IReadOnlyList<(string[] Values, int[] Ratings)> _people;

    /// <param name="tallies">The edition's counts.</param>
    /// <param name="answered">Who answered, by the groups they have.</param>
    /// <param name="items">The items whose ratings were counted there.</param>
    public CrossedGroups(EditionTallies tallies, IReadOnlyList<AnsweredCombination> answered, IReadOnlyList<Item> items)
    {
        (_tallies, _items) = (tallies, items);
        Dictionary<int, string>[] known = [.. tallies.Edition.Questionnaire.Groups.Select(KnownValues)];
        _people = tallies.Edition.Questionnaire.Groups is [var only]
            ? [.. only.Options.Select(o => o.Key).Append("").Select(v => ((string[])[v], items.Select(i => tallies.Of(i, only.Key, v).Valid).ToArray()))]
            : [.. answered.Select(a => (a.Codes.Select((code, at) => code is { } given ? known[at].GetValueOrDefault(given, "") : "").ToArray(), a.Ratings))];
    }

    /// <summary>The items that pages show by customer group.</summary>
    public static IReadOnlyList<Item> ItemsOf(Edition edition) =>
        [.. edition.Items.MainRatings, .. edition.Items.Overall is { } overall ? [overall] : Array.Empty<Item>()];

    /// <summary>Hides what the figures would give away together, and after each what their own tables then ask for, until the audit of what would be printed finds nothing.</summary>
    public void Hide(HiddenFigures hidden)
    {
        do HideOfTwo(hidden);
        while (PrintedFigures.HideExposed(Ledger.Of(_tallies, hidden), _people, _items, hidden));
    }

    /// <summary>The first part of it: what figures of every two groups tell.</summary>
    public void HideOfTwo(HiddenFigures hidden)
    {
        var tables = _tallies.Edition.Questionnaire.Groups.Select(g => GroupTable.Of(_tallies, g, hidden)).ToArray();
        for (var touched = new HashSet<string>(); ; touched.Clear())
        {
            // One figure of each item at a time: what the tables then hide with it may be enough.
            foreach (var (at, item) in _items.Index())
                if (NextToHide(tables, item, at) is { } next)
                {
                    hidden.Hide(item, next.Group, next.Value, Reason.ProtectsOtherGroup);
                    touched.Add(next.Group);
                }
            if (touched.Count == 0) return;
            tables = [.. tables.Select(t => touched.Contains(t.Group.Key) ? GroupTable.Of(_tallies, t.Group, hidden) : t)];
        }
    }

    private (string Group, string Value)? NextToHide(IReadOnlyList<GroupTable> tables, Item item, int at)
    {
        for (var second = 1; second < tables.Count; second++)
            for (var first = 0; first < second; first++)
                if (NextToHide(tables[first], first, tables[second], second, item, at) is { } next)
                    return next;
        return null;
    }

    private (string Group, string Value)? NextToHide(GroupTable first, int firstGroup, GroupTable second, int secondGroup, Item item, int at)
    {
        var (rows, columns) = (Shown(first, item), Shown(second, item));
        if (rows.Count + columns.Count == 0) return null;
        // What is not shown is known as a whole only.
        var table = new CrossTable(rows.Count + 1, columns.Count + 1);
        var (row, column) = (Lines(rows), Lines(columns));
        foreach (var (values, ratings) in _people)
            table.Add(row.GetValueOrDefault(values[firstGroup], rows.Count), column.GetValueOrDefault(values[secondGroup], columns.Count), ratings[at]);
        if (table.FirstDifference(_tallies.Thresholds.MinimumBase) is not { } difference) return null;
        var inside = Figures(difference.Rows, rows, first.Group).Concat(Figures(difference.Columns, columns, second.Group)).ToArray();
        var outside = Figures(Enumerable.Range(0, rows.Count).Except(difference.Rows), rows, first.Group)
            .Concat(Figures(Enumerable.Range(0, columns.Count).Except(difference.Columns), columns, second.Group)).ToArray();
        return CrossTable.Fewer(inside, outside).MinBy(f => _tallies.Of(item, f.Group, f.Value).Valid);
    }

    private static List<string> Shown(GroupTable table, Item item) =>
        [.. table.Values.Where(v => table[item, v].Visibility == CellVisibility.Shown)];

    private static Dictionary<string, int> Lines(List<string> shown) => shown.Index().ToDictionary(v => v.Item, v => v.Index, StringComparer.Ordinal);

    private static IEnumerable<(string Group, string Value)> Figures(IEnumerable<int> lines, List<string> shown, CustomerGroup group) =>
        lines.Where(l => l < shown.Count).Select(l => (group.Key, shown[l]));

    // A value that too few have altogether was forgotten before anything was counted.
    private Dictionary<int, string> KnownValues(CustomerGroup group) =>
        group.Options.Where(o => _tallies.Count(CountNames.Responses, group.Key, o.Key) > 0).ToDictionary(o => o.Code, o => o.Key);
}
