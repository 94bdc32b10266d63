using System.Xml.Linq;
using SurveyHub.Features.Reporting.Benchmarking;
using SurveyHub.Features.Reporting.Charts;
using SurveyHub.Results;
using SurveyHub.Statistics;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>Our shares beside the median and the middle half of other organisations, a row each.</summary>
internal static class BenchmarkPicture
{
    private const double Ours = 300, Interval = 308, Plot = 380, PlotEnd = 716, Row = 30;

    public static XDocument Of(EditionReport report, BenchmarkView view)
    {
        var picture = new Picture("Beside other organisations", report.Edition, $"{Picture.Of(report.Edition)} · good or excellent, and the median of other organisations, {view.Years}",
            view.Compared.Count == 0 ? "Nothing can be compared." : view.Summary);
        if (view.Compared.Count == 0)
        {
            picture.Note("No question is asked alike by enough organisations.");
            return picture.Sourced([report], view.DataVersion);
        }
        picture.Note(view.Summary);
        Head(picture, view);
        foreach (var line in view.Compared) Line(picture, view, line);
        picture.Legend(
            ((pen, x, y) => { Marks.Interval(pen, x - 10, x + 10, y, Palette.Good); Marks.Share(pen, x, y); }, "our share, 95 % interval"),
            ((pen, x, y) => pen.Box(x - 10, y - 8, 20, 16, Palette.GoodWash, Palette.Muted), "middle half of the organisations"),
            ((pen, x, y) => pen.Line(x, y - 9, x, y + 9, Palette.Ink, 2.5), "their median"));
        picture.Note("“Better” and “worse” than this median are said only beyond the chance in our own figures; the median is taken as exact. Each organisation counts once, with its latest figure; the same question on the same scale.");
        return picture.Sourced([report], view.DataVersion);
    }

    private static double X(BenchmarkView view, double share) => Plot + IntervalDot.Place(share, view.Floor) / 100 * (PlotEnd - Plot);

    private static void Head(Picture picture, BenchmarkView view)
    {
        picture.Y += 26;
        var (pen, y) = (picture.Pen, picture.Y - 8);
        Hand head = new(IsBold: true, Colour: Palette.Muted);
        pen.Write("Service", Picture.Left, y, head);
        pen.Write("Here", Ours, y, head with { Anchor = "end" });
        pen.Write("Others", PlotEnd + 14, y, head);
        pen.Write("Difference", Picture.Right, y, head with { Anchor = "end" });
        for (var fifth = (int)Math.Round(view.Floor * 5); fifth <= 5; fifth++)
            pen.Write(Figures.Whole(fifth / 5.0), X(view, fifth / 5.0), y, new(11, Colour: Palette.Muted, Anchor: "middle"));
        pen.Line(Picture.Left, picture.Y, Picture.Right, picture.Y, Palette.Neutral);
    }

    private static void Line(Picture picture, BenchmarkView view, ComparedService line)
    {
        var (norm, top, middle) = (line.Others.Norm!, picture.Y, picture.Y + Row / 2);
        var pen = picture.Pen.Group($"{line.Name}: {Said(view, line)}; median {Figures.Percent(norm.Median)} of {norm.Organisations} organisations{(line.Words.Length > 0 ? $"; {line.Words}" : "")}");
        pen.Name(line.Name, Picture.Left, middle + 4, Ours - 50 - Picture.Left, new(13, IsBold: line.IsOverall));
        for (var fifth = (int)Math.Round(view.Floor * 5); fifth <= 5; fifth++) pen.Line(X(view, fifth / 5.0), top, X(view, fifth / 5.0), top + Row, Palette.Line);
        var (lower, upper) = (X(view, norm.LowerQuartile), X(view, norm.UpperQuartile));
        pen.Box(lower, middle - 10, Math.Max(1, upper - lower), 20, Palette.GoodWash, Palette.Muted);
        pen.Line(X(view, norm.Median), middle - 13, X(view, norm.Median), middle + 13, Palette.Ink, 2.5);
        if (line.Row is { IsVisible: true, Share: { } share, Lower: { } from, Upper: { } to })
        {
            pen.Write(Figures.Percent(share), Ours, middle + 4, new(13, IsBold: true, Anchor: "end"));
            pen.Write(Figures.Interval(from, to), Interval, middle + 4, new(11, Colour: Palette.Muted));
            Marks.Interval(pen, X(view, from), X(view, to), middle, Palette.Good);
            Marks.Share(pen, X(view, share), middle, line.Row.State == CellState.SmallBase);
        }
        else
        {
            pen.Write(Said(view, line), Ours + 60, middle + 4, new(11, Colour: Palette.Muted, Anchor: "end"));
        }
        pen.Write(Figures.Percent(norm.Median), PlotEnd + 14, middle + 4, new(13, IsBold: true));
        pen.Write($"of {norm.Organisations}", PlotEnd + 56, middle + 4, new(11, Colour: Palette.Muted));
        pen.Write(line.Words, Picture.Right, middle + 4, new(Anchor: "end", IsBold: line.Verdict is Verdict.Better or Verdict.Worse, Colour: Palette.InkOf(line.Kind)));
        picture.Y += Row;
        picture.Pen.Line(Picture.Left, picture.Y, Picture.Right, picture.Y, Palette.Line);
    }

    private static string Said(BenchmarkView view, ComparedService line) => line.Row is { IsVisible: true, Share: { } share, Lower: { } from, Upper: { } to }
        ? $"{Figures.Percent(share)} ({Figures.Interval(from, to)})"
        : Words.InPlaceOfShare(line.Row.State, line.Row.Display, view.Edition.Questionnaire.AsksUse);
}
