using SurveyHub.Features.Reporting.Charts;
using SurveyHub.Shell.Charts;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>A line through the years with its band, its breaks and its target: what every picture of a trend draws alike.</summary>
internal static class LineChart
{
    public static void Grid(Pen pen, TrendGeometry geometry)
    {
        foreach (var share in geometry.GridLines)
        {
            pen.Line(geometry.GridLeft, geometry.Y(share), geometry.GridRight, geometry.Y(share), Palette.Line);
            pen.Write(Figures.Percent(share), 38, geometry.Y(share) + 4, new(Colour: Palette.Muted, Anchor: "end"));
        }
    }

    /// <summary>What is aimed at, if it lies in the chart: the line; its words come last, so that nothing covers them.</summary>
    public static void Target(Pen pen, TrendGeometry geometry, double? target)
    {
        if (!IsIn(geometry, target)) return;
        pen.Line(geometry.GridLeft, geometry.Y(target!.Value), geometry.GridRight, geometry.Y(target.Value), Palette.Ink, 1.5, "3 3");
    }

    public static void TargetWords(Pen pen, TrendGeometry geometry, double? target)
    {
        if (!IsIn(geometry, target)) return;
        var words = TrendDrawing.TargetWords(target!.Value);
        var (x, y, anchor) = geometry.TargetLabel(target.Value, words);
        pen.Write(words, x, y, new(Colour: Palette.Muted, Anchor: anchor));
    }

    public static bool IsIn(TrendGeometry geometry, double? target) => target >= geometry.Floor;

    /// <summary>A thin line behind, with a letter at its end.</summary>
    public static void Behind(Pen pen, TrendGeometry geometry, IReadOnlyList<TrendPoint> points, string letter, (double X, double Y)? mark)
    {
        foreach (var (first, last) in TrendRuns.Of(points))
        {
            pen.Path(geometry.Line(points, first, last), "none", Palette.Faint, 1.5, "6 4");
            for (var i = first; i <= last; i++) pen.Dot(geometry.X(i), geometry.Y(points[i].Share!.Value), 1.5, Palette.Faint, Palette.Faint);
        }
        if (mark is { } place) pen.Write(letter, place.X + 1, place.Y, new(13, IsBold: true, Colour: Palette.Muted));
    }

    public static void Line(Pen pen, TrendGeometry geometry)
    {
        foreach (var run in geometry.Runs)
        {
            if (geometry.Band(run) is { Length: > 0 } band) pen.Path(band, Palette.GoodWash);
            foreach (var (first, last, isDashed) in geometry.Pieces(run)) pen.Path(geometry.Line(first, last), "none", Palette.Good, 3, isDashed ? "3 6" : null);
        }
        foreach (var x in geometry.Breaks)
        {
            pen.Line(x, 20, x, geometry.Foot, Palette.Faint, 1.5, "2 4");
            pen.Write("^", x, 16, new(15, IsBold: true, Anchor: "middle"));
        }
    }

    /// <summary>An edition: its share with the interval, or a hatch; below it the year, and how many rated where there is room.</summary>
    public static void Edition(Pen pen, TrendGeometry geometry, TrendPoint point, int at, string year, long? ratings)
    {
        var x = geometry.X(at);
        if (geometry.IsLabelled(at)) pen.Write(year, x, geometry.Foot + 17, new(Colour: Palette.Muted, Anchor: "middle"));
        if (point.Share is not { } share)
        {
            pen.Hatch(x - 8, geometry.Foot - 16, 16, 16);
            return;
        }
        if (point is { Lower: { } lower, Upper: { } upper }) pen.Line(x, geometry.Y(upper), x, geometry.Y(lower), Palette.Good, 1.5);
        pen.Dot(x, geometry.Y(share), 5, point.IsTogether ? Palette.Paper : Palette.Good, point.IsTogether ? Palette.Good : Palette.Paper);
        pen.Write(Figures.Whole(share), x, geometry.ValueY(at) + 1, new(14, IsBold: true, Anchor: "middle"));
        if (ratings is { } valid) pen.Write($"n {Figures.Count(valid)}", x, geometry.Foot + 31, new(10.5, Colour: Palette.Faint, Anchor: "middle"));
    }
}
