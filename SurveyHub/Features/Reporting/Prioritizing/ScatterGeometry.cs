using SurveyHub.Statistics.Importance;

namespace SurveyHub.Features.Reporting.Prioritizing;

/// <summary>Where everything stands in one size of the priority matrix: share from left to right, importance from below to above.</summary>
public sealed class ScatterGeometry
{
    private const double UsualLeft = 46;
    private const double LeftOfMinus = 58;
    private const double Right = 10;
    private const double Top = 8;
    private const double Bottom = 44;

    // Names are written out while there are not so many that the chart would be words only.
    private const int MostNamed = 40;
    private const int LettersOfAName = 28;

    private readonly (double From, double To) _shares;
    private readonly (double From, double To) _importances;

    public ScatterGeometry(IReadOnlyList<PriorityLine> lines, int width, int height)
    {
        (Width, Height) = (width, height);
        _shares = Range([.. lines.Select(l => l.Figures.Share!.Value)], 0, 1);
        _importances = Range([.. lines.Select(l => l.Importance!.Value)], -1, 1);
        MedianX = X(lines[0].Row.MedianShare!.Value);
        MedianY = Y(lines[0].Row.MedianImportance!.Value);
        Corners = [.. Enum.GetValues<Quadrant>().Select(Corner)];
        var names = width >= 500 && lines.Count <= MostNamed;
        Labels = LabelPlacement.Place(
            [.. lines.Select(l => new LabelWish(PointX(l), PointY(l), names ? [$"{l.Number} {TextWidth.Shortened(l.Name, LettersOfAName)}", $"{l.Number}"] : [$"{l.Number}"]))],
            Area, Corners.Select(c => c.Box), new Box(MedianX - 1, Area.Top, 2, Area.Height), new Box(Area.Left, MedianY - 1, Area.Width, 2));
    }

    public int Width { get; }

    public int Height { get; }

    // A minus sign is as wide as a digit, and the axis' name stands beside it.
    private double Left => _importances.From < 0 ? LeftOfMinus : UsualLeft;

    /// <summary>The plotted area.</summary>
    public Box Area => new(Left, Top, Width - Left - Right, Height - Top - Bottom);

    public double MedianX { get; }

    public double MedianY { get; }

    public IReadOnlyList<PlacedLabel> Labels { get; }

    /// <summary>The names of the quadrants, in the corners.</summary>
    public IReadOnlyList<(Quadrant Quadrant, string Words, Box Box, bool IsRight)> Corners { get; }

    /// <summary>Shares below the plot, some four to seven of them.</summary>
    public IEnumerable<double> ShareMarks => Marks(_shares);

    public IEnumerable<double> ImportanceMarks => Marks(_importances);

    public int ImportanceDecimals => Step(_importances) == 1 ? 2 : 1;

    public double X(double share) => Area.Left + (share - _shares.From) / (_shares.To - _shares.From) * Area.Width;

    public double Y(double importance) => Area.Bottom - (importance - _importances.From) / (_importances.To - _importances.From) * Area.Height;

    public double PointX(PriorityLine line) => X(line.Figures.Share!.Value);

    public double PointY(PriorityLine line) => Y(line.Importance!.Value);

    // In twentieths, with a little room on either side, and never less than two tenths, or noise would look like a difference.
    private static (double From, double To) Range(double[] values, double lowest, double highest)
    {
        var (from, to) = (Math.Floor((values.Min() - 0.02) * 20) / 20, Math.Ceiling((values.Max() + 0.02) * 20) / 20);
        if (to - from < 0.18) (from, to) = (from - 0.05, to + 0.05);
        return (Math.Max(from, lowest), Math.Min(to, highest));
    }

    private static IEnumerable<double> Marks((double From, double To) range)
    {
        var step = Step(range);
        for (var twentieth = (int)Math.Round(range.From * 20); twentieth <= (int)Math.Round(range.To * 20); twentieth++)
            if (twentieth % step == 0) yield return twentieth / 20.0;
    }

    // In twentieths.
    private static int Step((double From, double To) range) => (range.To - range.From) switch { > 0.65 => 4, > 0.32 => 2, _ => 1 };

    private (Quadrant Quadrant, string Words, Box Box, bool IsRight) Corner(Quadrant quadrant)
    {
        var words = PriorityLine.WordsOf(quadrant);
        var (width, height) = (TextWidth.Of(words) * 1.15 + 8, 20.0);
        var isRight = quadrant is Quadrant.KeepUp or Quadrant.Fine;
        return (quadrant, words, new(
            isRight ? Area.Right - 4 - width : Area.Left + 4,
            quadrant is Quadrant.FixFirst or Quadrant.KeepUp ? Area.Top + 4 : Area.Bottom - 4 - height,
            width, height), isRight);
    }
}
