using System.Xml.Linq;
using SurveyHub.Features.Reporting.Funnelling;
using SurveyHub.Results;
using SurveyHub.Statistics.Ranking;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>The funnel plot, and its list: numbers in the one are those of the other.</summary>
internal static class FunnelPicture
{
    private const int Height = 520;

    public static XDocument Of(EditionReport report, FunnelView view)
    {
        var picture = new Picture("Services, funnel plot", report.Edition, $"{Picture.Of(report.Edition)} · share good or excellent against the number of ratings",
            view.Lines.Count == 0 ? $"No service has {Reporting.Words.NoneHas(view.Hidden)}." : view.Summary);
        if (view.Lines.Count == 0)
        {
            picture.Note($"No service has {Reporting.Words.NoneHas(view.Hidden)}.");
        }
        else
        {
            picture.Note(view.Summary);
            Plot(picture, view);
            picture.Legend(Entries(view));
            picture.Note("The limits say how far from the share of all ratings together a service would lie by chance alone, if it were as good as the others. Within them there is no order to be read.");
            List(picture, view);
        }
        if (view.Hidden.Count > 0)
            picture.Note($"Not in the plot: {string.Join("; ", view.Hidden.Select(l => $"{Lettering.Within(l.Name)} ({Reporting.Words.InPlaceOfShare(l.Figures.State, l.Figures.Display, report.Edition.Questionnaire.AsksUse)})"))}.");
        return picture.Sourced(report);
    }

    private static void Plot(Picture picture, FunnelView view)
    {
        var geometry = new FunnelGeometry(view, (int)(Picture.Right - Picture.Left), Height);
        var area = geometry.Area;
        picture.Y += 8;
        var pen = picture.Pen.Group(transform: $"translate({Pen.N(Picture.Left)} {Pen.N(picture.Y)})");
        pen.Box(area.Left, area.Top, area.Width, area.Height, Palette.Paper, Palette.Line);
        Hand muted = new(Colour: Palette.Muted, Anchor: "middle");
        foreach (var share in geometry.ShareMarks)
        {
            pen.Line(area.Left, geometry.Y(share), area.Right, geometry.Y(share), Palette.Line);
            pen.Write(Figures.Percent(share), area.Left - 6, geometry.Y(share) + 4, muted with { Anchor = "end" });
        }
        foreach (var ratings in geometry.RatingMarks)
        {
            pen.Line(geometry.X(ratings), area.Top, geometry.X(ratings), area.Bottom, Palette.Line);
            pen.Write(Figures.Count(ratings), geometry.X(ratings), area.Bottom + 16, muted);
        }
        pen.Write("number of ratings", area.Left + area.Width / 2, Height - 8, muted);
        pen.Line(area.Left, geometry.MeanY, area.Right, geometry.MeanY, Palette.Muted, 1.5);
        foreach (var (path, isExtreme) in geometry.Limits.Where(l => l.Path.Length > 0)) pen.Path(path, "none", Palette.Muted, 1.5, isExtreme ? "9 4" : "3 3");
        foreach (var line in view.Lines) Point(pen.Group($"{line.Number} {line.Line.Name}: {Figures.Percent(line.Share)}, {Figures.Count(line.Ratings, "rating", "ratings")}, {line.Words}"), geometry, line);
        foreach (var label in geometry.Labels) pen.Name(label.Text, label.X, label.Box.Top + 11.5, label.Box.Width + 1, new(Anchor: label.Anchor));
        picture.Y += Height;
    }

    private static void Point(Pen pen, FunnelGeometry geometry, FunnelLine line)
    {
        var colour = line.Place == FunnelPlace.Inside ? Palette.Faint : line.IsAbove ? Palette.Good : Palette.Flag;
        pen.Path(FunnelDrawing.Shape(line.Place, line.IsAbove, geometry.X(line.Ratings), geometry.Y(line.Share)), line.Line.IsSmall ? Palette.Paper : colour, colour, 2);
    }

    private static void List(Picture picture, FunnelView view)
    {
        picture.Heading("The list, lowest first");
        foreach (var line in view.Lines)
        {
            picture.Y += 20;
            var (pen, y) = (picture.Pen.Group(), picture.Y - 5);
            pen.Write($"{line.Number}", Picture.Left + 22, y, new(IsBold: true, Anchor: "end"));
            pen.Name(line.Line.Name, Picture.Left + 32, y, 330, new());
            pen.Write(Figures.Percent(line.Share), 450, y, new(IsBold: true, Anchor: "end"));
            pen.Write(Figures.Count(line.Ratings, "rating", "ratings"), 560, y, new(Colour: Palette.Muted, Anchor: "end"));
            pen.Write($"limits {Figures.Interval(line.Limits.Usual.Lower, line.Limits.Usual.Upper)}", 580, y, new(Colour: Palette.Muted));
            pen.Write(line.Words, Picture.Right, y, new(Anchor: "end", IsBold: line.Place == FunnelPlace.Outside));
            picture.Pen.Line(Picture.Left, picture.Y, Picture.Right, picture.Y, Palette.Line);
        }
        picture.Y += 6;
    }

    private static IEnumerable<(Action<Pen, double, double>, string)> Entries(FunnelView view)
    {
        yield return ((pen, x, y) => pen.Line(x - 12, y, x + 12, y, Palette.Muted, 1.5), $"all ratings together: {Figures.Percent(view.Mean!.Value)}");
        yield return ((pen, x, y) => pen.Line(x - 12, y, x + 12, y, Palette.Muted, 1.5, "3 3"), "95 % limits");
        yield return ((pen, x, y) => pen.Line(x - 12, y, x + 12, y, Palette.Muted, 1.5, "9 4"), "99.8 % limits");
        yield return ((pen, x, y) => pen.Path(FunnelDrawing.Shape(FunnelPlace.Inside, false, x, y), Palette.Faint), "within");
        yield return ((pen, x, y) => pen.Path(FunnelDrawing.Shape(FunnelPlace.Alert, true, x, y), Palette.Good), "between the limits");
        yield return ((pen, x, y) => pen.Path(FunnelDrawing.Shape(FunnelPlace.Outside, false, x, y), Palette.Flag), "outside");
        if (view.Lines.Any(l => l.Line.IsSmall)) yield return ((pen, x, y) => pen.Path(FunnelDrawing.Shape(FunnelPlace.Inside, false, x, y), Palette.Paper, Palette.Faint, 2), "empty: small base");
    }
}
