using System.Xml.Linq;
using SurveyHub.Features.Reporting.Bridging;
using SurveyHub.Features.Reporting.Changing;
using SurveyHub.Results;
using SurveyHub.Shell.Components;
using SurveyHub.Statistics;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>What other words do to the ratings of a bridge year: both shares, and the difference with its interval around zero.</summary>
internal static class WordingsPicture
{
    private const double Old = 336;
    private const double New = 386;
    private const double Plot = 412;
    private const double PlotEnd = 690;
    private const double Said = 706;

    public static XDocument Of(EditionReport report, BridgeView view)
    {
        var picture = new Picture("Two wordings", report.Edition, $"{Picture.Of(report.Edition)} · good or excellent in the old words and in the new ones, each asked of a random half",
            view.WhyNone ?? string.Join(" ", view.Questions.Select(q => q.InBrief)));
        if (view.WhyNone is { } why) picture.Note(why);
        foreach (var question in view.Questions) Question(picture, view, question);
        return picture.Sourced(report);
    }

    private static void Question(Picture picture, BridgeView view, BridgedQuestion question)
    {
        foreach (var line in Lettering.Lines($"New: {question.NewWords}", Picture.Right - Picture.Left, 15)) picture.Heading(line);
        picture.Note($"Old: {question.OldWords}");
        if (question.Shown.Count > 0) Head(picture, view);
        foreach (var rating in question.Shown)
            Row(picture, view, rating.Name, (rating.OldRow.Share!.Value, rating.NewRow.Share!.Value), rating.Limits!.Value, rating.IsClear);
        if (question.Mean is { } mean) Row(picture, view, $"Average of {Figures.Count(question.MeanOver, "service", "services")}", (mean.Old, mean.New), mean.Interval, mean.IsClear);
        if (question.NotShown.Count > 0) picture.Note($"Without a difference: {string.Join("; ", question.NotShown.Select(r => $"{Lettering.Within(r.Name)} ({r.Said})"))}.");
    }

    private static void Head(Picture picture, BridgeView view)
    {
        picture.Y += 22;
        var (pen, y) = (picture.Pen, picture.Y - 7);
        Hand head = new(IsBold: true, Colour: Palette.Muted);
        pen.Write("Old words", Old, y, head with { Anchor = "end" });
        pen.Write("New", New, y, head with { Anchor = "end" });
        pen.Write("Difference in points", Said, y, head);
        foreach (var difference in new[] { -view.Reach, 0, view.Reach }) pen.Write(Figures.Points(difference), X(view, difference), y, new(11, Colour: Palette.Muted, Anchor: "middle"));
        pen.Line(Picture.Left, picture.Y, Picture.Right, picture.Y, Palette.Neutral);
    }

    private static void Row(Picture picture, BridgeView view, string name, (double Old, double New) share, Interval limits, bool isClear)
    {
        const double Height = 46;
        var difference = share.New - share.Old;
        var kind = !isClear ? VerdictKind.Same : difference > 0 ? VerdictKind.Better : VerdictKind.Worse;
        var (top, pen) = (picture.Y, picture.Pen.Group($"{name}: {BridgedQuestion.Offset(difference, limits)}"));
        var y = top + 22;
        pen.Name(name, Picture.Left, y, Old - 44 - Picture.Left, new(13));
        pen.Write(Figures.Percent(share.Old), Old, y, new(Colour: Palette.Muted, Anchor: "end"));
        pen.Write(Figures.Percent(share.New), New, y, new(13, IsBold: true, Anchor: "end"));
        pen.Line(X(view, 0), top, X(view, 0), top + Height, Palette.Muted, 1, "2 2");
        Marks.Interval(pen, X(view, limits.Lower), X(view, limits.Upper), y - 4, Palette.MarkOf(kind));
        Marks.Change(pen, X(view, difference), y - 4, kind);
        pen.Write($"{Figures.PointsInTenths(difference)} ({Figures.PointsInTenths(limits.Lower)} to {Figures.PointsInTenths(limits.Upper)})", Said, y, new(IsBold: isClear));
        pen.Write(!isClear ? BridgedRating.NoClearDifference : difference > 0 ? BridgedRating.Higher : BridgedRating.Lower, Said, y + 15, new(10.5, Colour: Palette.Muted));
        picture.Y += Height;
        picture.Pen.Line(Picture.Left, picture.Y, Picture.Right, picture.Y, Palette.Line);
    }

    private static double X(BridgeView view, double difference) => Plot + DifferenceDot.Place(difference, view.Reach) / 100 * (PlotEnd - Plot);
}
