using System.Globalization;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Differencing;

/// <summary>
/// Figures that are hidden although their own tables would show them: set against figures by another customer group, or against the
/// report that was published before, they would tell of a few people. Decided at closing and kept with the counts.
/// </summary>
internal sealed class HiddenFigures
{
    private const string PooledName = "pooled";

    private readonly HashSet<int> _items = [];
    private readonly HashSet<(int Item, string Group, string Value)> _cells = [];

    public int Count => _items.Count + _cells.Count + (Pooled ? 1 : 0);

    /// <summary>The figure over all services.</summary>
    public bool Pooled { get; set; }

    public static HiddenFigures Of(EditionTallies tallies)
    {
        var hidden = new HiddenFigures();
        foreach (var (group, value) in tallies.Named(CountNames.Hidden))
        {
            var parts = value.Split(' ', 2);
            if (value == PooledName) hidden.Pooled = true;
            else if (group.Length == 0) hidden._items.Add(int.Parse(value, CultureInfo.InvariantCulture));
            else hidden._cells.Add((int.Parse(parts[0], CultureInfo.InvariantCulture), group, parts[1]));
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
        _items.UnionWith(others._items);
        _cells.UnionWith(others._cells);
    }

    public IReadOnlyList<CountRow> Rows =>
    [
        .. Pooled ? [Row("", PooledName)] : Array.Empty<CountRow>(),
        .. _items.Order().Select(no => Row("", string.Create(CultureInfo.InvariantCulture, $"{no}"))),
        .. _cells.Order().Select(c => Row(c.Group, string.Create(CultureInfo.InvariantCulture, $"{c.Item} {c.Value}"))),
    ];

    public bool Hides(Item item) => _items.Contains(item.No);

    public bool Hides(Item item, string group, string value) => _cells.Contains((item.No, group, value));

    public void Hide(Item item) => _items.Add(item.No);

    public void Hide(Item item, string group, string value) => _cells.Add((item.No, group, value));

    private static CountRow Row(string group, string value) => new() { Name = CountNames.Hidden, Attribute = group, Value = value, N = 1 };
}
