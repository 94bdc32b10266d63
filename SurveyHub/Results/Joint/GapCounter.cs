using System.Globalization;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Joint;

/// <summary>Counts, service by service, the triples of people who said what would just do, what they wish for and what they have.</summary>
internal sealed class GapCounter
{
    private readonly IReadOnlyList<CountedItem> _items;
    private readonly GapItems[] _services;
    private readonly Dictionary<(int Minimum, int Desired, int Perceived), int>[] _counts;

    // By place among the counted items: which service, and which of its three.
    private readonly (int Service, int Which)[] _places;
    private readonly int[][] _codes;

    public GapCounter(Edition edition, IReadOnlyList<CountedItem> items)
    {
        _items = items;
        _services = [.. GapItems.Of(edition)];
        _counts = [.. _services.Select(_ => new Dictionary<(int, int, int), int>())];
        _codes = [.. _services.Select(_ => new int[3])];
        _places = [.. items.Select(i => PlaceOf(i.Item))];
    }

    public void BeginPerson()
    {
        foreach (var codes in _codes) Array.Clear(codes);
    }

    /// <param name="item">Its place among the counted items.</param>
    /// <param name="option">The chosen option's place on the scale, from 0.</param>
    public void Rated(int item, int option)
    {
        if (_places[item] is ( >= 0 and var service, var which)) _codes[service][which] = _items[item].Codes[option];
    }

    public void EndPerson()
    {
        for (var service = 0; service < _services.Length; service++)
        {
            if (_codes[service] is not [> 0 and var minimum, > 0 and var desired, > 0 and var perceived]) continue;
            var triple = (minimum, desired, perceived);
            _counts[service][triple] = _counts[service].GetValueOrDefault(triple) + 1;
        }
    }

    public IEnumerable<JointRow> Rows() =>
        from service in Enumerable.Range(0, _services.Length)
        from triple in _counts[service].OrderBy(t => t.Key)
        select new JointRow
        {
            Items = _services[service].Key, Codes = string.Create(CultureInfo.InvariantCulture, $"{triple.Key.Minimum},{triple.Key.Desired},{triple.Key.Perceived}"), N = triple.Value,
        };

    /// <summary>How many gave all three, which a later report is set against.</summary>
    public IEnumerable<CountRow> People() =>
        _services.Zip(_counts, (service, triples) => new CountRow { Name = CountNames.Expecting, Value = service.Service, N = triples.Values.Sum() });

    private (int Service, int Which) PlaceOf(Item item)
    {
        for (var service = 0; service < _services.Length; service++)
            for (var which = 0; which < 3; which++)
                if (_services[service].All[which].No == item.No) return (service, which);
        return (-1, 0);
    }
}
