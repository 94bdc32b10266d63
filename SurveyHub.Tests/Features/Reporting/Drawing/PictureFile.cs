using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using SurveyHub.Features.Reporting.Drawing;

namespace SurveyHub.Tests.Features.Reporting.Drawing;

/// <summary>An SVG file as a program would read it that shows pictures.</summary>
internal sealed class PictureFile
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly XElement _root;

    /// <param name="text">The file. What is not well-formed fails the test.</param>
    public PictureFile(string text)
    {
        Text = text;
        using var reader = XmlReader.Create(new StringReader(text), new() { DtdProcessing = DtdProcessing.Prohibit });
        _root = XDocument.Load(reader).Root!;
    }

    public string Text { get; }

    public double Width => Number(_root, "width");

    public double Height => Number(_root, "height");

    public string? Language => (string?)_root.Attribute(XNamespace.Xml + "lang");

    /// <summary>What is said instead of the picture.</summary>
    public (string? Title, string? Description) Said => (_root.Element(Svg + "title")?.Value, _root.Element(Svg + "desc")?.Value);

    /// <summary>Everything that is written in it, as it is seen.</summary>
    public IReadOnlyList<string> Words => [.. Texts.Select(Seen)];

    public IReadOnlyList<string> Titles => [.. _root.Descendants(Svg + "title").Select(t => t.Value)];

    public IEnumerable<XElement> Texts => _root.Descendants(Svg + "text");

    /// <summary>What would fetch, run or restyle anything, or come from another language than SVG.</summary>
    public IEnumerable<string> Foreign =>
        from element in _root.DescendantsAndSelf()
        from name in element.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => a.Name).Append(element.Name)
        where name.LocalName is "href" or "src" or "style" or "script" or "image" or "use" or "foreignObject" or "class" || name.LocalName.StartsWith("on", StringComparison.Ordinal)
            || element.Name.Namespace != Svg
        select name.ToString();

    /// <summary>How often a hidden figure's hatch is in the chart.</summary>
    public int Hatched => _root.Descendants(Svg + "rect").Count(r => ((string?)r.Attribute("fill"))?.StartsWith("url(#", StringComparison.Ordinal) == true);

    /// <summary>Texts that lie on each other or leave the paper, by estimate.</summary>
    public IReadOnlyList<string> Collisions()
    {
        var boxes = Texts.Select(t => (Text: Seen(t), Box: BoxOf(t))).OrderBy(b => b.Box.Top).ToArray();
        var found = boxes.Where(b => b.Box.Left < -1 || b.Box.Right > Width + 1 || b.Box.Bottom > Height || b.Box.Top < 0).Select(b => $"“{b.Text}” leaves the paper").ToList();
        for (var i = 0; i < boxes.Length; i++)
            for (var j = i + 1; j < boxes.Length && boxes[j].Box.Top < boxes[i].Box.Bottom; j++)
                if (boxes[i].Box.Left < boxes[j].Box.Right && boxes[j].Box.Left < boxes[i].Box.Right) found.Add($"“{boxes[i].Text}” on “{boxes[j].Text}”");
        return found;
    }

    private static (double Left, double Top, double Right, double Bottom) BoxOf(XElement text)
    {
        var (x, y, size) = (Number(text, "x"), Number(text, "y"), (double?)text.Attribute("font-size") ?? 12);
        var width = Lettering.Width(Seen(text), size, (string?)text.Attribute("font-weight") == "bold");
        var anchor = (string?)text.Attribute("text-anchor") ?? "start";
        if ((string?)text.Attribute("direction") == "rtl") anchor = anchor switch { "start" => "end", "end" => "start", var middle => middle };
        var left = x - anchor switch { "end" => width, "middle" => width / 2, _ => 0 };
        (double Left, double Top, double Right, double Bottom) box = (left, y - size * 0.75, left + width, y + size * 0.15);
        foreach (var transform in text.Ancestors().Select(a => (string?)a.Attribute("transform")).OfType<string>())
        {
            var moved = transform["translate(".Length..transform.IndexOf(')', StringComparison.Ordinal)].Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            if (transform.Contains("rotate(-90)", StringComparison.Ordinal)) box = (box.Top, -box.Right, box.Bottom, -box.Left);
            box = (box.Left + moved[0], box.Top + moved[1], box.Right + moved[0], box.Bottom + moved[1]);
        }
        return box;
    }

    private static string Seen(XElement text) => string.Concat(text.Nodes().OfType<XText>().Select(n => n.Value)).Replace('\u00A0', ' ');

    private static double Number(XElement element, string attribute) => (double)element.Attribute(attribute)!;
}
