using System.Globalization;
using System.Runtime.InteropServices;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Joint;

/// <summary>
/// Counts, service by service, the patterns in which people rated it together with the whole. A pattern is a number of four bits for each
/// rating; what is kept is how often each occurred, so memory depends on how many different ones there are.
/// </summary>
internal sealed class JointCounter
{
    private const int Bits = 4;
    private const int Mask = (1 << Bits) - 1;

    private readonly JointItems[] _services;
    private readonly Dictionary<ulong, int>[] _counts;

    // By place among the counted items: which service, and how far its bits are shifted. The overall rating is in every pattern.
    private readonly (int Service, int Shift)[] _places;
    private readonly int _overall;
    private readonly ulong[] _patterns;
    private readonly List<int> _touched = [];
    private readonly int[][] _codes;
    private readonly GapCounter _gaps;
    private ulong _overallBits;

    public JointCounter(Edition edition, IReadOnlyList<CountedItem> items)
    {
        _services = [.. JointItems.Of(edition)];
        _counts = [.. _services.Select(_ => new Dictionary<ulong, int>())];
        _patterns = new ulong[_services.Length];
        _places = [.. items.Select(i => PlaceOf(i.Item))];
        _overall = items.Index().FirstOrDefault(i => i.Item.Item == edition.Items.Overall, (-1, null!)).Item1;
        _gaps = new(edition, items);
        _codes = [.. edition.Items.All.Select(i => i.Scale is null ? [] : i.Scale.Options.Select(o => o.Code).ToArray())];
    }

    public void BeginPerson()
    {
        foreach (var service in _touched) _patterns[service] = 0;
        _touched.Clear();
        _overallBits = 0;
        _gaps.BeginPerson();
    }

    /// <param name="item">Its place among the counted items.</param>
    /// <param name="option">The chosen option's place on the scale, from 0.</param>
    public void Rated(int item, int option)
    {
        if (item == _overall)
        {
            _overallBits = (ulong)option + 1;
            return;
        }
        _gaps.Rated(item, option);
        var (service, shift) = _places[item];
        if (service < 0) return;
        if (_patterns[service] == 0) _touched.Add(service);
        _patterns[service] |= (ulong)(option + 1) << shift;
    }

    public void EndPerson()
    {
        foreach (var service in _touched)
        {
            if ((_patterns[service] & Mask) == 0) continue;
            var pattern = _patterns[service];
            if (_overall >= 0) pattern |= _overallBits << (_services[service].All.Count - 1) * Bits;
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts[service], pattern, out _);
            count++;
        }
        _gaps.EndPerson();
    }

    /// <inheritdoc cref="GapCounter.People"/>
    public IEnumerable<CountRow> People() => _gaps.People();

    /// <summary>In the services' order; within one by their patterns. Triples of expectations come last.</summary>
    public IEnumerable<JointRow> Rows() => [.. Patterns(), .. _gaps.Rows()];

    private IEnumerable<JointRow> Patterns() =>
        from service in Enumerable.Range(0, _services.Length)
        let key = _services[service].Key
        from pattern in _counts[service].OrderBy(p => p.Key)
        select new JointRow { Items = key, Codes = Codes(_services[service], pattern.Key), N = pattern.Value };

    private string Codes(JointItems items, ulong pattern) =>
        string.Join(',', items.All.Select((item, at) => ((int)(pattern >> at * Bits) & Mask) is var option and > 0
            ? _codes[item.No - 1][option - 1].ToString(CultureInfo.InvariantCulture)
            : ""));

    private (int Service, int Shift) PlaceOf(Item item)
    {
        for (var service = 0; service < _services.Length; service++)
            for (var at = 0; at < _services[service].All.Count; at++)
                if (_services[service].All[at].No == item.No && item != _services[service].Overall) return (service, at * Bits);
        return (-1, 0);
    }
}
