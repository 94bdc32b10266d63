using System.Xml.Linq;
using SurveyHub.Features.Reporting.Charts;
using SurveyHub.Features.Reporting.Listing;
using SurveyHub.Results;
using SurveyHub.Shell.Components;
using SurveyHub.Statistics;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>The services of an edition, a row each: share, interval, target, flag, base, change.</summary>
internal sealed class ServicesPicture
{
    private const double Numbers = 322;
    private const double Interval = 330;
    private const double Plot = 404;
    private const double Since = 122;

    private readonly ServicesView _view;
    private readonly Picture _picture;
    private readonly double _plotEnd;
    private readonly double? _targets;
    private readonly double _ratings;

    private ServicesPicture(ServicesView view)
    {
        _view = view;
        _ratings = view.Compared is null ? Picture.Right : Picture.Right - Since - 14;
        _targets = view.Services.Any(s => s.Target is not null) ? _ratings - 146 : null;
        _plotEnd = (_targets ?? _ratings - 56) - 14;
        _picture = new(Title(view), view.Edition, $"{Picture.Of(view.Edition)} · good or excellent, with the number of ratings behind each",
            string.Join("; ", view.Services.Select(s => $"{s.Name}: {Said(s)}")) + ".");
    }

    public static XDocument Of(EditionReport report, ServicesView view, EditionReport? compared)
    {
        var drawing = new ServicesPicture(view);
        var picture = drawing._picture;
        if (view.Standing is { } standing) picture.Note(standing);
        drawing.Head();
        foreach (var line in view.Services) drawing.Row(line);
        drawing.Axis();
        picture.Legend(drawing.Entries());
        if (view.Gone.Count > 0) picture.Note($"No longer asked about: {string.Join(", ", view.Gone.Select(Lettering.Within))}.");
        picture.Note("“Lowest rated” is given only when a service is below the others beyond chance and by at least 5 points.");
        return compared is null ? picture.Sourced(report) : picture.Sourced(compared, report);
    }

    private static string Title(ServicesView view) => view.Query.Order switch
    {
        ServiceOrder.Change => "Services, largest loss first",
        ServiceOrder.Name => "Services by name",
        _ => "Services, lowest first",
    };

    private static string Said(ServiceLine line) => line.Figures is { IsVisible: true, Share: { } share, Lower: { } lower, Upper: { } upper }
        ? $"{Figures.Percent(share)} ({Figures.Interval(lower, upper)}){(Badge(line) is { } badge ? $", {badge}" : "")}"
        : Words.InPlaceOfShare(line.Figures.State, line.Figures.Display);

    private static string? Badge(ServiceLine line) => Words.Badge(line.Place?.Standing ?? default);

    private double X(double share) => Plot + IntervalDot.Place(share, _view.Floor) / 100 * (_plotEnd - Plot);

    private void Head()
    {
        _picture.Y += 26;
        var (pen, y) = (_picture.Pen, _picture.Y - 8);
        Hand head = new(IsBold: true, Colour: Palette.Muted);
        pen.Write("Service", Picture.Left, y, head);
        pen.Write("Share", Numbers, y, head with { Anchor = "end" });
        pen.Write("Interval", Interval, y, head);
        pen.Write("Ratings", _ratings, y, head with { Anchor = "end" });
        if (_targets is { } targets) pen.Write("Target", targets, y, head);
        if (_view.Compared is { } compared) pen.Write($"Since {compared.Year}", Picture.Right - Since, y, head);
        Shares(y);
        pen.Line(Picture.Left, _picture.Y, Picture.Right, _picture.Y, Palette.Neutral);
    }

    // Again at the foot: of a long list nobody sees both.
    private void Axis()
    {
        if (_view.Services.Count > 15) Shares(_picture.Y += 16);
    }

    private void Shares(double y)
    {
        for (var fifth = (int)Math.Round(_view.Floor * 5); fifth <= 5; fifth++)
            _picture.Pen.Write(Figures.Whole(fifth / 5.0), X(fifth / 5.0), y, new(11, Colour: Palette.Muted, Anchor: "middle"));
    }

    private void Row(ServiceLine line)
    {
        var small = new Hand(11, Colour: Palette.Muted);
        string[] below = [.. new[] { Badge(line), line.Earlier }.OfType<string>()];
        var words = line.Change is { } change && _view.Compared is not null ? Lettering.Lines(change.Words, Since - (change.IsConfirmed ? 13 : 0), 12, 2) : [];
        var height = below.Length > 0 || words.Count > 1 ? 42 : 27;
        var (top, pen) = (_picture.Y, _picture.Pen.Group($"{line.Name}: {Said(line)}"));
        var middle = top + height / 2.0;
        var first = below.Length > 0 ? top + 18 : middle + 4;
        pen.Name(line.Name, Picture.Left, first, Numbers - 50 - Picture.Left, new(13));
        if (below.Length > 0) pen.Name(string.Join(" · ", below), Picture.Left, first + 15, Numbers - 50 - Picture.Left, Badge(line) is null ? small : small with { IsBold = true, Colour = Palette.Flag });
        for (var fifth = (int)Math.Round(_view.Floor * 5); fifth <= 5; fifth++) pen.Line(X(fifth / 5.0), top, X(fifth / 5.0), top + height, Palette.Line);
        if (line.Figures is { IsVisible: true, Share: { } share, Lower: { } lower, Upper: { } upper })
        {
            pen.Write(Figures.Percent(share), Numbers, middle + 4, new(13, IsBold: true, Anchor: "end"));
            pen.Write(Figures.Interval(lower, upper), Interval, middle + 4, small);
            if (line.Target is { } target && target >= _view.Floor) Marks.Target(pen, X(target), middle);
            Marks.Interval(pen, X(lower), X(upper), middle, Badge(line) is null ? Palette.Good : Palette.Flag);
            Marks.Share(pen, X(share), middle, line.IsSmall, Badge(line) is not null);
        }
        else
        {
            InPlaceOfShare(pen, line, middle);
        }
        if (_targets is { } targets && line.TargetState is { } state) pen.Write(Words.Target(state, line.Target!.Value), targets, middle + 4, new());
        if (line.Figures.Valid is { } valid and > 0) pen.Write(Figures.Count(valid), _ratings, middle + 4, new(Anchor: "end"));
        if (words.Count > 0) Changed(pen, line.Change!, words, middle);
        _picture.Y += height;
        _picture.Pen.Line(Picture.Left, _picture.Y, Picture.Right, _picture.Y, Palette.Line);
    }

    private void InPlaceOfShare(Pen pen, ServiceLine line, double middle)
    {
        var words = Words.InPlaceOfShare(line.Figures.State, line.Figures.Display, _view.Edition.Questionnaire.AsksUse)
            + (line.Figures is { State: CellState.NoRatings, NotApplicable: > 0 and var without } ? $", {Figures.Count(without)} could not judge" : "");
        var x = Interval - 40;
        if (line.Figures.State == CellState.Hidden) pen.Hatch(x, middle - 9, 32, 18);
        var from = line.Figures.State == CellState.Hidden ? x + 40 : x;
        pen.Box(from, middle - 9, Lettering.Width(words, 12), 18, Palette.Paper);
        pen.Write(words, from, middle + 4, new(Colour: Palette.Muted));
    }

    private static void Changed(Pen pen, ChangeLine change, IReadOnlyList<string> words, double middle)
    {
        var y = words.Count > 1 ? middle - 3 : middle + 4;
        var x = Picture.Right - Since;
        x += Marks.Arrow(pen, x, y, change.Kind);
        foreach (var (at, line) in words.Index()) pen.Write(line, x, y + 14 * at, new(IsBold: change.IsConfirmed, Colour: Palette.InkOf(change.Kind)));
    }

    private IEnumerable<(Action<Pen, double, double>, string)> Entries()
    {
        yield return ((pen, x, y) => { Marks.Interval(pen, x - 10, x + 10, y, Palette.Good); Marks.Share(pen, x, y); }, "share, 95 % interval");
        if (_view.Services.Any(s => s.IsSmall)) yield return ((pen, x, y) => Marks.Share(pen, x, y, isSmall: true), "small base");
        if (_view.Services.Any(s => Badge(s) is not null)) yield return ((pen, x, y) => Marks.Share(pen, x, y, isFlagged: true), "below the others beyond chance");
        if (_targets is not null) yield return ((pen, x, y) => Marks.Target(pen, x, y), "target");
        if (_view.Services.Any(s => s.Change?.IsConfirmed == true)) yield return ((pen, x, y) => { Marks.Arrow(pen, x - 10, y + 4, VerdictKind.Better); Marks.Arrow(pen, x + 2, y + 4, VerdictKind.Worse); }, "better, worse beyond chance, in points");
        if (_view.Services.Any(s => s.Figures.State == CellState.Hidden)) yield return ((pen, x, y) => pen.Hatch(x - 8, y - 8, 16, 16), "hidden");
    }
}
