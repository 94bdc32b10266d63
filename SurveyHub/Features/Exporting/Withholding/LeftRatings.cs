namespace SurveyHub.Features.Exporting.Withholding;

/// <summary>
/// What the file still has of every number that the report shows of an item. Counted once; each crowd that goes is taken off the numbers
/// it is part of.
/// </summary>
internal sealed class LeftRatings
{
    private readonly IReadOnlyList<Crowd> _crowds;
    private readonly int _minimum;
    private readonly Line _everyone;
    private readonly Line[] _lines;
    private readonly Line[][] _linesOf;
    private readonly bool[] _withheld;

    // By crowd, of how many shown groups it would be the first that the file lacks.
    private readonly int[] _opened;

    public LeftRatings(PublishedTotals published, IReadOnlyList<Crowd> crowds, int minimum)
    {
        (_crowds, _minimum) = (crowds, minimum);
        (_withheld, _opened) = (new bool[crowds.Count], new int[crowds.Count]);
        int[] smallestFirst = [.. Enumerable.Range(0, crowds.Count).Where(i => crowds[i].Ratings > 0).OrderBy(i => crowds[i].Ratings)];
        _everyone = new(published.All, smallestFirst, crowds);
        var members = smallestFirst
            .SelectMany(crowd => crowds[crowd].Shown.Select((code, attribute) => (Value: new GroupValue(attribute, code), Crowd: crowd)))
            .ToLookup(m => m.Value, m => m.Crowd);
        var lines = published.Shown.Select(shown => (shown.Key, Line: new Line(shown.Value, [.. members[shown.Key]], crowds))).ToArray();
        _lines = [.. lines.Select(l => l.Line)];
        var byValue = lines.ToDictionary(l => l.Key, l => l.Line);
        _linesOf = [.. crowds.Select(c => c.Shown.Select((code, attribute) => byValue.GetValueOrDefault(new(attribute, code))).OfType<Line>().ToArray())];
        foreach (var line in _lines.Where(l => l.IsWhole))
            foreach (var crowd in line.Members) _opened[crowd]++;
    }

    public bool IsWithheld(int crowd) => _withheld[crowd];

    /// <returns>False when it was withheld already.</returns>
    public bool Withhold(int crowd)
    {
        if (_withheld[crowd]) return false;
        _withheld[crowd] = true;
        var ratings = _crowds[crowd].Ratings;
        _everyone.Left -= ratings;
        foreach (var line in _linesOf[crowd])
        {
            var wasWhole = line.IsWhole;
            line.Left -= ratings;
            if (line.IsWhole == wasWhole) continue;
            foreach (var member in line.Members) _opened[member] += wasWhole ? -1 : 1;
        }
        return true;
    }

    /// <summary>Of the first number of which the file lacks a few, the crowd to go next.</summary>
    public int? SmallestOfALineShortOfFew()
    {
        if (IsShortOfFew(_everyone) && Smallest() is { } any) return any;
        foreach (var line in _lines)
            if (IsShortOfFew(line) && Smallest(line.Members, _ => true) is { } member) return member;
        return null;
    }

    /// <summary>The one whose going opens the fewest new differences; of those the smallest.</summary>
    public int? Smallest() => Smallest(_everyone.Members, _ => true);

    /// <inheritdoc cref="Smallest()"/>
    public int? Smallest(Func<int, bool> of) => Smallest(_everyone.Members, of);

    private int? Smallest(int[] smallestFirst, Func<int, bool> of)
    {
        int? best = null;
        foreach (var crowd in smallestFirst)
        {
            if (_withheld[crowd] || (best is { } found && _opened[crowd] >= _opened[found]) || !of(crowd)) continue;
            best = crowd;
            if (_opened[crowd] == 0) break;
        }
        return best;
    }

    // The file may also have more: blanks of people whose group the report knows.
    private bool IsShortOfFew(Line line) => line.Shown is { } shown && shown != line.Left && Math.Abs(shown - line.Left) < _minimum;

    /// <summary>A number of the report, or everyone where it shows none.</summary>
    private sealed class Line(int? shown, int[] members, IReadOnlyList<Crowd> crowds)
    {
        public int? Shown => shown;

        /// <summary>Crowds with ratings, the smallest first; equally small ones in their order.</summary>
        public int[] Members => members;
        public int Left { get; set; } = members.Sum(i => crowds[i].Ratings);
        public bool IsWhole => shown == Left;
    }
}
