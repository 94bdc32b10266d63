using SurveyHub.Responses;
using SurveyHub.Statistics.Disclosure;

namespace SurveyHub.Features.Exporting.Withholding;

/// <summary>
/// All attributes at once: every number that the report shows, minus what the file has of it, is the sum of some crowds that are left
/// out. Finds the crowd that follows from all these sums together, although no two attributes give it away.
/// </summary>
/// <remarks>
/// With three attributes such a crowd can be alone in nothing and be known all the same: of the crowds 111, 122, 212 and 221, one half of
/// (first 1 + second 1 + third 1 - all four) is 111. Unions of several crowds are searched for in two attributes at a time only.
/// </remarks>
internal sealed class CrowdSystem : ICrowdAudit
{
    // Null is a line of its own: those whose group is not known, where the report shows their number.
    private const int NotShown = -2;

    private readonly IReadOnlyList<Crowd> _crowds;
    private readonly int _minimum;
    private readonly int?[][] _lines;
    private readonly SortedSet<int> _withheld = [];
    private readonly Lazy<ByCombination<int>> _givenAwayByTheReport;
    private bool _isAudited = true;

    public CrowdSystem(PublishedTotals published, IReadOnlyList<Crowd> crowds, int attributes, int minimum)
    {
        (_crowds, _minimum) = (crowds, minimum);
        // All values whose own number is not shown are one line: only what they have together is known.
        _lines = [.. crowds.Select(c => Enumerable.Range(0, attributes)
            .Select(a => published.Shown.ContainsKey(new(a, c.Shown[a])) ? c.Shown[a] : NotShown).ToArray())];
        _givenAwayByTheReport = new(() => GivenAway(Enumerable.Range(0, crowds.Count).Where(i => crowds[i].Ratings > 0)));
    }

    public void Add(int crowd)
    {
        _withheld.Add(crowd);
        _isAudited = false;
    }

    public Func<int, bool>? FirstExposed()
    {
        if (_isAudited) return null;
        var givenAway = GivenAway(_withheld);
        foreach (var crowd in _withheld)
        {
            int?[] cell = _lines[crowd];
            // What follows from the report alone, with no file at all, a file can leave out without anybody being better protected.
            if (givenAway.TryGet(cell, out _) && !_givenAwayByTheReport.Value.TryGet(cell, out _))
                return near => _lines[near].Zip(cell).Any(l => l.First == l.Second);
        }
        _isAudited = true;
        return null;
    }

    /// <summary>The cells (crowds in the same lines) of fewer ratings than the minimum that can be worked out exactly.</summary>
    private ByCombination<int> GivenAway(IEnumerable<int> unknown)
    {
        var (places, cells, ratings) = (new ByCombination<int>(), new List<int?[]>(), new List<int>());
        foreach (var crowd in unknown)
        {
            if (!places.TryGet(_lines[crowd], out var place))
            {
                places[_lines[crowd]] = place = cells.Count;
                cells.Add(_lines[crowd]);
                ratings.Add(0);
            }
            ratings[place] += _crowds[crowd].Ratings;
        }
        var few = new ByCombination<int>();
        if (cells.Count == 0) return few;
        var sums = Enumerable.Range(0, cells[0].Length).SelectMany(a => cells.Index().GroupBy(c => c.Item[a], c => c.Index)).Select(line => line.ToArray()).ToArray();
        foreach (var cell in LinearAudit.Exposed(sums, cells.Count))
            if (ratings[cell] < _minimum) few[cells[cell]] = ratings[cell];
        return few;
    }
}
