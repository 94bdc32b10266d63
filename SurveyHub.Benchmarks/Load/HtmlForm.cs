using System.Net;
using System.Text.RegularExpressions;

namespace SurveyHub.Benchmarks.Load;

/// <summary>The first form of a page, as a browser without script sees it.</summary>
internal sealed partial class HtmlForm
{
    public required string Action { get; init; }

    /// <summary>Hidden fields, to be sent as they are.</summary>
    public required IReadOnlyList<(string Name, string Value)> Hidden { get; init; }

    /// <summary>Values to choose from, by field name, in the order of the page.</summary>
    public required IReadOnlyDictionary<string, List<string>> Choices { get; init; }

    /// <summary>Names among <see cref="Choices"/> of which several values may be sent.</summary>
    public required IReadOnlySet<string> Boxes { get; init; }
    public required IReadOnlyList<string> Texts { get; init; }
    public required IReadOnlyList<string> Numbers { get; init; }

    public static HtmlForm? In(string page)
    {
        var start = page.IndexOf("<form ", StringComparison.Ordinal);
        if (start < 0) return null;
        var end = page.IndexOf("</form>", start, StringComparison.Ordinal);
        var hidden = new List<(string, string)>();
        var choices = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var boxes = new HashSet<string>(StringComparer.Ordinal);
        var (texts, numbers) = (new List<string>(), new List<string>());
        string? select = null;
        for (var tag = Tag().Match(page, start, end - start); tag.Success; tag = tag.NextMatch())
        {
            var attributes = tag.Groups[2].ValueSpan;
            var name = Attribute(attributes, "name");
            var value = Attribute(attributes, "value") ?? "";
            switch (tag.Groups[1].Value)
            {
                case "select":
                    select = name;
                    break;
                case "option" when select is not null && value.Length > 0:
                    Add(choices, select, value);
                    break;
                case "textarea" when name is not null:
                    texts.Add(name);
                    break;
                case "input" when name is not null:
                    var type = Attribute(attributes, "type");
                    if (type == "hidden") hidden.Add((name, value));
                    // "None of these" rules out the others; this customer always has something to tick.
                    if (type is "radio" or "checkbox" && !attributes.Contains(" data-alone", StringComparison.Ordinal)) Add(choices, name, value);
                    if (type == "checkbox") boxes.Add(name);
                    if (type is "text" or "password") (Attribute(attributes, "inputmode") is null ? texts : numbers).Add(name);
                    break;
            }
        }
        var action = Attribute(Tag().Match(page, start, end - start).Groups[2].ValueSpan, "action") ?? "";
        return new() { Action = action, Hidden = hidden, Choices = choices, Boxes = boxes, Texts = texts, Numbers = numbers };
    }

    private static void Add(Dictionary<string, List<string>> choices, string name, string value)
    {
        if (!choices.TryGetValue(name, out var values)) choices[name] = values = [];
        values.Add(value);
    }

    private static string? Attribute(ReadOnlySpan<char> attributes, string name)
    {
        Span<char> sought = stackalloc char[name.Length + 3];
        sought[0] = ' ';
        name.CopyTo(sought[1..]);
        sought[^2] = '=';
        sought[^1] = '"';
        var at = attributes.IndexOf(sought, StringComparison.Ordinal);
        if (at < 0) return null;
        var rest = attributes[(at + sought.Length)..];
        var value = rest[..rest.IndexOf('"')].ToString();
        return value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(value) : value;
    }

    [GeneratedRegex("<(form|input|select|option|textarea)( [^>]*)>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
