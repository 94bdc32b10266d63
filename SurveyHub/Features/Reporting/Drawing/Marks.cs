using SurveyHub.Shell.Components;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>The marks of charts. Their shapes say what their colours say, for paper without colours.</summary>
internal static class Marks
{
    /// <summary>A share: hollow on a small base, a diamond for a service that is below the rest.</summary>
    public static void Share(Pen pen, double x, double y, bool isSmall = false, bool isFlagged = false)
    {
        if (isFlagged) Diamond(pen, x, y);
        else pen.Dot(x, y, 5, isSmall ? Palette.Paper : Palette.Good, Palette.Good);
    }

    public static void Diamond(Pen pen, double x, double y, bool isHollow = false) =>
        pen.Path($"M{Pen.N(x)} {Pen.N(y - 7)}l7 7l-7 7l-7 -7z", isHollow ? Palette.Paper : Palette.Flag, Palette.Flag, 2);

    /// <summary>A change: a triangle that points where it went, or an empty circle where that is not clear.</summary>
    public static void Change(Pen pen, double x, double y, VerdictKind kind)
    {
        var colour = Palette.MarkOf(kind);
        if (kind == VerdictKind.Better) pen.Path($"M{Pen.N(x)} {Pen.N(y - 6)}l6.5 11h-13z", colour, colour);
        else if (kind == VerdictKind.Worse) pen.Path($"M{Pen.N(x)} {Pen.N(y + 6)}l6.5 -11h-13z", colour, colour);
        else pen.Dot(x, y, 5, Palette.Paper, colour);
    }

    /// <summary>The same small, before words; nothing where nothing is clear.</summary>
    /// <returns>How much room it took.</returns>
    public static double Arrow(Pen pen, double x, double y, VerdictKind kind)
    {
        if (kind is not (VerdictKind.Better or VerdictKind.Worse)) return 0;
        var colour = Palette.InkOf(kind);
        pen.Path(kind == VerdictKind.Better ? $"M{Pen.N(x + 4)} {Pen.N(y - 8)}l4 8h-8z" : $"M{Pen.N(x + 4)} {Pen.N(y)}l4 -8h-8z", colour);
        return 13;
    }

    public static void Interval(Pen pen, double from, double to, double y, string colour)
    {
        pen.Line(from, y, to, y, colour, 3);
        pen.Line(from, y - 4, from, y + 4, colour, 1.5);
        pen.Line(to, y - 4, to, y + 4, colour, 1.5);
    }

    public static void Target(Pen pen, double x, double y) => pen.Line(x, y - 11, x, y + 11, Palette.Ink, 2, "3 2");
}
