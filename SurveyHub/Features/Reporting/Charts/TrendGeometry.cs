using System.Globalization;
using System.Text;

namespace SurveyHub.Features.Reporting.Charts;

/// <summary>Where the parts of a trend chart stand. Coordinates in the units of its view box, y downwards.</summary>
public sealed class TrendGeometry
{
    public const int Width = 760;
    public const int Height = 300;
    private const double Left = 48, Right = 24, Top = 26, Bottom = 34;

    private readonly IReadOnlyList<TrendPoint> _points;

    public TrendGeometry(IReadOnlyList<TrendPoint> points)
    {
        _points = points;
        var lowest = points.Select(p => p.Lower ?? p.Share).Min() ?? 0;
        // Never less than half of the scale, or two points of noise would look like a landslide.
        Floor = Math.Clamp(Math.Floor((lowest - 0.02) * 10) / 10, 0, 0.5);
    }

    /// <summary>The share at the foot of the chart, a multiple of 0.1, at most 0.5; the head is 1.</summary>
    public double Floor { get; }

    public IEnumerable<double> GridLines
    {
        get
        {
            var step = Floor < 0.25 ? 2 : 1;
            for (var tenth = (int)Math.Round(Floor * 10); tenth <= 10; tenth += step) yield return tenth / 10.0;
        }
    }

    public double X(int index) =>
        _points.Count == 1
            ? (Left + Width - Right) / 2
            : Left + 26 + index * (Width - Left - Right - 52) / (_points.Count - 1);

    public double Y(double share) => Top + (1 - share) / (1 - Floor) * (Height - Top - Bottom);

    /// <summary>Runs of editions that are joined: no gap and no break between them. Indexes, both ends included.</summary>
    public IEnumerable<(int First, int Last)> Runs
    {
        get
        {
            for (var first = 0; first < _points.Count;)
            {
                if (_points[first].Share is null)
                {
                    first++;
                    continue;
                }
                var last = first;
                while (last + 1 < _points.Count && _points[last + 1] is { Share: not null, BreakBefore: false }) last++;
                yield return (first, last);
                first = last + 1;
            }
        }
    }

    /// <summary>Where a break mark stands: halfway between two editions.</summary>
    public IEnumerable<double> Breaks =>
        Enumerable.Range(1, Math.Max(0, _points.Count - 1)).Where(i => _points[i].BreakBefore).Select(i => (X(i - 1) + X(i)) / 2);

    public string Line((int First, int Last) run)
    {
        var path = new StringBuilder();
        for (var i = run.First; i <= run.Last; i++) Append(path, i == run.First ? 'M' : 'L', X(i), Y(_points[i].Share!.Value));
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

    private bool HasIntervals((int First, int Last) run)
    {
        for (var i = run.First; i <= run.Last; i++)
            if (_points[i].Lower is null || _points[i].Upper is null) return false;
        return true;
    }

    private static void Append(StringBuilder path, char command, double x, double y) =>
        path.Append(CultureInfo.InvariantCulture, $"{command}{x:0.#},{y:0.#}");
}
