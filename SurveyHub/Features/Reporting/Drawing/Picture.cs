using System.Xml.Linq;
using SurveyHub.Results;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>
/// A chart as a document of its own, for slides and print: title, chart, legend, source. Parts are added from above to below; it is as high as they are.
/// Everything in it comes from the view behind the page.
/// </summary>
internal sealed class Picture
{
    public const double Width = 960;
    public const double Left = 32;
    public const double Right = Width - Left;
    public const double TextSize = 12;
    public const string HatchId = "hidden";

    private readonly XElement _root;
    private readonly Questionnaire _questionnaire;

    /// <param name="title">What the page is called.</param>
    /// <param name="edition">Whose figures they are; of several the latest.</param>
    /// <param name="subtitle">Behind the survey's name: which edition, and what they rest on.</param>
    /// <param name="description">The picture in words, for those who do not see it.</param>
    public Picture(string title, Edition edition, string subtitle, string description)
    {
        _questionnaire = edition.Questionnaire;
        var survey = Lettering.Within(_questionnaire.TitleInFirstLanguage);
        _root = new(Pen.Svg + "svg",
            new XAttribute(XNamespace.Xml + "lang", "en"), new XAttribute("width", Pen.N(Width)), new XAttribute("role", "img"), new XAttribute("aria-labelledby", "title description"),
            new XAttribute("font-family", "'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif"), new XAttribute("font-size", Pen.N(TextSize)),
            new XElement(Pen.Svg + "title", new XAttribute("id", "title"), Lettering.Clean($"{title} · {survey}")),
            new XElement(Pen.Svg + "desc", new XAttribute("id", "description"), Lettering.Clean(description)),
            new XElement(Pen.Svg + "defs", Hatching()));
        Pen = new(_root, _questionnaire.Languages[0]);
        // The paper, which becomes as high as the picture.
        Pen.Box(0, 0, Width, 0, Palette.Paper);
        Y = 20;
        Paragraph(title, new(20, IsBold: true), 27, most: 2);
        Paragraph($"{survey} · {subtitle}", new(13, Colour: Palette.Muted), 18, most: 3);
        Y += 10;
    }

    public Pen Pen { get; }

    /// <summary>Where the next part begins.</summary>
    public double Y { get; set; }

    /// <summary>"edition 2025 · answered 3–28 Nov 2025".</summary>
    public static string Of(Edition edition) => $"edition {edition.Year}" + (edition switch
    {
        { Origin: EditionOrigin.History } => " · counts only",
        { DaysAreKnown: true } => $" · answered {Figures.Days(edition.OpensOn, edition.ClosesOn)}",
        _ => "",
    });

    /// <summary>A heading between parts of the chart.</summary>
    public void Heading(string words)
    {
        Y += 10;
        Paragraph(words, new(14, IsBold: true), 22);
    }

    /// <summary>Words that take their lines.</summary>
    public void Paragraph(string words, Hand hand, double height, int most = int.MaxValue)
    {
        foreach (var line in Lettering.Lines(Lettering.Clean(words), Right - Left, hand.Size, most, hand.IsBold))
        {
            Y += height;
            Pen.Write(line, Left, Y - height * 0.25, hand);
        }
    }

    public void Note(string words) => Paragraph(words, new(Colour: Palette.Muted), 17);

    /// <summary>What the marks mean, each beside its words.</summary>
    public void Legend(params IEnumerable<(Action<Pen, double, double> Mark, string Words)> entries)
    {
        var (x, y) = (Left, Y + 24);
        foreach (var (mark, words) in entries)
        {
            var width = 28 + Lettering.Width(words, TextSize) + 14;
            if (x > Left && x + width > Right) (x, y) = (Left, y + 21);
            mark(Pen, x + 10, y - 4);
            Pen.Write(words, x + 28, y, new(Colour: Palette.Muted));
            x += width;
        }
        Y = y + 8;
    }

    /// <summary>The last line: from where, by which methods, over which data.</summary>
    public XDocument Sourced(params IReadOnlyList<EditionReport> reports) =>
        Sourced(reports, reports.Count == 1 ? reports[0].DataVersion : string.Join(", ", reports.Select(r => $"{r.DataVersion} ({r.Edition.Year})")));

    /// <summary>As above, where the data are not of the reports alone.</summary>
    public XDocument Sourced(IReadOnlyList<EditionReport> reports, string dataVersion)
    {
        Y += 8;
        Pen.Line(Left, Y, Right, Y, Palette.Line);
        Y += 4;
        Paragraph($"Source: {Lettering.Within(_questionnaire.TitleInFirstLanguage)}, {string.Join(", ", reports.Select(r => r.Edition.Year))}. SurveyHub, methods {reports[^1].MethodVersion}, data {dataVersion}.", new(11, Colour: Palette.Faint), 16);
        Y += 16;
        var height = Pen.N(Math.Ceiling(Y));
        _root.SetAttributeValue("height", height);
        _root.SetAttributeValue("viewBox", $"0 0 {Pen.N(Width)} {height}");
        _root.Element(Pen.Svg + "rect")!.SetAttributeValue("height", height);
        return new(new XDeclaration("1.0", "utf-8", null), _root);
    }

    private static XElement Hatching() => new(Pen.Svg + "pattern",
        new XAttribute("id", HatchId), new XAttribute("width", "7"), new XAttribute("height", "7"), new XAttribute("patternUnits", "userSpaceOnUse"), new XAttribute("patternTransform", "rotate(45)"),
        new XElement(Pen.Svg + "rect", new XAttribute("width", "7"), new XAttribute("height", "7"), new XAttribute("fill", Palette.Paper)),
        new XElement(Pen.Svg + "line", new XAttribute("x1", "1"), new XAttribute("y1", "0"), new XAttribute("x2", "1"), new XAttribute("y2", "7"), new XAttribute("stroke", Palette.Neutral), new XAttribute("stroke-width", "2")));
}
