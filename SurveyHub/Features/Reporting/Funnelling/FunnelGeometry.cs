using System.Globalization;
using System.Text;
using SurveyHub.Features.Reporting.Prioritizing;
using SurveyHub.Statistics.Ranking;

namespace SurveyHub.Features.Reporting.Funnelling;

/// <summary>Where everything stands in one size of a funnel plot: number of ratings from left to right, share from below to above.</summary>
public sealed class FunnelGeometry
{
    private const double Left = 46;
    private const double Right = 12;
    private const double Top = 8;
    private const double Bottom = 44;
    private const int Steps = 160;
    private const int Attempts = 4;

    private static readonly int[] Digits = [1, 2, 5];

    // Names are written out while there are not so many that the chart would be words only.
    private const int MostNamed = 40;
    private const int LettersOfAName = 26;

    private readonly double _mean;
    private readonly (double From, double To) _shares;
    private readonly double _most;

    public FunnelGeometry(FunnelView view, int width, int height)
    {
        (Width, Height, _mean) = (width, height, view.Mean!.Value);
        _most = view.Lines.Max(l => l.Ratings) * 1.06;
        // So that the funnel is seen as one: the limits of the smallest base fit in, as far as that leaves room for the points.
        var usual = FunnelLimits.At(_mean, view.Lines.Min(l => l.Ratings)).Usual;
        _shares = Range(Math.Min(view.Lines.Min(l => l.Share), usual.Lower), Math.Max(view.Lines.Max(l => l.Share), usual.Upper));
        var names = width >= 500 && view.Lines.Count <= MostNamed;
        // Only what lies outside is named: it is what one looks for. Within, where points are many, a name would be read as its neighbour's.
        Labels = Placed([.. view.Lines.OrderByDescending(l => l.Place).ThenBy(l => l.Number)
            .Select(l => new LabelWish(X(l.Ratings), Y(l.Share), names && l.Place != FunnelPlace.Inside ? [$"{l.Number} {TextWidth.Shortened(l.Line.Name, LettersOfAName)}", $"{l.Number}"] : [$"{l.Number}"]))]);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The plotted area.</summary>
    public Box Area => new(Left, Top, Width - Left - Right, Height - Top - Bottom);

    public double MeanY => Y(_mean);

    public IReadOnlyList<PlacedLabel> Labels { get; }

    /// <summary>Shares beside the plot.</summary>
    public IEnumerable<double> ShareMarks
    {
        get
        {
            var step = (_shares.To - _shares.From) switch { > 0.65 => 4, > 0.32 => 2, _ => 1 };
            for (var twentieth = (int)Math.Round(_shares.From * 20); twentieth <= (int)Math.Round(_shares.To * 20); twentieth++)
                if (twentieth % step == 0) yield return twentieth / 20.0;
        }
    }

    /// <summary>Numbers of ratings below the plot: 0 and some three to five more, with room between them.</summary>
    public IEnumerable<int> RatingMarks
    {
        get
        {
            var step = Enumerable.Range(0, 9).SelectMany(power => Digits.Select(digit => digit * (int)Math.Pow(10, power))).First(s => _most / s <= (Width < 500 ? 4 : 7));
            for (var mark = 0; mark <= _most; mark += step) yield return mark;
        }
    }

    public double X(double ratings) => Area.Left + ratings / _most * Area.Width;

    public double Y(double share) => Area.Bottom - (share - _shares.From) / (_shares.To - _shares.From) * Area.Height;

    /// <summary>The four limits as paths, as far as they lie in the plot.</summary>
    public IReadOnlyList<(string Path, bool IsExtreme)> Limits =>
    [
        (Curve(n => FunnelLimits.At(_mean, n).Usual.Lower), false), (Curve(n => FunnelLimits.At(_mean, n).Usual.Upper), false),
        (Curve(n => FunnelLimits.At(_mean, n).Extreme.Lower), true), (Curve(n => FunnelLimits.At(_mean, n).Extreme.Upper), true),
    ];

    // Who found no room chooses first the next time; the attempt with the most labels counts.
    private IReadOnlyList<PlacedLabel> Placed(LabelWish[] wishes)
    {
        var best = LabelPlacement.Place(wishes, Area, []);
        var last = best;
        for (var attempt = 0; attempt < Attempts && best.Count < wishes.Length; attempt++)
        {
            var found = last.Select(l => l.Point).ToHashSet();
            wishes = [.. wishes.Where((_, i) => !found.Contains(i)), .. wishes.Where((_, i) => found.Contains(i))];
            last = LabelPlacement.Place(wishes, Area, []);
            if (last.Count > best.Count) best = last;
        }
        return best;
    }

    // Closer together where the curve is steep.
    private string Curve(Func<double, double> limit)
    {
        var path = new StringBuilder();
        for (var i = 1; i <= Steps; i++)
        {
            var ratings = _most * Math.Pow(i / (double)Steps, 2);
            var share = limit(ratings);
            // Cut at 0 or 1 a limit says nothing: it begins where it bends.
            if (share <= Math.Max(_shares.From, 0) || share >= Math.Min(_shares.To, 1)) continue;
            path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? 'M' : 'L')}{X(ratings):0.#},{Y(share):0.#}");
        }
        return path.ToString();
    }

    // In twentieths, with a little room on either side, and never less than two tenths, or noise would look like a difference.
    private static (double From, double To) Range(double lowest, double highest)
    {
        var (from, to) = (Math.Floor((lowest - 0.02) * 20) / 20, Math.Ceiling((highest + 0.02) * 20) / 20);
        if (to - from < 0.18) (from, to) = (from - 0.05, to + 0.05);
        return (Math.Max(from, 0), Math.Min(to, 1));
    }
}
