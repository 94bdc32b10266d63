using System.Xml.Linq;
using SurveyHub.Features.Reporting.Charts;
using SurveyHub.Features.Reporting.Driving;
using SurveyHub.Results;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>What each service's rating goes with: the part of each further question, with its interval.</summary>
internal static class DriversPicture
{
    private const double Part = 420;
    private const double Plot = 520;
    private const double Row = 25;

    public static XDocument Of(EditionReport report, DriversView view)
    {
        var split = view.Services.Where(s => s.IsSplit).ToArray();
        var picture = new Picture("What each rating goes with", report.Edition, $"{Picture.Of(report.Edition)} · each further question’s part in what all of them account for",
            view.WhyNone ?? string.Join(" ", split.Select(s => $"{s.Name}: {s.HowMuch}")));
        if (view.WhyNone is { } why) picture.Note(why);
        foreach (var service in view.Services) Service(picture, service);
        if (split.Length > 0)
        {
            picture.Legend(((pen, x, y) => { Marks.Interval(pen, x - 10, x + 10, y, Palette.Good); Marks.Share(pen, x, y); }, "its part, 95 % interval"));
            picture.Note("An association and no cause: which questions go with a service’s rating (LMG/Shapley parts of R², bootstrap intervals).");
        }
        return picture.Sourced(report);
    }

    private static void Service(Picture picture, DrivenService service)
    {
        picture.Heading(Lettering.Within(service.Name));
        if (!service.IsSplit)
        {
            picture.Note(service.WhyNot);
            return;
        }
        picture.Note(service.HowMuch);
        Axis(picture);
        foreach (var line in service.Split)
        {
            var (pen, y) = (picture.Pen.Group($"{line.Wording}: {Figures.Percent(line.Row.Share ?? 0)}"), picture.Y + Row / 2);
            pen.Name(line.Wording, Picture.Left, y + 4, Part - Picture.Left - 56, new());
            pen.Write(Figures.Percent(line.Row.Share ?? 0), Part, y + 4, new(IsBold: true, Anchor: "end"));
            if (line.Row is { Lower: { } lower, Upper: { } upper })
            {
                pen.Write(Figures.Interval(lower, upper), Part + 10, y + 4, new(11, Colour: Palette.Muted));
                Marks.Interval(pen, X(lower), X(upper), y, Palette.Good);
            }
            Marks.Share(pen, X(line.Row.Share ?? 0), y);
            picture.Y += Row;
            picture.Pen.Line(Picture.Left, picture.Y, Picture.Right, picture.Y, Palette.Line);
        }
        foreach (var sentence in service.LeftOut) picture.Note(sentence);
    }

    private static void Axis(Picture picture)
    {
        picture.Y += 18;
        for (var fifth = 0; fifth <= 5; fifth++) picture.Pen.Write(Figures.Whole(fifth / 5.0), X(fifth / 5.0), picture.Y - 4, new(11, Colour: Palette.Muted, Anchor: "middle"));
        picture.Pen.Line(Picture.Left, picture.Y, Picture.Right, picture.Y, Palette.Neutral);
    }

    private static double X(double share) => Plot + IntervalDot.Place(share, 0) / 100 * (Picture.Right - Plot);
}
