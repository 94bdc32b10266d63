using SurveyHub.Statistics.Disclosure;

namespace SurveyHub.Features.Exporting.Withholding;

/// <summary>
/// Two attributes are a table whose margins the report shows: what margins and file together give away is found as in a table whose
/// hidden cells are the crowds that the file leaves out.
/// </summary>
/// <remarks>
/// A cell is looked at until it is found safe, and then never again: more left out only makes the unions larger that can be worked out.
/// </remarks>
internal sealed class CrowdTable : ICrowdAudit
{
    private readonly IReadOnlyList<Crowd> _crowds;
    private readonly int _minimum;
    private readonly int[] _rows;
    private readonly int[] _columns;
    private readonly UnionNetwork _together;
    private readonly UnionNetwork _reportAlone;
    private readonly SortedSet<int> _toLookAt = [];
    private readonly bool[,] _safe;

    public CrowdTable(PublishedTotals published, IReadOnlyList<Crowd> crowds, int first, int second, int minimum)
    {
        (_crowds, _minimum) = (crowds, minimum);
        var (rows, columns) = (Lines(published, first), Lines(published, second));
        // All values whose own number is not shown are one line: only what they have together is known.
        _rows = [.. crowds.Select(c => rows.GetValueOrDefault(new(first, c.Shown[first]), rows.Count))];
        _columns = [.. crowds.Select(c => columns.GetValueOrDefault(new(second, c.Shown[second]), columns.Count))];
        _together = new(rows.Count + 1, columns.Count + 1);
        _reportAlone = new(rows.Count + 1, columns.Count + 1);
        _safe = new bool[rows.Count + 1, columns.Count + 1];
        for (var i = 0; i < crowds.Count; i++)
            if (crowds[i].Ratings > 0) _reportAlone.Add(_rows[i], _columns[i], crowds[i].Ratings);
    }

    public void Add(int crowd)
    {
        _together.Add(_rows[crowd], _columns[crowd], _crowds[crowd].Ratings);
        _toLookAt.Add(crowd);
    }

    /// <inheritdoc/>
    /// <remarks>A cell alone, or together with too few others.</remarks>
    public Func<int, bool>? FirstExposed()
    {
        while (_toLookAt.Count > 0)
        {
            var crowd = _toLookAt.Min;
            var (row, column) = (_rows[crowd], _columns[crowd]);
            if (!_safe[row, column] && IsExposed(row, column)) return near => _rows[near] == row || _columns[near] == column;
            _safe[row, column] = true;
            _toLookAt.Remove(crowd);
        }
        return null;
    }

    // What follows from the report alone, with no file at all, a file can leave out without anybody being better protected.
    private bool IsExposed(int row, int column) =>
        _together.SmallestUnion(row, column, _minimum) < _minimum && _reportAlone.SmallestUnion(row, column, _minimum) >= _minimum;

    private static Dictionary<GroupValue, int> Lines(PublishedTotals published, int attribute) =>
        published.Shown.Keys.Where(v => v.Attribute == attribute).Index().ToDictionary(v => v.Item, v => v.Index);
}
