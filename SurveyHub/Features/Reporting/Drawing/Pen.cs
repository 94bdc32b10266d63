using System.Globalization;
using System.Xml.Linq;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>How a text is written.</summary>
internal sealed record Hand(double Size = 12, bool IsBold = false, string Colour = Palette.Ink, string Anchor = "start");

/// <summary>Draws into one group of an SVG document. Attributes only, no style sheet: every program that shows pictures reads those.</summary>
/// <param name="into">The group.</param>
/// <param name="language">Of names.</param>
internal sealed class Pen(XElement into, string language)
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>A group of its own, with words for whoever points at it or has it read out.</summary>
    public Pen Group(string? title = null, string? transform = null)
    {
        var group = new XElement(Svg + "g");
        if (transform is not null) group.SetAttributeValue("transform", transform);
        if (title is not null) group.Add(new XElement(Svg + "title", Lettering.Clean(title)));
        into.Add(group);
        return new(group, language);
    }

    public void Line(double x1, double y1, double x2, double y2, string colour, double width = 1, string? dashes = null) =>
        Add("line", ("x1", N(x1)), ("y1", N(y1)), ("x2", N(x2)), ("y2", N(y2)), ("stroke", colour), ("stroke-width", N(width)), ("stroke-dasharray", dashes));

    public void Box(double x, double y, double width, double height, string fill, string? stroke = null) =>
        Add("rect", ("x", N(x)), ("y", N(y)), ("width", N(width)), ("height", N(height)), ("fill", fill), ("stroke", stroke));

    /// <summary>In the place of a figure that is not shown.</summary>
    public void Hatch(double x, double y, double width, double height) => Box(x, y, width, height, $"url(#{Picture.HatchId})", Palette.Neutral);

    public void Dot(double x, double y, double radius, string fill, string stroke) =>
        Add("circle", ("cx", N(x)), ("cy", N(y)), ("r", N(radius)), ("fill", fill), ("stroke", stroke), ("stroke-width", "2"));

    public void Path(string path, string fill, string? stroke = null, double width = 1, string? dashes = null) =>
        Add("path", ("d", path), ("fill", fill), ("stroke", stroke), ("stroke-width", stroke is null ? null : N(width)), ("stroke-dasharray", dashes), ("stroke-linejoin", stroke is null ? null : "round"));

    public void Write(string text, double x, double y, Hand hand) => into.Add(Text(text, x, y, hand, hand.Anchor));

    /// <summary>What somebody called a thing: cut to the room there is, with the whole name for who points at it, in its own language and direction.</summary>
    public void Name(string name, double x, double y, double width, Hand hand)
    {
        var clean = Lettering.Clean(name);
        var cut = Lettering.Cut(clean, width, hand.Size, hand.IsBold);
        var mirrored = Lettering.IsRightToLeft(clean);
        var text = Text(cut, x, y, hand, mirrored ? hand.Anchor switch { "start" => "end", "end" => "start", var middle => middle } : hand.Anchor);
        if (mirrored) text.SetAttributeValue("direction", "rtl");
        if (language != "en") text.SetAttributeValue(XNamespace.Xml + "lang", language);
        if (cut != clean) text.AddFirst(new XElement(Svg + "title", clean));
        into.Add(text);
    }

    public static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static XElement Text(string text, double x, double y, Hand hand, string anchor)
    {
        var element = new XElement(Svg + "text", new XAttribute("x", N(x)), new XAttribute("y", N(y)), new XAttribute("fill", hand.Colour));
        if (hand.Size != Picture.TextSize) element.SetAttributeValue("font-size", N(hand.Size));
        if (hand.IsBold) element.SetAttributeValue("font-weight", "bold");
        if (anchor != "start") element.SetAttributeValue("text-anchor", anchor);
        element.Add(Lettering.Clean(text));
        return element;
    }

    private void Add(string name, params IEnumerable<(string Name, string? Value)> attributes) =>
        into.Add(new XElement(Svg + name, attributes.Where(a => a.Value is not null).Select(a => new XAttribute(a.Name, a.Value!))));
}
