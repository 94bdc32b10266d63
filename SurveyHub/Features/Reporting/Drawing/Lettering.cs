using System.Globalization;
using System.Text;
using System.Xml;
using SurveyHub.Features.Reporting.Prioritizing;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>Texts of a picture: what fits, where a line ends, which way it is read. Nobody can be asked how wide letters will be; so a little wider than any usual font has them.</summary>
public static class Lettering
{
    private const string Dots = "…";

    // Those widths are of single letters; in words the wide ones and the narrow ones make up for each other.
    private const double InWords = 0.94;

    public static double Width(string text, double size, bool bold = false) => TextWidth.Of(text) * InWords * size / 12 * (bold ? 1.08 : 1);

    /// <summary>As much of a text as fits, with dots where something is left out.</summary>
    public static string Cut(string text, double width, double size, bool bold = false)
    {
        if (Width(text, size, bold) <= width) return text;
        var kept = new StringBuilder();
        var left = width - Width(Dots, size, bold);
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext() && (left -= Width(elements.GetTextElement(), size, bold)) >= 0) kept.Append(elements.GetTextElement());
        return kept.ToString().TrimEnd() + Dots;
    }

    /// <summary>A text in lines; the last one has dots where there would be more lines than are wanted.</summary>
    public static IReadOnlyList<string> Lines(string text, double width, double size, int most = int.MaxValue, bool bold = false)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, size, bold) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }
        if (line.Length > 0) lines.Add(line);
        if (lines.Count > most) lines = [.. lines.Take(most - 1), string.Join(' ', lines.Skip(most - 1))];
        return [.. lines.Select(l => Cut(l, width, size, bold))];
    }

    /// <summary>Whether the first letter that has a direction is read from right to left.</summary>
    public static bool IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x590 and < 0x900 or >= 0xFB1D and < 0xFE00 or >= 0xFE70 and < 0xFF00 or >= 0x10800 and < 0x11000 or >= 0x1E800 and < 0x1F000) return true;
            if (Rune.IsLetter(rune)) return false;
        }
        return false;
    }

    /// <summary>A name within a sentence that is read the other way.</summary>
    public static string Within(string name) => IsRightToLeft(name) ? $"\u2068{name}\u2069" : name;

    /// <summary>Without what no XML can hold, on one line.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i] is '\n' or '\r' or '\t' ? ' ' : text[i]);
        }
        return clean.ToString();
    }
}
