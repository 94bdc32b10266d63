using System.Xml.Linq;
using SurveyHub.Features.Reporting.Representing;
using SurveyHub.Results;
using SurveyHub.Results.Representing;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>Who answered, group by group: how many of the list, and their part of the answers beside their part of the list.</summary>
internal sealed class RepresentationPicture
{
    private const double Bars = 300;
    private const double BarsEnd = 560;
    private const double Rate = 612;
    private const double OfList = 712;
    private const double OfAnswers = 822;
    private const double Row = 26;
    private const double Bar = 14;

    private readonly Picture _picture;

    private RepresentationPicture(RepresentationView view) =>
        _picture = new("Who answered, and who was asked", view.Edition, $"{Picture.Of(view.Edition)}{(view.Stability is { } stability ? $" · the result is called: {stability.Words}" : "")}",
            view.Groups.Count == 0 ? "Nobody to compare with." : string.Join("; ", view.Groups.SelectMany(g => g.Rows).Where(r => r.PeopleShare is not null).Select(Said)) + ".");

    public static XDocument Of(EditionReport report, RepresentationView view)
    {
        var drawing = new RepresentationPicture(view);
        var picture = drawing._picture;
        if (view.Groups.Count == 0) picture.Note("The list of this edition tells of no customer group, or there is no list, or it has so few people that numbers would tell who answered.");
        foreach (var (name, rows) in view.Groups)
        {
            picture.Heading(name);
            drawing.Head();
            foreach (var row in rows) drawing.Line(row);
        }
        picture.Y += 6;
        foreach (var finding in view.Findings) picture.Note(finding);
        return picture.Sourced(report);
    }

    private static string Said(RepresentationRow row) => $"{row.Value}: {Figures.Tenths(row.PeopleShare!.Value)} of the list, {Figures.Tenths(row.ResponsesShare!.Value)} of the answers";

    private void Head()
    {
        _picture.Y += 22;
        var (pen, y) = (_picture.Pen, _picture.Y - 7);
        Hand head = new(IsBold: true, Colour: Palette.Muted);
        pen.Write("Answered", Bars, y, head);
        foreach (var (words, x) in new[] { ("Rate", Rate), ("Of the list", OfList), ("Of the answers", OfAnswers), ("Points apart", Picture.Right) }) pen.Write(words, x, y, head with { Anchor = "end" });
        pen.Line(Picture.Left, _picture.Y, Picture.Right, _picture.Y, Palette.Neutral);
    }

    private void Line(RepresentationRow row)
    {
        var (top, pen) = (_picture.Y, _picture.Pen.Group(row.PeopleShare is null ? null : Said(row)));
        var y = top + 17;
        pen.Name(row.ValueKeys.Length > 0 ? row.Value : "not known", Picture.Left, y, Bars - 20 - Picture.Left, new());
        Hand number = new(Anchor: "end");
        if (row is { People: > 0 and var people, PeopleShare: { } ofList, ResponsesShare: { } ofAnswers })
        {
            var rate = row.Responses / (double)people;
            pen.Box(Bars, top + (Row - Bar) / 2, BarsEnd - Bars, Bar, Palette.Paper, Palette.Neutral);
            pen.Box(Bars, top + (Row - Bar) / 2, (BarsEnd - Bars) * Math.Min(1, rate), Bar, Palette.Good);
            pen.Write(Figures.Percent(rate), Rate, y, number with { IsBold = true });
            pen.Write($"{Figures.Tenths(ofList)} ({Figures.Count(people)})", OfList, y, number);
            pen.Write($"{Figures.Tenths(ofAnswers)} ({Figures.Count(row.Responses)})", OfAnswers, y, number);
            pen.Write(Figures.PointsInTenths(row.Difference!.Value), Picture.Right, y, number);
        }
        else
        {
            pen.Write($"{Figures.Count(row.Responses)} answered{(row.State.Length > 0 ? ": more than the list has" : "")}", Bars, y, new(Colour: Palette.Muted));
        }
        _picture.Y += Row;
        _picture.Pen.Line(Picture.Left, _picture.Y, Picture.Right, _picture.Y, Palette.Line);
    }
}
