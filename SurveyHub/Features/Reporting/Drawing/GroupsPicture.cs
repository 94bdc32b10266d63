using System.Xml.Linq;
using SurveyHub.Features.Reporting.Grouping;
using SurveyHub.Results;
using SurveyHub.Statistics;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>The heat map: the value in the cell, its colour the difference from all customers. More groups than fit beside each other follow below.</summary>
internal sealed class GroupsPicture
{
    private const double Names = 208;
    private const double All = 44;
    private const double Narrowest = 42;
    private const double Widest = 110;
    private const double Row = 24;
    // Columns narrower than this have their names upright.
    private const double RoomForNames = 84;
    private const double Upright = 190;
    private const double Sign = 16;

    private readonly GroupsView _view;
    private readonly Picture _picture;
    private readonly int _columns;
    private readonly double _column;

    private GroupsPicture(GroupsView view, string attribute)
    {
        _view = view;
        var room = Picture.Right - Picture.Left - Names - All;
        // As many in each part as the others have, so that no part is a single column.
        var parts = (int)Math.Ceiling(view.Segments.Count * Narrowest / room);
        _columns = (int)Math.Ceiling(view.Segments.Count / (double)parts);
        _column = Math.Min(Widest, room / _columns);
        _picture = new(
            $"Services by {attribute}", view.Edition, $"{Picture.Of(view.Edition)} · {InCells(view.Query.Shows)}",
            $"{Figures.Count(view.Lines.Count, "service", "services")} by {Figures.Count(view.Segments.Count, "customer group", "customer groups")}. Every cell has its figures, interval and base as its title.");
    }

    public static XDocument Of(EditionReport report, GroupsView? view)
    {
        if (view is not { Segments.Count: > 0, Lines.Count: > 0 })
        {
            var empty = new Picture("Services by customer group", report.Edition, Picture.Of(report.Edition), "No customer groups.");
            empty.Note("No customer groups: nothing is known of this edition’s customers by which its results could be split.");
            return empty.Sourced(report);
        }
        var drawing = new GroupsPicture(view, Lettering.Within(report.Edition.Questionnaire.In(view.Attribute.Name)));
        for (var first = 0; first < view.Segments.Count; first += drawing._columns) drawing.Part(first);
        drawing.Words(report);
        return drawing._picture.Sourced(report);
    }

    private void Part(int first)
    {
        var segments = _view.Segments.Skip(first).Take(_columns).ToArray();
        Head(segments);
        foreach (var line in _view.Lines) Line(line, first, segments.Length);
        if (_view.Overall is { } overall) Line(overall, first, segments.Length, isSetApart: true);
        _picture.Y += 6;
    }

    private static string InCells(CellFigure shown) => shown switch
    {
        CellFigure.Impact => "impact on the share of all customers in points",
        CellFigure.Difference => "difference from all customers in points",
        _ => "good or excellent in per cent",
    };

    private string NameOf(Segment segment) => _view.IsPart(segment) ? $"{segment.Name} {PartOfGroup.Mark}" : segment.Name;

    private double X(int column) => Picture.Left + Names + All + column * _column;

    private void Head(Segment[] segments)
    {
        var pen = _picture.Pen;
        Hand hand = new(11, IsBold: true, Colour: Palette.Muted);
        var isUpright = _column < RoomForNames;
        var height = isUpright ? Math.Min(Upright, 10 + segments.Max(s => Lettering.Width(s.Name, 11, bold: true) + (_view.IsPart(s) ? Sign : 0))) : 40;
        var y = _picture.Y + height + 4;
        pen.Write("Service, lowest first", Picture.Left, y, hand);
        pen.Write("All", Picture.Left + Names + All - 10, y, hand with { Anchor = "end" });
        foreach (var (at, segment) in segments.Index())
        {
            var middle = X(at) + _column / 2;
            // Turned by a quarter, a dagger would be an arrow: the mark stands upright, at the foot of the name.
            var sign = isUpright && _view.IsPart(segment) ? Sign : 0;
            if (sign > 0) pen.Write(PartOfGroup.Mark, middle, y, hand with { Anchor = "middle" });
            if (isUpright) pen.Group(transform: $"translate({Pen.N(middle + 4)} {Pen.N(y - sign)}) rotate(-90)").Name(segment.Name, 0, 0, height - sign, hand);
            else Spread(pen, NameOf(segment), middle, y, hand with { Anchor = "middle" });
        }
        _picture.Y = y + 7;
        pen.Line(Picture.Left, _picture.Y, Picture.Right, _picture.Y, Palette.Neutral);
    }

    // A name in up to three lines, the last one at the foot.
    private void Spread(Pen pen, string name, double x, double y, Hand hand)
    {
        var lines = Lettering.Lines(Lettering.Clean(name), _column - 8, hand.Size, 3, hand.IsBold);
        var group = pen.Group(lines.Any(l => l.EndsWith('…')) ? name : null);
        foreach (var (at, line) in lines.Index()) group.Name(line, x, y - 13 * (lines.Count - 1 - at), _column - 4, hand);
    }

    private void Line(GroupLine line, int first, int count, bool isSetApart = false)
    {
        if (isSetApart) _picture.Y += 5;
        var (pen, top, y) = (_picture.Pen, _picture.Y, _picture.Y + 16);
        pen.Group().Name(line.Name, Picture.Left, y, Names - 8, new());
        var all = pen.Group();
        if (line.All is { IsVisible: true, Share: { } share }) all.Write(Figures.Whole(share), Picture.Left + Names + All - 10, y, new(IsBold: true, Anchor: "end"));
        else Missing(all, line.All.State == CellState.Hidden ? Reporting.Words.Few(line.All.Display) : null, Picture.Left + Names + 4, All - 8, top);
        for (var at = 0; at < count; at++) Cell(line.Cells[first + at], X(at), top);
        _picture.Y += Row;
        pen.Line(Picture.Left, _picture.Y, Picture.Right, _picture.Y, Palette.Line);
    }

    private void Cell(GroupCell cell, double x, double top)
    {
        var pen = _picture.Pen.Group(cell.Sentence(_view.Edition.Questionnaire.MinimumAnswers) + (_view.Query.Shows == CellFigure.Impact ? $" {cell.ImpactWords}" : ""));
        if (cell.InCell(_view.Query.Shows) is not { } words)
        {
            Missing(pen, cell.IsHidden ? Reporting.Words.Few(cell.Row.Display) : null, x + 1, _column - 2, top);
            return;
        }
        var (middle, y, shade) = (x + _column / 2, top + 16, cell.Shade(_view.Query.Shows));
        pen.Box(x + 1, top + 1, _column - 2, Row - 2, Palette.Shade(shade));
        // A sign says it as well, and where it stands there is no room for both.
        if (_view.Query.Shows == CellFigure.Value) Arrow(pen, x + 4, top + Row / 2, Math.Sign(shade));
        pen.Write(words, _view.Query.Shows == CellFigure.Impact ? middle - 3 : middle, y, new(IsBold: cell.Row.Differs, Anchor: "middle"));
        if (cell.Row.Differs) pen.Dot(x + _column - 7, top + Row / 2, 1.5, Palette.Ink, Palette.Ink);
        else if (cell.IsSmall) pen.Write("°", x + _column - 9, y, new());
    }

    /// <summary>Which way the shade goes, for paper without colours.</summary>
    private static void Arrow(Pen pen, double x, double y, int way)
    {
        if (way != 0) pen.Path($"M{Pen.N(x)} {Pen.N(y + way * 2.5)}h5l-2.5 {Pen.N(way * -5)}z", Palette.Muted);
    }

    private static void Missing(Pen pen, string? hidden, double x, double width, double top)
    {
        if (hidden is null)
        {
            pen.Write("–", x + width / 2, top + 16, new(Colour: Palette.Muted, Anchor: "middle"));
            return;
        }
        pen.Hatch(x, top + 1, width, Row - 2);
        var letters = Lettering.Width(hidden, 11) + 2;
        pen.Box(x + width / 2 - letters / 2, top + 5, letters, Row - 10, Palette.Paper);
        pen.Write(hidden, x + width / 2, top + 16, new(11, Anchor: "middle"));
    }

    private void Words(EditionReport report)
    {
        var cells = _view.Cells.ToArray();
        _picture.Legend(Entries(cells, _view.Query.Shows == CellFigure.Impact, _view.Blank()));
        if (_view.Query.Shows == CellFigure.Impact) _picture.Note("Impact: the group’s part of the service’s ratings × its difference from all customers. If it rated as all do, the service’s share (column All, in per cent) would be that much lower or higher.");
        _picture.Note("Each group is held against everybody else; “beyond chance” allows for the number of cells in the table.");
        if (_view.Segments.Any(s => s.Key.Length == 0)) _picture.Note("“Not known”: people who did not say, and people of whom it is not stored, because too few share it; the other columns are without them.");
        if (_view.Segments.Any(_view.IsPart)) _picture.Note($"{PartOfGroup.Mark} {PartOfGroup.Words}");
        if (_view.PoolWords is { Count: > 0 } pools) _picture.Note($"“Small groups together”: {string.Join("; ", pools.Select(Lettering.Within))}.");
        if (report.RespondentsOfEarlierGroups is { } earlier) _picture.Note($"From the first {Figures.Count(earlier)} responses: the edition was reopened after its first report.");
    }

    private static IEnumerable<(Action<Pen, double, double>, string)> Entries(GroupCell[] cells, bool areImpacts, string? blank)
    {
        var (below, above) = areImpacts ? ("pulls the share down by 2, 1, 0.5, 0.25 points", "pulls it up by 0.25, 0.5, 1, 2") : ("below all by 20, 10, 5, 2.5 points", "above all by 2.5, 5, 10, 20");
        foreach (var (shade, words) in new[] { (-4, ""), (-3, ""), (-2, ""), (-1, below), (1, ""), (2, ""), (3, ""), (4, above) })
            yield return ((pen, x, y) => { pen.Box(x - 10, y - 8, 24, 16, Palette.Shade(shade)); Arrow(pen, x - 1, y, Math.Sign(shade)); }, words);
        yield return ((pen, x, y) => pen.Dot(x, y, 1.5, Palette.Ink, Palette.Ink), "beyond chance");
        if (cells.Any(c => c.IsSmall)) yield return ((pen, x, y) => pen.Write("°", x, y + 4, new()), "small base");
        if (cells.Any(c => c.IsHidden)) yield return ((pen, x, y) => pen.Hatch(x - 8, y - 8, 16, 16), "few: too few answers; ∗ hidden to protect a smaller group");
        if (blank is not null) yield return ((pen, x, y) => pen.Write("–", x, y + 4, new()), blank);
    }
}
