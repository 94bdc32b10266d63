using System.Xml.Linq;
using SurveyHub.Features.Reporting.Charts;
using SurveyHub.Features.Reporting.Distributing;
using SurveyHub.Results;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>How the ratings of every service spread over the scale: what is bad to the left of one line for all bars, what is good to the right of it.</summary>
internal sealed class DistributionPicture
{
    private const double Bars = 262;
    private const double BarsEnd = 760;
    private const double Row = 32;
    private const double Bar = 22;

    private readonly DistributionView _view;
    private readonly Picture _picture;

    private DistributionPicture(DistributionView view)
    {
        _view = view;
        _picture = new("How the ratings spread", view.Edition, $"{Picture.Of(view.Edition)} · ratings in per cent, bad to the left of the line, good to the right",
            view.Shown.Count == 0 ? "No distribution." : string.Join("; ", view.Shown.Select(Said)) + ".");
    }

    public static XDocument Of(EditionReport report, DistributionView view)
    {
        var drawing = new DistributionPicture(view);
        var picture = drawing._picture;
        var fewest = Words.TestBase(view.Edition.Questionnaire);
        if (view.Shown.Count == 0)
        {
            picture.Note($"No distribution: no service has {fewest} ratings or more of which every point of the scale is known.");
        }
        else
        {
            picture.Legend(drawing.Entries());
            drawing.Head();
            foreach (var line in view.Shown) drawing.Line(line);
        }
        if (view.Lines.Count > view.Shown.Count) picture.Heading("Not shown");
        foreach (var line in view.Lines.Where(l => !l.IsShown))
        {
            picture.Y += 19;
            picture.Pen.Group().Name(line.Line.Name, Picture.Left, picture.Y - 4, Bars - 14 - Picture.Left, new());
            picture.Pen.Write(view.Reason(line), Bars, picture.Y - 4, new(Colour: Palette.Muted));
        }
        picture.Y += 6;
        picture.Note($"Shown from {fewest} ratings on; parts are rounded one by one and need not add up to 100.");
        return picture.Sourced(report);
    }

    private static string Said(DistributionLine line) => $"{line.Line.Name}: {string.Join(", ", line.Parts.Select(p => $"{p.Name} {Figures.Percent(p.Share)}"))}";

    private void Head()
    {
        _picture.Y += 26;
        var (pen, y) = (_picture.Pen, _picture.Y - 8);
        Hand head = new(IsBold: true, Colour: Palette.Muted);
        pen.Write("Service", Picture.Left, y, head);
        pen.Write("Good", 826, y, head with { Anchor = "end" });
        pen.Write("Ratings", Picture.Right, y, head with { Anchor = "end" });
        pen.Line(Picture.Left, _picture.Y, Picture.Right, _picture.Y, Palette.Neutral);
    }

    private void Line(DistributionLine line)
    {
        var (top, pen) = (_picture.Y, _picture.Pen.Group(Said(line)));
        var (y, whole) = (top + Row / 2 + 4, _view.Reach.Whole * (BarsEnd - Bars));
        pen.Name(line.Line.Name, Picture.Left, y, Bars - 14 - Picture.Left, new(13));
        var middle = Bars + _view.Reach.Left * (BarsEnd - Bars);
        pen.Line(middle, top, middle, top + Row, Palette.Ink, 1.5);
        var x = middle - whole * DivergingBar.Before(line.Parts);
        foreach (var (index, part) in line.Parts.Index())
        {
            var width = part.Share * whole;
            if (width > 0) Part(pen, line.Parts, index, x, top + (Row - Bar) / 2, width);
            x += width;
        }
        pen.Write(Figures.Percent(line.Share(OptionRole.Favourable)!.Value), 826, y, new(13, IsBold: true, Anchor: "end"));
        pen.Write(Figures.Count(line.Line.Figures.Valid!.Value), Picture.Right, y, new(Anchor: "end"));
        _picture.Y += Row;
        _picture.Pen.Line(Picture.Left, _picture.Y, Picture.Right, _picture.Y, Palette.Line);
    }

    private static void Part(Pen pen, IReadOnlyList<DistributionBar.Part> parts, int index, double x, double y, double width)
    {
        var (fill, ink) = Colours(DistributionBar.ClassOf(parts, index));
        pen.Box(x, y, Math.Max(0.5, width - 1.5), Bar, fill, Palette.Paper);
        if (width >= 26) pen.Write(Figures.Whole(parts[index].Share), x + width / 2, y + 15.5, new(Colour: ink, Anchor: "middle"));
    }

    /// <summary>The outer option of a side is the darker one: in black and white, too, a bar goes from dark over light to dark.</summary>
    private static (string Fill, string Ink) Colours(string of) => of switch
    {
        "unfavourable outer" => (Palette.Bad, Palette.Ink),
        "unfavourable" => (Palette.Shade(-3), Palette.Ink),
        "favourable outer" => (Palette.Good, Palette.Paper),
        "favourable" => (Palette.Shade(3), Palette.Ink),
        _ => (Palette.Line, Palette.Ink),
    };

    private IEnumerable<(Action<Pen, double, double>, string)> Entries()
    {
        var parts = _view.Shown[0].Parts;
        foreach (var (index, part) in parts.Index())
        {
            var (fill, _) = Colours(DistributionBar.ClassOf(parts, index));
            yield return ((pen, x, y) => pen.Box(x - 8, y - 8, 16, 16, fill), Lettering.Within(part.Name));
        }
    }
}
