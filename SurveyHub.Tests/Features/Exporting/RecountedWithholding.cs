using SurveyHub.Features.Exporting.Withholding;
using SurveyHub.Statistics.Disclosure;

namespace SurveyHub.Tests.Features.Exporting;

/// <summary>
/// <see cref="CrowdWithholding"/> as one would write it down: before every step everything is counted anew. Slow, and meant to be read
/// beside the rules (docs/adr/0010).
/// </summary>
internal sealed class RecountedWithholding
{
    private readonly PublishedTotals _published;
    private readonly IReadOnlyList<Crowd> _crowds;
    private readonly int _attributes;
    private readonly int _minimum;
    private readonly bool[] _withheld;

    private RecountedWithholding(PublishedTotals published, IReadOnlyList<Crowd> crowds, int attributes, int minimum)
    {
        (_published, _crowds, _attributes, _minimum) = (published, crowds, attributes, minimum);
        _withheld = new bool[crowds.Count];
    }

    public static bool[] Decide(PublishedTotals published, IReadOnlyList<Crowd> crowds, int attributes, IReadOnlyList<int> notKnown, int minimum)
    {
        var work = new RecountedWithholding(published, crowds, attributes, minimum);
        foreach (var value in published.Hidden.Where(v => v.Code is not null && !work.IsEverybody(v))) work.WithholdAll(value);
        for (var attribute = 0; attribute < attributes; attribute++) work.WithholdBlanks(attribute, notKnown[attribute]);
        while (work.NextToWithhold() is { } next) work._withheld[next] = true;
        return work._withheld;
    }

    private void WithholdAll(GroupValue value)
    {
        for (var i = 0; i < _crowds.Count; i++) _withheld[i] |= _crowds[i].Has(value);
    }

    // Many who lost their group hide the few who never had one; alone, the few would be a hidden cell.
    private void WithholdBlanks(int attribute, int notKnown)
    {
        var blank = new GroupValue(attribute, null);
        if (IsEverybody(blank)) return;
        var ratings = _crowds.Where(c => c.Has(blank)).Sum(c => c.Ratings);
        if (ratings < _minimum || (_published.Hidden.Contains(blank) && ratings - notKnown < _minimum)) WithholdAll(blank);
    }

    /// <summary>The report's total is this value's number already: there is no other to tell it from.</summary>
    private bool IsEverybody(GroupValue value) => _published.All is not null && _crowds.All(c => c.Ratings == 0 || c.Has(value));

    private int? NextToWithhold()
    {
        if (_published.All is { } all && IsFew(all - Left(_ => true)) && Smallest(_ => true) is { } any) return any;
        foreach (var (value, ratings) in _published.Shown)
            if (IsFew(ratings - Left(c => c.Has(value))) && Smallest(c => c.Has(value)) is { } member) return member;
        for (var first = 0; first < _attributes; first++)
            for (var second = first + 1; second < _attributes; second++)
                if (NextAcross(first, second) is { } next) return next;
        return _attributes > 2 ? NextOfAll() : null;
    }

    /// <summary>All attributes at once: no single combination may follow from all the sums together.</summary>
    private int? NextOfAll()
    {
        var (left, all) = (GivenAway([.. _crowds.Where((c, i) => _withheld[i])]), GivenAway([.. _crowds]));
        if (_crowds.Where((c, i) => _withheld[i]).FirstOrDefault(c => left.Contains(Cell(c)) && !all.Contains(Cell(c))) is not { } crowd) return null;
        return Smallest(c => Lines(c).Intersect(Lines(crowd)).Any()) ?? Smallest(_ => true);
    }

    private HashSet<string> GivenAway(Crowd[] unknown)
    {
        var cells = unknown.Where(c => c.Ratings > 0).GroupBy(Cell).ToArray();
        var sums = cells.Index().SelectMany(c => Lines(c.Item.First()).Select(line => (line, c.Index))).GroupBy(l => l.line, l => l.Index).Select(l => l.ToArray()).ToArray();
        return [.. LinearAudit.Exposed(sums, cells.Length).Where(i => cells[i].Sum(c => c.Ratings) < _minimum).Select(i => cells[i].Key)];
    }

    private string Cell(Crowd crowd) => string.Join('/', Lines(crowd));

    private IEnumerable<string> Lines(Crowd crowd) =>
        crowd.Shown.Select((code, a) => _published.Shown.ContainsKey(new(a, code)) ? $"{a}: {code}" : $"{a}: others");

    /// <summary>Two attributes are a table whose margins the report shows: what margins and file together give away is found as in a table.</summary>
    private int? NextAcross(int first, int second)
    {
        var (rows, columns) = (Lines(first), Lines(second));
        var withheld = _crowds.Where((c, i) => _withheld[i] && c.Ratings > 0).ToArray();
        // What follows from the report alone, with no file at all, a file can leave out without anybody being better protected.
        var (together, reportAlone) = (Network(withheld), Network([.. _crowds.Where(c => c.Ratings > 0)]));
        foreach (var (row, column) in withheld.Select(c => (Row(c), Column(c))).Distinct())
            if (together.SmallestUnion(row, column, _minimum) < _minimum && reportAlone.SmallestUnion(row, column, _minimum) >= _minimum)
                return Smallest(c => Row(c) == row || Column(c) == column) ?? Smallest(_ => true);
        return null;

        int Row(Crowd crowd) => At(rows, crowd.Shown[first]);
        int Column(Crowd crowd) => At(columns, crowd.Shown[second]);

        UnionNetwork Network(Crowd[] crowds)
        {
            var network = new UnionNetwork(rows.Count + 1, columns.Count + 1);
            foreach (var crowd in crowds) network.Add(Row(crowd), Column(crowd), crowd.Ratings);
            return network;
        }
    }

    private List<int?> Lines(int attribute) => [.. _published.Shown.Keys.Where(v => v.Attribute == attribute).Select(v => v.Code)];

    // All values whose own number is not shown are one line: only what they have together is known.
    private static int At(List<int?> lines, int? code) => lines.IndexOf(code) is >= 0 and var line ? line : lines.Count;

    // The file may also have more: blanks of people whose group the report knows.
    private bool IsFew(int difference) => difference != 0 && Math.Abs(difference) < _minimum;

    private int Left(Func<Crowd, bool> of) => _crowds.Index().Where(c => !_withheld[c.Index] && of(c.Item)).Sum(c => c.Item.Ratings);

    /// <summary>The one whose going opens the fewest new differences; of those the smallest.</summary>
    private int? Smallest(Func<Crowd, bool> of)
    {
        var left = _crowds.Index().Where(c => !_withheld[c.Index] && c.Item.Ratings > 0 && of(c.Item)).ToArray();
        return left.Length == 0 ? null : left.OrderBy(c => Opened(c.Item)).ThenBy(c => c.Item.Ratings).ThenBy(c => c.Index).First().Index;
    }

    private int Opened(Crowd crowd) => _published.Shown.Count(line => crowd.Has(line.Key) && line.Value == Left(c => c.Has(line.Key)));
}
