using System.Xml.Linq;
using SurveyHub.Features.Reporting.Charts;
using SurveyHub.Features.Reporting.Trending;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>The headline over the years with its band, its breaks, and what the page says below it.</summary>
internal static class TrendPicture
{
    private const int Height = 400;
    // Fewer pixels between two years have no room for the bases.
    private const double RoomForBase = 64;

    public static XDocument Of(PublishedSurvey survey, TrendView view)
    {
        var questionnaire = view.Latest.Edition.Questionnaire;
        var figures = string.Join(", ", view.Lines.Select(Figure));
        var years = view.Lines.Count == 1 ? $"{view.Latest.Year}" : $"{view.Lines[0].Year} to {view.Latest.Year}";
        var picture = new Picture($"Good or excellent, {years}", view.Latest.Edition, $"{Figure(view.Latest)}{Since(view.Latest)}", $"Good or excellent: {figures}.");
        Draw(picture, view);
        picture.Legend(Entries(view));
        picture.Note($"{HeadlineWords.What(questionnaire)} {view.Band} {view.Series.Sentence}");
        if (view.SharedWords is { } shared) picture.Note($"a: like for like, over {shared}. The thick line is as published.");
        foreach (var note in view.Notes) picture.Note(note);
        foreach (var line in view.Lines.Where(l => l.Headline.Share is null && l != view.Latest)) picture.Note($"{Figure(line)}.");
        return picture.Sourced([.. view.Lines.Select(l => survey.Report(l.Year)!)]);
    }

    /// <summary>"92 % in 2025 (90–94 %, 1,204 ratings)", or why there is none.</summary>
    private static string Figure(TrendLine line) => line.Headline switch
    {
        { Share: { } share, Lower: { } lower, Upper: { } upper } => $"{Figures.Percent(share)} in {line.Year} ({Figures.Interval(lower, upper)}, {Figures.Count(line.Headline.Base ?? 0, "rating", "ratings")})",
        { Share: { } share } => $"{Figures.Percent(share)} in {line.Year}",
        var none => $"{line.Year}: {Words.InPlaceOfShare(none.State, none.Display)}",
    };

    private static string Since(TrendLine line) => line.Change is { } change ? $" · since {change.From}: {change.Words}" : "";

    private static void Draw(Picture picture, TrendView view)
    {
        var geometry = Geometry(view);
        var hasRoom = HasRoomForBases(view);
        var pen = picture.Pen.Group(transform: $"translate({Pen.N(Picture.Left)} {Pen.N(picture.Y)})");
        LineChart.Grid(pen, geometry);
        LineChart.Target(pen, geometry, view.Latest.Target);
        if (view.LikeForLike.Count > 0) LineChart.Behind(pen, geometry, view.LikeForLike, "a", geometry.Marks()[0]);
        LineChart.Line(pen, geometry);
        foreach (var (at, line) in view.Lines.Index()) LineChart.Edition(pen, geometry, view.Points[at], at, $"{line.Year}{(line.IsCountsOnly ? " °" : "")}", hasRoom ? line.Headline.Base : null);
        LineChart.TargetWords(pen, geometry, view.Latest.Target);
        picture.Y += Height + 4;
    }

    private static bool HasRoomForBases(TrendView view) => Geometry(view) is var geometry && Enumerable.Range(1, view.Lines.Count - 1).All(i => geometry.X(i) - geometry.X(i - 1) >= RoomForBase);

    private static TrendGeometry Geometry(TrendView view) => new(view.Points, (int)(Picture.Right - Picture.Left), Height, view.LikeForLike.Count > 0 ? [view.LikeForLike] : [], view.Latest.Target);

    private static IEnumerable<(Action<Pen, double, double>, string)> Entries(TrendView view)
    {
        yield return ((pen, x, y) => { pen.Line(x - 9, y, x + 9, y, Palette.Good, 3); Marks.Share(pen, x, y); }, HasRoomForBases(view) ? "share, %; n: ratings" : "share, %");
        yield return ((pen, x, y) => pen.Box(x - 9, y - 6, 18, 12, Palette.GoodWash), "95 % interval");
        if (LineChart.IsIn(Geometry(view), view.Latest.Target)) yield return ((pen, x, y) => pen.Line(x - 9, y, x + 9, y, Palette.Ink, 1.5, "3 3"), $"target of {view.Latest.Year}");
        if (view.Points.Any(p => p.OverFew)) yield return ((pen, x, y) => pen.Line(x - 9, y, x + 9, y, Palette.Good, 3, "3 6"), "few services in common");
        if (view.LikeForLike.Count > 0) yield return ((pen, x, y) => pen.Line(x - 9, y, x + 9, y, Palette.Faint, 1.5, "6 4"), "a: like for like");
        if (view.Points.Any(p => p.BreakBefore)) yield return ((pen, x, y) => pen.Line(x, y - 8, x, y + 6, Palette.Faint, 1.5, "2 4"), "^ break: not comparable");
        if (view.Lines.Any(l => l.Headline.Share is null)) yield return ((pen, x, y) => pen.Hatch(x - 8, y - 8, 16, 16), "no figure");
    }
}
