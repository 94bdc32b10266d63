using System.Xml.Linq;
using SurveyHub.Features.Reporting.Prioritizing;
using SurveyHub.Results;
using SurveyHub.Statistics.Importance;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>The priority matrix, and its list: numbers in the one are those of the other.</summary>
internal static class PrioritiesPicture
{
    private const int Height = 520;

    public static XDocument Of(EditionReport report, PrioritiesView view)
    {
        var first = view.Matrix.Where(l => l is { Row.Quadrant: Quadrant.FixFirst, IsUncertain: false, HasImportance: true }).Select(l => l.Name).ToArray();
        var picture = new Picture("What to improve first", report.Edition, $"{Picture.Of(report.Edition)} · share good or excellent against importance",
            view.WhyNone ?? $"{Figures.Count(view.Matrix.Count, "service", "services")}. {(first.Length == 0 ? "None is in “Fix first” for certain." : $"To be fixed first: {string.Join(", ", first)}.")}");
        if (view.WhyNone is { } why)
        {
            picture.Note($"No priorities. {why}");
        }
        else
        {
            Matrix(picture, view.Matrix);
            picture.Legend(Entries(view));
            picture.Note("Importance: how closely a service’s rating goes with the overall rating, from −1 to 1: an association and no cause. The dashed lines are the medians: half of the services lie on either side.");
            if (view.WithoutImportance is { } without) picture.Note(without);
            List(picture, view.Matrix);
        }
        if (view.Others.Count > 0) picture.Note($"Not in the matrix: {string.Join("; ", view.Others.Select(l => $"{Lettering.Within(l.Name)} ({view.Reason(l)})"))}.");
        return picture.Sourced(report);
    }

    private static void Matrix(Picture picture, IReadOnlyList<PriorityLine> lines)
    {
        var geometry = new ScatterGeometry(lines, (int)(Picture.Right - Picture.Left), Height);
        var area = geometry.Area;
        var pen = picture.Pen.Group(transform: $"translate({Pen.N(Picture.Left)} {Pen.N(picture.Y)})");
        pen.Box(area.Left, area.Top, area.Width, area.Height, Palette.Paper, Palette.Line);
        pen.Box(area.Left, area.Top, geometry.MedianX - area.Left, geometry.MedianY - area.Top, Palette.Shade(-1));
        Hand muted = new(Colour: Palette.Muted, Anchor: "middle");
        foreach (var share in geometry.ShareMarks)
        {
            pen.Line(geometry.X(share), area.Top, geometry.X(share), area.Bottom, Palette.Line);
            pen.Write(Figures.Whole(share), geometry.X(share), area.Bottom + 16, muted);
        }
        foreach (var importance in geometry.ImportanceMarks)
        {
            pen.Line(area.Left, geometry.Y(importance), area.Right, geometry.Y(importance), Palette.Line);
            pen.Write(Figures.Importance(importance, geometry.ImportanceDecimals), area.Left - 6, geometry.Y(importance) + 4, muted with { Anchor = "end" });
        }
        pen.Write("good or excellent, %", area.Left + area.Width / 2, Height - 8, muted);
        pen.Group(transform: $"translate(10 {Pen.N(area.Top + area.Height / 2)}) rotate(-90)").Write("importance", 0, 0, muted);
        pen.Line(geometry.MedianX, area.Top, geometry.MedianX, area.Bottom, Palette.Faint, 1.5, "5 4");
        pen.Line(area.Left, geometry.MedianY, area.Right, geometry.MedianY, Palette.Faint, 1.5, "5 4");
        foreach (var (quadrant, words, box, isRight) in geometry.Corners)
            pen.Write(words, isRight ? box.Right - 4 : box.Left + 4, box.Top + 15, new(13, IsBold: true, Colour: quadrant == Quadrant.FixFirst ? Palette.Flag : Palette.Muted, Anchor: isRight ? "end" : "start"));
        foreach (var line in lines) Point(pen.Group($"{line.Number} {line.Name}"), geometry.PointX(line), geometry.PointY(line), line);
        foreach (var label in geometry.Labels) pen.Name(label.Text, label.X, label.Box.Top + 11.5, label.Box.Width + 1, new(Anchor: label.Anchor));
        picture.Y += Height;
    }

    private static void Point(Pen pen, double x, double y, PriorityLine line)
    {
        if (line.Row.Quadrant == Quadrant.FixFirst) Marks.Diamond(pen, x, y, line.IsUncertain);
        else pen.Dot(x, y, 5, line.IsUncertain ? Palette.Paper : Palette.Good, Palette.Good);
    }

    private static void List(Picture picture, IReadOnlyList<PriorityLine> lines)
    {
        picture.Heading("The list, by importance times what is missing to 100 %");
        foreach (var line in lines)
        {
            picture.Y += 20;
            var (pen, y) = (picture.Pen.Group(), picture.Y - 5);
            pen.Write($"{line.Number}", Picture.Left + 22, y, new(IsBold: true, Anchor: "end"));
            pen.Name(line.Name, Picture.Left + 32, y, 330, new());
            pen.Write($"{line.Where}{(line.Doubt.Length > 0 ? ", uncertain" : "")}", 410, y, new(Colour: Palette.Muted));
            pen.Write(Figures.Percent(line.Figures.Share!.Value), 640, y, new(IsBold: true, Anchor: "end"));
            pen.Write(Figures.Count(line.Figures.Valid ?? 0, "rating", "ratings"), 660, y, new(Colour: Palette.Muted));
            pen.Write($"importance {Figures.Importance(line.Importance!.Value)}", Picture.Right, y, new(Anchor: "end"));
            picture.Pen.Line(Picture.Left, picture.Y, Picture.Right, picture.Y, Palette.Line);
        }
        picture.Y += 6;
    }

    private static IEnumerable<(Action<Pen, double, double>, string)> Entries(PrioritiesView view)
    {
        yield return ((pen, x, y) => Marks.Diamond(pen, x, y), "fix first");
        yield return ((pen, x, y) => Marks.Share(pen, x, y), "another quadrant");
        if (view.Matrix.Any(l => l.IsUncertain)) yield return ((pen, x, y) => Marks.Share(pen, x, y, isSmall: true), "empty: chance may have put it on this side of a line");
    }
}
