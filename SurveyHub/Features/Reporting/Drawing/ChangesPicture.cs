using System.Xml.Linq;
using SurveyHub.Features.Reporting.Changing;
using SurveyHub.Features.Reporting.Trending;
using SurveyHub.Results;
using SurveyHub.Shell.Components;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>What changed since an earlier edition: differences with their intervals around zero, what is clear first, then what is not, then why the others are not tested.</summary>
internal sealed class ChangesPicture
{
    private const double From = 336;
    private const double To = 386;
    private const double Plot = 412;
    private const double PlotEnd = 690;
    private const double Verdict = 706;

    private readonly ChangesView _view;
    private readonly Picture _picture;

    private ChangesPicture(ChangesView view)
    {
        _view = view;
        _picture = new(view.Compared is { } compared ? $"Changes since {compared.Year}" : "Changes", view.Edition, $"{Picture.Of(view.Edition)}{Headline(view)}",
            view.Lines.Any() ? string.Join("; ", view.Lines.Select(s => $"{s.Line.Name}: {s.Change.Words}")) + "." : "No changes.");
    }

    public static XDocument Of(EditionReport report, ChangesView view, EditionReport? compared)
    {
        var drawing = new ChangesPicture(view);
        var picture = drawing._picture;
        if (compared is null)
        {
            picture.Note($"{view.Edition.Year} is the first edition with a report. Changes come with the next one.");
            return picture.Sourced(report);
        }
        drawing.Part("Clear changes, largest first", view.Confirmed);
        if (view.Confirmed.Count == 0) picture.Note(view.Unclear.Count == 0 ? "No service could be tested." : "No service changed beyond chance.");
        if (view.Unclear.Count > 0) drawing.Part("No clear change", view.Unclear);
        if (view.Found.Any()) picture.Note(Detectable.Meaning(view.Found));
        drawing.Untested();
        picture.Legend(
            ((pen, x, y) => Marks.Change(pen, x, y, VerdictKind.Better), "better beyond chance"),
            ((pen, x, y) => Marks.Change(pen, x, y, VerdictKind.Worse), "worse beyond chance"),
            ((pen, x, y) => Marks.Change(pen, x, y, VerdictKind.Same), "no clear change, which does not mean unchanged"),
            ((pen, x, y) => Marks.Interval(pen, x - 10, x + 10, y, Palette.Faint), "95 % interval of the difference"));
        return picture.Sourced(compared, report);
    }

    private static string Headline(ChangesView view) => view is { Before: { } before, Now: { } now }
        ? $" · good or excellent: {Share(before)}, {Share(now)}{(view.Headline is { } change ? $": {change.Words}" : "")}"
        : "";

    private static string Share(TrendLine line) => line.Headline.Share is { } share
        ? $"{Figures.Percent(share)} in {line.Year}{(line.Headline is { Lower: { } lower, Upper: { } upper } ? $" ({Figures.Interval(lower, upper)})" : "")}"
        : $"{line.Year}: {Words.InPlaceOfShare(line.Headline.State, line.Headline.Display)}";

    // Half of the plot is one reach.
    private double X(double difference) => Plot + DifferenceDot.Place(difference, _view.Reach) / 100 * (PlotEnd - Plot);

    private void Part(string title, IReadOnlyList<ChangedService> services)
    {
        _picture.Heading(title);
        if (services.Count == 0) return;
        Head();
        foreach (var service in services) Row(service);
    }

    private void Head()
    {
        _picture.Y += 22;
        var (pen, y) = (_picture.Pen, _picture.Y - 7);
        Hand head = new(IsBold: true, Colour: Palette.Muted);
        pen.Write("Service", Picture.Left, y, head);
        pen.Write($"{_view.Compared!.Year}", From, y, head with { Anchor = "end" });
        pen.Write($"{_view.Edition.Year}", To, y, head with { Anchor = "end" });
        pen.Write("Change in points", Verdict, y, head);
        foreach (var difference in new[] { -_view.Reach, 0, _view.Reach }) pen.Write(Figures.Points(difference), X(difference), y, new(11, Colour: Palette.Muted, Anchor: "middle"));
        pen.Line(Picture.Left, _picture.Y, Picture.Right, _picture.Y, Palette.Neutral);
    }

    private void Row(ChangedService service)
    {
        var (change, small) = (service.Change, new Hand(10.5, Colour: Palette.Muted));
        const int height = 45;
        var (top, pen) = (_picture.Y, _picture.Pen.Group($"{service.Line.Name}: {change.Words}"));
        var y = top + 22;
        pen.Name(service.Line.Name, Picture.Left, y, From - 44 - Picture.Left, new(13));
        pen.Write(Figures.Percent(change.ShareFrom!.Value), From, y, new(Colour: Palette.Muted, Anchor: "end"));
        pen.Write(Figures.Percent(service.Line.Figures.Share!.Value), To, y, new(13, IsBold: true, Anchor: "end"));
        pen.Line(X(0), top, X(0), top + height, Palette.Muted, 1, "2 2");
        Marks.Interval(pen, X(change.Lower!.Value), X(change.Upper!.Value), y - 4, Palette.MarkOf(change.Kind));
        Marks.Change(pen, X(change.Difference!.Value), y - 4, change.Kind);
        var x = Verdict + Marks.Arrow(pen, Verdict, y, change.Kind);
        pen.Write(change.Words, x, y, new(IsBold: change.IsConfirmed, Colour: Palette.InkOf(change.Kind)));
        pen.Write(Figures.PointsInterval(change.Lower.Value, change.Upper.Value), Verdict, y + 15, small);
        if (change.Detectable is { } detectable) pen.Write(detectable.Briefly, Picture.Left, y + 15, small);
        _picture.Y += height;
        _picture.Pen.Line(Picture.Left, _picture.Y, Picture.Right, _picture.Y, Palette.Line);
    }

    private void Untested()
    {
        if (_view.Untested.Count > 0) _picture.Heading("Not tested");
        foreach (var service in _view.Untested)
        {
            var words = Lettering.Lines(service.Change.Words + (service.Change.Explanation is { } explanation ? $". {explanation}" : ""), Picture.Right - From, Picture.TextSize);
            var (pen, y) = (_picture.Pen.Group(), _picture.Y + 17);
            pen.Name(service.Line.Name, Picture.Left, y, From - 14 - Picture.Left, new());
            foreach (var (at, line) in words.Index()) pen.Write(line, From, y + 15 * at, new(Colour: Palette.Muted));
            _picture.Y += 8 + 15 * words.Count;
        }
        if (_view.Gone.Count > 0) _picture.Note($"No longer asked about: {string.Join(", ", _view.Gone.Select(Lettering.Within))}.");
    }
}
