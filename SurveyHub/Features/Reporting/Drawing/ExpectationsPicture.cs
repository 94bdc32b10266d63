using System.Xml.Linq;
using SurveyHub.Features.Reporting.Charts;
using SurveyHub.Features.Reporting.Expecting;
using SurveyHub.Results;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>How many people each service leaves below their own minimum, and its zone of tolerance.</summary>
internal static class ExpectationsPicture
{
    private const double Figure = 420;
    private const double Plot = 520;
    private const double Row = 30;

    public static XDocument Of(EditionReport report, ExpectationsView view)
    {
        var picture = new Picture("What customers expect", report.Edition, $"{Picture.Of(report.Edition)} · people who have less than what would just do for them, and the zone of tolerance",
            view.WhyNone ?? string.Join(" ", view.Shown.Select(l => $"{l.ServiceName}: {Figures.Percent(l.Row.Share!.Value)} of {Figures.Count(l.Row.People!.Value)} below their own minimum.")));
        if (view.WhyNone is { } why) picture.Note(why);
        if (view.Shown.Count > 0) Shares(picture, view);
        if (view.Drawn.Count > 0) Zones(picture, view);
        if (view.NotShown.Count > 0) picture.Heading("Without a figure");
        foreach (var line in view.NotShown)
        {
            picture.Y += 19;
            picture.Pen.Group().Name(line.ServiceName, Picture.Left, picture.Y - 4, Figure - 14 - Picture.Left, new());
            picture.Pen.Write(line.WhyNot(view.Edition), Figure, picture.Y - 4, new(Colour: Palette.Muted));
        }
        return picture.Sourced(report);
    }

    private static void Shares(Picture picture, ExpectationsView view)
    {
        picture.Heading("Below their own minimum");
        picture.Y += 18;
        for (var fifth = 0; fifth <= 5; fifth++) picture.Pen.Write(Figures.Whole(fifth / 5.0), OfShare(fifth / 5.0), picture.Y - 4, new(11, Colour: Palette.Muted, Anchor: "middle"));
        picture.Pen.Line(Picture.Left, picture.Y, Picture.Right, picture.Y, Palette.Neutral);
        foreach (var line in view.Shown)
        {
            var (pen, y) = (Begin(picture, line, $"{line.ServiceName}: {Figures.Percent(line.Row.Share!.Value)}"), picture.Y + Row / 2);
            pen.Write(Figures.Percent(line.Row.Share.Value), Figure, y + 4, new(13, IsBold: true, Anchor: "end"));
            pen.Write($"{Figures.Interval(line.Row.Lower!.Value, line.Row.Upper!.Value)}, n {Figures.Count(line.Row.People!.Value)}", Figure + 10, y + 4, new(11, Colour: Palette.Muted));
            Marks.Interval(pen, OfShare(line.Row.Lower.Value), OfShare(line.Row.Upper.Value), y, line.Row.IsInadequate ? Palette.Flag : Palette.Good);
            Marks.Share(pen, OfShare(line.Row.Share.Value), y, isFlagged: line.Row.IsInadequate);
            End(picture);
        }
    }

    private static void Zones(Picture picture, ExpectationsView view)
    {
        picture.Heading("Zone of tolerance");
        picture.Legend(
            ((pen, x, y) => Zone(pen, x - 12, x + 12, y), "from what would just do to what is wished for"),
            ((pen, x, y) => Marks.Share(pen, x, y), "what people have"),
            ((pen, x, y) => Marks.Diamond(pen, x, y), "what people have, below what they find acceptable"));
        picture.Y += 20;
        foreach (var option in view.Drawn[0].Scale.Options) picture.Pen.Write($"{option.Code}", OfCode(view.Drawn[0], option.Code), picture.Y - 4, new(11, Colour: Palette.Muted, Anchor: "middle"));
        picture.Pen.Line(Picture.Left, picture.Y, Picture.Right, picture.Y, Palette.Neutral);
        foreach (var line in view.Drawn)
        {
            var (pen, y) = (Begin(picture, line, line.Said), picture.Y + Row / 2);
            pen.Write($"{ExpectationLine.Code(line.Row.Minimum!.Value)} · {ExpectationLine.Code(line.Row.Perceived!.Value)} · {ExpectationLine.Code(line.Row.Desired!.Value)}", Figure + 84, y + 4, new(Anchor: "end"));
            pen.Line(OfCode(line, line.Scale.Options[0].Code), y, OfCode(line, line.Scale.Options[^1].Code), y, Palette.Neutral);
            Zone(pen, OfCode(line, Math.Min(line.Row.Minimum.Value, line.Row.Desired.Value)), OfCode(line, Math.Max(line.Row.Minimum.Value, line.Row.Desired.Value)), y);
            Marks.Share(pen, OfCode(line, line.Row.Perceived.Value), y, isFlagged: line.Row.IsInadequate);
            End(picture);
        }
        picture.Note("Average codes: would just do · people have · wished for. What people have remains the headline; expectations stand beside it.");
    }

    private static Pen Begin(Picture picture, ExpectationLine line, string title)
    {
        var pen = picture.Pen.Group(title);
        pen.Name(line.ServiceName, Picture.Left, picture.Y + Row / 2 + 4, Figure - Picture.Left - 62, new(13));
        return pen;
    }

    private static void End(Picture picture)
    {
        picture.Y += Row;
        picture.Pen.Line(Picture.Left, picture.Y, Picture.Right, picture.Y, Palette.Line);
    }

    private static void Zone(Pen pen, double from, double to, double y)
    {
        pen.Box(from, y - 8, Math.Max(1, to - from), 16, Palette.Line);
        pen.Line(from, y - 10, from, y + 10, Palette.Ink, 2);
        pen.Line(to, y - 10, to, y + 10, Palette.Ink, 2);
    }

    private static double OfShare(double share) => Plot + IntervalDot.Place(share, 0) / 100 * (Picture.Right - Plot);

    private static double OfCode(ExpectationLine line, double code) => Plot + ZoneBar.PlaceOf(line.Scale, code) / 100 * (Picture.Right - Plot);
}
