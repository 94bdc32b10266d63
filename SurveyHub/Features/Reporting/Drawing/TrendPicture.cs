using System.Xml.Linq;
using SurveyHub.Features.Reporting.Charts;
using SurveyHub.Features.Reporting.Trending;
using SurveyHub.Shell.Charts;

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
        picture.Note($"{HeadlineWords.What(questionnaire)} {HeadlineWords.Band(questionnaire)} {view.Series.Sentence}");
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
        IReadOnlyList<TrendPoint> like = view.LikeForLike;
        var geometry = Geometry(view);
        var pen = picture.Pen.Group(transform: $"translate({Pen.N(Picture.Left)} {Pen.N(picture.Y)})");
        foreach (var share in geometry.GridLines)
        {
            pen.Line(geometry.GridLeft, geometry.Y(share), geometry.GridRight, geometry.Y(share), Palette.Line);
            pen.Write(Figures.Percent(share), 38, geometry.Y(share) + 4, new(Colour: Palette.Muted, Anchor: "end"));
        }
        if (Target(view, geometry) is { } target) pen.Line(geometry.GridLeft, geometry.Y(target), geometry.GridRight, geometry.Y(target), Palette.Ink, 1.5, "3 3");
        Behind(pen, geometry, like);
        foreach (var run in geometry.Runs)
        {
            if (geometry.Band(run) is { Length: > 0 } band) pen.Path(band, Palette.GoodWash);
            foreach (var (first, last, isDashed) in geometry.Pieces(run)) pen.Path(geometry.Line(first, last), "none", Palette.Good, 3, isDashed ? "3 6" : null);
        }
        foreach (var x in geometry.Breaks)
        {
            pen.Line(x, 20, x, geometry.Foot, Palette.Faint, 1.5, "2 4");
            pen.Write("^", x, 16, new(15, IsBold: true, Anchor: "middle"));
        }
        if (Target(view, geometry) is { } aim && TrendDrawing.TargetWords(aim) is var words && geometry.TargetLabel(aim, words) is var (at, y, anchor)) pen.Write(words, at, y, new(Colour: Palette.Muted, Anchor: anchor));
        for (var i = 0; i < view.Lines.Count; i++) Year(pen, geometry, view, i);
        picture.Y += Height + 4;
    }

    private static double? Target(TrendView view, TrendGeometry geometry) => view.Latest.Target is { } target && target >= geometry.Floor ? target : null;

    private static void Behind(Pen pen, TrendGeometry geometry, IReadOnlyList<TrendPoint> like)
    {
        foreach (var (first, last) in TrendRuns.Of(like))
        {
            pen.Path(geometry.Line(like, first, last), "none", Palette.Faint, 1.5, "6 4");
            for (var i = first; i <= last; i++) pen.Dot(geometry.X(i), geometry.Y(like[i].Share!.Value), 1.5, Palette.Faint, Palette.Faint);
        }
        if (like.Index().LastOrDefault(p => p.Item.Share is not null) is { Item.Share: { } end, Index: var at })
            pen.Write("a", geometry.X(at) + 9, geometry.Y(end) + 4, new(13, IsBold: true, Colour: Palette.Muted));
    }

    private static void Year(Pen pen, TrendGeometry geometry, TrendView view, int i)
    {
        var (line, point, x) = (view.Lines[i], view.Points[i], geometry.X(i));
        if (geometry.IsLabelled(i)) pen.Write($"{line.Year}{(line.IsCountsOnly ? " °" : "")}", x, geometry.Foot + 17, new(Colour: Palette.Muted, Anchor: "middle"));
        if (point.Share is not { } share)
        {
            pen.Hatch(x - 8, geometry.Foot - 16, 16, 16);
            return;
        }
        if (point is { Lower: { } lower, Upper: { } upper }) pen.Line(x, geometry.Y(upper), x, geometry.Y(lower), Palette.Good, 1.5);
        pen.Dot(x, geometry.Y(share), 5, Palette.Good, Palette.Paper);
        pen.Write(Figures.Whole(share), x, geometry.Y(point.Upper ?? share) - 8, new(14, IsBold: true, Anchor: "middle"));
        if (line.Headline.Base is { } valid && HasRoomForBases(view)) pen.Write($"n {Figures.Count(valid)}", x, geometry.Foot + 31, new(10.5, Colour: Palette.Faint, Anchor: "middle"));
    }

    private static bool HasRoomForBases(TrendView view) => Geometry(view) is var geometry && Enumerable.Range(1, view.Lines.Count - 1).All(i => geometry.X(i) - geometry.X(i - 1) >= RoomForBase);

    private static TrendGeometry Geometry(TrendView view) => new(view.Points, (int)(Picture.Right - Picture.Left), Height, view.LikeForLike);

    private static IEnumerable<(Action<Pen, double, double>, string)> Entries(TrendView view)
    {
        yield return ((pen, x, y) => { pen.Line(x - 9, y, x + 9, y, Palette.Good, 3); Marks.Share(pen, x, y); }, HasRoomForBases(view) ? "share, %; n: ratings" : "share, %");
        yield return ((pen, x, y) => pen.Box(x - 9, y - 6, 18, 12, Palette.GoodWash), "95 % interval");
        if (Target(view, Geometry(view)) is not null) yield return ((pen, x, y) => pen.Line(x - 9, y, x + 9, y, Palette.Ink, 1.5, "3 3"), $"target of {view.Latest.Year}");
        if (view.Points.Any(p => p.OverFew)) yield return ((pen, x, y) => pen.Line(x - 9, y, x + 9, y, Palette.Good, 3, "3 6"), "few services in common");
        if (view.LikeForLike.Count > 0) yield return ((pen, x, y) => pen.Line(x - 9, y, x + 9, y, Palette.Faint, 1.5, "6 4"), "a: like for like");
        if (view.Points.Any(p => p.BreakBefore)) yield return ((pen, x, y) => pen.Line(x, y - 8, x, y + 6, Palette.Faint, 1.5, "2 4"), "^ break: not comparable");
        if (view.Lines.Any(l => l.Headline.Share is null)) yield return ((pen, x, y) => pen.Hatch(x - 8, y - 8, 16, 16), "no figure");
    }
}
