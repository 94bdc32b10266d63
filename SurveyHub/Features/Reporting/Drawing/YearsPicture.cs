using System.Xml.Linq;
using SurveyHub.Features.Reporting.Charts;
using SurveyHub.Features.Reporting.Following;
using SurveyHub.Features.Reporting.GroupDepth;
using SurveyHub.Results;
using SurveyHub.Shell.Charts;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>One service, or one customer group, through the years.</summary>
internal static class YearsPicture
{
    private const int Height = 400;
    // Fewer pixels between two years have no room for the bases.
    private const double RoomForBase = 64;

    public static XDocument Of(PublishedSurvey survey, ServiceSeries series)
    {
        var lines = series.Lines;
        var picture = new Picture($"{Lettering.Within(series.Name)}, {Years(lines.Select(l => l.Year))}", series.Edition, "good or excellent", Said(series.Points));
        IReadOnlyList<(string Name, IReadOnlyList<TrendPoint> Points)> behind = series.Behind;
        Draw(picture, series.Points, [.. lines.Select(l => (long?)l.Figures?.Valid)], [.. behind.Select(b => b.Points)], series.Target);
        foreach (var (at, (name, _)) in behind.Index()) picture.Note($"{Mark(at)}: {Lettering.Within(name)}, as published.");
        foreach (var line in lines.Where(l => l is { Under: not null, Figures: not null })) picture.Note($"{line.Year}: as {Lettering.Within(line.Under!)}.");
        foreach (var line in lines.Where(l => l.WhyBroken is not null)) picture.Note($"^ {line.Year}: {BreakReason.Of(survey, series, line)}");
        foreach (var line in lines.Where(l => l.Figures is not { Share: not null }))
            picture.Note($"{line.Year}: {(line.Figures is { } row ? Words.InPlaceOfShare(row.State, row.Display, line.Report.Edition.Questionnaire.AsksUse) : "not asked")}.");
        return picture.Sourced([.. lines.Select(l => l.Report)]);
    }

    public static XDocument Of(PublishedSurvey survey, EditionReport report, GroupInDepth? group)
    {
        var years = group?.Overall is not null && group.Years.Lines is [var (_, of)] ? of : [];
        var name = Lettering.Within(group?.Segment.Name ?? "One customer group");
        TrendPoint[] points = [.. Grouping.GroupYear.Points(years)];
        var picture = new Picture(points.Length == 0 ? name : $"{name}, {Years(years.Select(y => y.Year))}", report.Edition,
            group?.Overall is { } overall ? $"good or excellent, “{Lettering.Within(overall.ItemName)}”" : "no figures through the years", Said(points));
        if (points.Length > 0) Draw(picture, points, [.. years.Select(y => (long?)y.Count?.Valid)], [], null);
        else picture.Note("Nothing of this group can be followed through the years.");
        foreach (var year in years.Where(y => y.IsPart)) picture.Note($"{Grouping.PartOfGroup.Mark} {year.Year}: {Grouping.PartOfGroup.Words}");
        foreach (var note in group?.Years.Notes ?? []) picture.Note(note);
        foreach (var year in years.Where(y => y.Count?.Share is null))
            picture.Note($"{year.Year}: {year.Words switch { Grouping.GroupYears.Few => "too few answers, or hidden so that no smaller group can be worked out", "" => "not asked", var words => words }}.");
        return picture.Sourced(years.Count == 0 ? [report] : [.. years.Select(y => survey.Report(y.Year)!)]);
    }

    private static void Draw(Picture picture, IReadOnlyList<TrendPoint> points, IReadOnlyList<long?> ratings, IReadOnlyList<IReadOnlyList<TrendPoint>> behind, double? target)
    {
        var geometry = new TrendGeometry(points, (int)(Picture.Right - Picture.Left), Height, behind, target);
        var pen = picture.Pen.Group(transform: $"translate({Pen.N(Picture.Left)} {Pen.N(picture.Y)})");
        var hasRoom = Enumerable.Range(1, points.Count - 1).All(i => geometry.X(i) - geometry.X(i - 1) >= RoomForBase);
        LineChart.Grid(pen, geometry);
        LineChart.Target(pen, geometry, target);
        var marks = geometry.Marks();
        foreach (var (at, one) in behind.Index()) LineChart.Behind(pen, geometry, one, Mark(at), marks[at]);
        LineChart.Line(pen, geometry);
        for (var i = 0; i < points.Count; i++) LineChart.Edition(pen, geometry, points[i], i, $"{points[i].Year}", hasRoom ? ratings[i] : null);
        LineChart.TargetWords(pen, geometry, target);
        picture.Y += Height + 4;
        picture.Legend(Entries(points, geometry, behind.Count > 0, target, hasRoom));
    }

    private static IEnumerable<(Action<Pen, double, double>, string)> Entries(IReadOnlyList<TrendPoint> points, TrendGeometry geometry, bool hasOthers, double? target, bool hasBases)
    {
        yield return ((pen, x, y) => { pen.Line(x - 9, y, x + 9, y, Palette.Good, 3); Marks.Share(pen, x, y); }, hasBases ? "share, %; n: ratings" : "share, %");
        yield return ((pen, x, y) => pen.Box(x - 9, y - 6, 18, 12, Palette.GoodWash), "95 % interval");
        if (points.Any(p => p.IsTogether)) yield return ((pen, x, y) => Marks.Share(pen, x, y, isSmall: true), "several, taken together");
        if (hasOthers) yield return ((pen, x, y) => pen.Line(x - 9, y, x + 9, y, Palette.Faint, 1.5, "6 4"), "what it came from");
        if (LineChart.IsIn(geometry, target)) yield return ((pen, x, y) => pen.Line(x - 9, y, x + 9, y, Palette.Ink, 1.5, "3 3"), "target");
        if (points.Any(p => p.BreakBefore)) yield return ((pen, x, y) => pen.Line(x, y - 8, x, y + 6, Palette.Faint, 1.5, "2 4"), "^ break: not comparable");
        if (points.Any(p => p.Share is null)) yield return ((pen, x, y) => pen.Hatch(x - 8, y - 8, 16, 16), "no figure");
    }

    private static string Mark(int at) => $"{(char)('a' + at % 26)}";

    private static string Years(IEnumerable<int> years) => years.ToArray() is [var first, .., var last] ? $"{first} to {last}" : $"{years.First()}";

    private static string Said(IReadOnlyList<TrendPoint> points) => points.Any(p => p.Share is not null)
        ? $"Good or excellent: {string.Join(", ", points.Select(p => p.Share is { } share ? $"{Figures.Percent(share)} in {p.Year}" : $"no figure in {p.Year}"))}."
        : "No figures.";
}
