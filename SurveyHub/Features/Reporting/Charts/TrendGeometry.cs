using System.Globalization;
using System.Text;
using SurveyHub.Features.Reporting.Prioritizing;
using SurveyHub.Shell.Charts;

namespace SurveyHub.Features.Reporting.Charts;

/// <summary>Where the parts of a trend chart stand. Coordinates in the units of its view box, y downwards.</summary>
public sealed class TrendGeometry
{
    private const double Top = 26, Bottom = 34, ValueGap = 9, ValueHeight = 14;

    private static readonly bool[] AboveOrBelow = [true, false];

    // Right of the end of a thin line, farther off, and a little higher or lower.
    private static readonly (double X, double Y)[] BesideTheEnd = [(8, 0), (18, 0), (8, 11), (8, -11), (18, 11), (18, -11)];

    private readonly IReadOnlyList<TrendPoint> _points;
    private readonly IReadOnlyList<IReadOnlyList<TrendPoint>> _behind;
    private readonly double? _target;
    private readonly double _left;
    private readonly double _right;

    /// <param name="points">The editions, the earliest first.</param>
    /// <param name="width">Width of the view box; the letters are as large as the page's only where the chart is shown about that wide.</param>
    /// <param name="height">Height of the view box.</param>
    /// <param name="behind">Other series of the same editions, which have to fit in.</param>
    /// <param name="target">Share aimed at, whose line no number stands on.</param>
    public TrendGeometry(IReadOnlyList<TrendPoint> points, int width = 760, int height = 300, IReadOnlyList<IReadOnlyList<TrendPoint>>? behind = null, double? target = null)
    {
        (_points, Width, Height, _behind, _target) = (points, width, height, behind ?? [], target);
        (_left, _right) = width < 500 ? (44, 8) : (74, 50);
        var lowest = points.Select(p => p.Lower ?? p.Share).Concat(_behind.SelectMany(b => b).Select(p => p.Share)).Min() ?? 0;
        // Never less than half of the scale, or two points of noise would look like a landslide.
        Floor = Math.Clamp(Math.Floor((lowest - 0.02) * 10) / 10, 0, 0.5);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Where the grid lines begin and end.</summary>
    public double GridLeft => 44;

    public double GridRight => Width - 8;

    /// <summary>Foot of the plotted area.</summary>
    public double Foot => Height - Bottom;

    /// <summary>The share at the foot of the chart, a multiple of 0.1, at most 0.5; the head is 1.</summary>
    public double Floor { get; }

    public IEnumerable<double> GridLines
    {
        get
        {
            var step = Floor < 0.25 ? 2 : 1;
            for (var tenth = 10; tenth >= (int)Math.Round(Floor * 10); tenth -= step) yield return tenth / 10.0;
        }
    }

    /// <summary>Editions stand where their years stand: a year without an edition leaves its room.</summary>
    public double X(int index)
    {
        var (first, last) = (_points[0].Year, _points[^1].Year);
        var inset = Width < 500 ? 16 : 0;
        return first == last
            ? (GridLeft + GridRight) / 2
            : _left + inset + (_points[index].Year - first) * (Width - _left - _right - 2 * inset) / (last - first);
    }

    public double Y(double share) => Top + (1 - Math.Max(share, Floor)) / (1 - Floor) * (Height - Top - Bottom);

    /// <summary>Which years are written below: all of them, or every other where they would touch; always the last.</summary>
    public bool IsLabelled(int index)
    {
        var span = _points[^1].Year - _points[0].Year;
        var every = span == 0 ? 1 : (int)Math.Ceiling(36.0 * span / (Width - _left - _right));
        return (_points[^1].Year - _points[index].Year) % Math.Max(1, every) == 0;
    }

    /// <summary>Runs of editions that are joined. Indexes, both ends included.</summary>
    public IEnumerable<(int First, int Last)> Runs => TrendRuns.Of(_points);

    /// <summary>Where a break mark stands: halfway between two editions.</summary>
    public IEnumerable<double> Breaks =>
        Enumerable.Range(1, Math.Max(0, _points.Count - 1)).Where(i => _points[i].BreakBefore).Select(i => (X(i - 1) + X(i)) / 2);

    /// <summary>A run's pieces, each whole or dashed.</summary>
    public IEnumerable<(int First, int Last, bool IsDashed)> Pieces((int First, int Last) run) => TrendRuns.Pieces(_points, run);

    public string Line(int first, int last) => Line(_points, first, last);

    /// <summary>A run of another series of the same editions.</summary>
    public string Line(IReadOnlyList<TrendPoint> points, int first, int last)
    {
        var path = new StringBuilder();
        for (var i = first; i <= last; i++) Append(path, i == first ? 'M' : 'L', X(i), Y(points[i].Share!.Value));
        return path.ToString();
    }

    /// <summary>The interval band of a run; empty where the run has no interval everywhere or is a single edition, which gets a whisker.</summary>
    public string Band((int First, int Last) run)
    {
        if (run.First == run.Last || !HasIntervals(run)) return "";
        var path = new StringBuilder();
        for (var i = run.First; i <= run.Last; i++) Append(path, i == run.First ? 'M' : 'L', X(i), Y(_points[i].Upper!.Value));
        for (var i = run.Last; i >= run.First; i--) Append(path, 'L', X(i), Y(_points[i].Lower!.Value));
        return path.Append('Z').ToString();
    }

    /// <summary>Foot of the number of an edition: above its interval, or, where the target's line would go through it, above that line, or below the interval.</summary>
    public double ValueY(int index)
    {
        var (upper, lower) = (Y(_points[index].Upper ?? _points[index].Share!.Value), Y(_points[index].Lower ?? _points[index].Share!.Value));
        var above = upper - ValueGap;
        if (_target is not { } target || target < Floor || Y(target) is var line && (line > above + 3 || line < above - ValueHeight + 1)) return above;
        // A point that is close to the line keeps its number near; else the number goes to the other side of the interval.
        return above - (line - 5) <= ValueHeight / 2 && line - 5 - ValueHeight > 0 || lower + ValueGap + ValueHeight > Foot ? line - 5 : lower + ValueGap + 10;
    }

    /// <summary>Where the letter of each thin line stands, at its end: on no number, no point, and no other letter. Null of a line without a figure.</summary>
    public IReadOnlyList<(double X, double Y)?> Marks()
    {
        List<Box> taken = [.. Enumerable.Range(0, _points.Count).Where(i => _points[i].Share is not null).SelectMany(At)];
        var marks = new List<(double X, double Y)?>();
        foreach (var points in _behind)
        {
            if (points.Index().LastOrDefault(p => p.Item.Share is not null) is not { Item.Share: { } end, Index: var at })
            {
                marks.Add(null);
                continue;
            }
            var places = BesideTheEnd.Select(b => (X: X(at) + b.X, Y: Y(end) + 4 + b.Y)).ToArray();
            var place = places.FirstOrDefault(p => !taken.Any(new Box(p.X - 2, p.Y - 11, 14, 13).Overlaps), places[0]);
            taken.Add(new(place.X - 2, place.Y - 11, 14, 13));
            marks.Add(place);
        }
        return marks;
    }

    /// <summary>Where the words at the target's line stand: at an end of it or between two editions, above or below, where they cover no point and no number.</summary>
    public (double X, double Y, string Anchor) TargetLabel(double target, string words)
    {
        var (y, width) = (Y(target), TextWidth.Of(words));
        Box[] taken = [.. Enumerable.Range(0, _points.Count).Where(i => _points[i].Share is not null).SelectMany(At)];
        var gaps = Enumerable.Range(1, Math.Max(0, _points.Count - 1)).Select(i => ((X(i - 1) + X(i)) / 2, "middle"));
        var places = from x in gaps.Prepend((GridRight - 2, "end")).Prepend((GridLeft + 4, "start"))
                     from above in AboveOrBelow
                     let box = new Box(x.Item2 switch { "start" => x.Item1, "end" => x.Item1 - width, _ => x.Item1 - width / 2 }, above ? y - 17 : y + 3, width, 14)
                     where box.Top >= 0 && box.Bottom <= Foot && !taken.Any(box.Overlaps)
                     select (x.Item1, above ? y - 5.0 : y + 14, x.Item2);
        return places.Append((GridLeft + 4, y - 5, "start")).First();
    }

    // A point, and its number above the interval.
    private IEnumerable<Box> At(int index)
    {
        var share = _points[index].Share!.Value;
        yield return Box.Around(X(index), Y(share), LabelPlacement.Reach);
        yield return new(X(index) - 13, ValueY(index) - ValueHeight + 1, 26, ValueHeight + 2);
    }

    private bool HasIntervals((int First, int Last) run)
    {
        for (var i = run.First; i <= run.Last; i++)
            if (_points[i].Lower is null || _points[i].Upper is null) return false;
        return true;
    }

    private static void Append(StringBuilder path, char command, double x, double y) =>
        path.Append(CultureInfo.InvariantCulture, $"{command}{x:0.#},{y:0.#}");
}
