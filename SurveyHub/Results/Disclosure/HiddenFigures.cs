using System.Globalization;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Disclosure;

/// <summary>
/// Figures that are hidden although their own tables would show them: set against figures by another customer group, or against the
/// report that was published before, they would tell of a few people. Decided at closing and kept with the counts.
/// </summary>
internal sealed class HiddenFigures
{
    private const string PooledName = "pooled";

    // What the number of a stored row means; 1 is what an earlier version wrote of all.
    private static readonly Dictionary<Reason, int> Codes = new() { [Reason.ProtectsOthers] = 1, [Reason.ProtectsOtherGroup] = 2, [Reason.ProtectsTwoReports] = 3 };

    private readonly Dictionary<int, Reason> _items = [];
    private readonly Dictionary<(int Item, string Group, string Value), Reason> _cells = [];

    public int Count => _items.Count + _cells.Count + (Pooled ? 1 : 0);

    /// <summary>The figure over all services.</summary>
    public bool Pooled { get; set; }

    public static HiddenFigures Of(EditionTallies tallies)
    {
        var hidden = new HiddenFigures();
        foreach (var (group, value) in tallies.Named(CountNames.Hidden))
        {
            var code = tallies.Count(CountNames.Hidden, group, value);
            var reason = Codes.FirstOrDefault(c => c.Value == code, new(Reason.ProtectsOthers, 1)).Key;
            var parts = value.Split(' ', 2);
            if (value == PooledName) hidden.Pooled = true;
            else if (group.Length == 0) hidden._items.Add(int.Parse(value, CultureInfo.InvariantCulture), reason);
            else hidden._cells.Add((int.Parse(parts[0], CultureInfo.InvariantCulture), group, parts[1]), reason);
        }
        return hidden;
    }

    public HiddenFigures Copy()
    {
        var copy = new HiddenFigures();
        copy.HideAll(this);
        return copy;
    }

    public void HideAll(HiddenFigures others)
    {
        Pooled |= others.Pooled;
        foreach (var (item, reason) in others._items) _items.TryAdd(item, reason);
        foreach (var (cell, reason) in others._cells) _cells.TryAdd(cell, reason);
    }

    public IReadOnlyList<CountRow> Rows =>
    [
        .. Pooled ? [Row("", PooledName, Reason.ProtectsTwoReports)] : Array.Empty<CountRow>(),
        .. _items.OrderBy(i => i.Key).Select(i => Row("", string.Create(CultureInfo.InvariantCulture, $"{i.Key}"), i.Value)),
        .. _cells.OrderBy(c => c.Key).Select(c => Row(c.Key.Group, string.Create(CultureInfo.InvariantCulture, $"{c.Key.Item} {c.Key.Value}"), c.Value)),
    ];

    public bool Hides(Item item) => _items.ContainsKey(item.No);

    public bool Hides(Item item, string group, string value) => _cells.ContainsKey((item.No, group, value));

    /// <summary>Null when it is not hidden by this.</summary>
    public Reason? ReasonOf(Item item) => _items.TryGetValue(item.No, out var reason) ? reason : null;

    /// <summary>Null when it is not hidden by this.</summary>
    public Reason? ReasonOf(Item item, string group, string value) => _cells.TryGetValue((item.No, group, value), out var reason) ? reason : null;

    public void Hide(Item item, Reason reason = Reason.ProtectsTwoReports) => _items.TryAdd(item.No, reason);

    public void Hide(Item item, string group, string value, Reason reason) => _cells.TryAdd((item.No, group, value), reason);

    private static CountRow Row(string group, string value, Reason reason) => new() { Name = CountNames.Hidden, Attribute = group, Value = value, N = Codes[reason] };
}
