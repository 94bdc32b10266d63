using System.Net;
using System.Text.RegularExpressions;

namespace SurveyHub.Tests.Features.Responding;

/// <summary>A page as it arrived: its words, and its form as a browser would fill and send it.</summary>
internal sealed partial class SeenPage
{
    private readonly List<(string Name, string Value, string Type, bool IsOn)> _inputs = [];

    public required HttpStatusCode Status { get; init; }
    public required string Html { get; init; }

    /// <summary>Where the form goes; the page's own address when it has none.</summary>
    public required string Action { get; init; }
    public string? Location { get; init; }
    public IReadOnlyDictionary<string, string> Headers { get; private init; } = new Dictionary<string, string>();
    public IReadOnlyList<string> Cookies { get; private init; } = [];

    public string Title => WebUtility.HtmlDecode(TitleTag().Match(Html).Groups[1].Value);

    public string Heading => Words(HeadingTag().Match(Html).Groups[1].Value);

    /// <summary>All there is to read, without markup.</summary>
    public string Text => Words(Html[Math.Max(0, Html.IndexOf("<body", StringComparison.Ordinal))..]);

    public string Token => Value("__RequestVerificationToken");

    public static async Task<SeenPage> ReadAsync(HttpResponseMessage answer, string address)
    {
        var html = await answer.Content.ReadAsStringAsync();
        var page = new SeenPage
        {
            Status = answer.StatusCode,
            Html = html,
            Action = FormTag().Match(html) is { Success: true } form ? WebUtility.HtmlDecode(form.Groups[1].Value) : address,
            Location = answer.Headers.Location?.OriginalString,
            Headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value)),
            Cookies = answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [],
        };
        page.ReadInputs(DisabledFieldset().Replace(html, ""));
        return page;
    }

    public bool Has(string name) => _inputs.Any(i => i.Name == name && i.Type is not "hidden");

    /// <summary>What stands in a field, or which option is on.</summary>
    public string Value(string name) => _inputs.Where(i => i.Name == name && i.IsOn).Select(i => i.Value).FirstOrDefault("");

    public string[] Ticked(string name) => [.. _inputs.Where(i => i.Name == name && i.IsOn).Select(i => i.Value)];

    /// <summary>What the browser would send if somebody changed the given fields. Several values of one name tick several boxes.</summary>
    public IEnumerable<(string Name, string Value)> Fill(params (string Name, string Value)[] given)
    {
        var changed = given.Select(g => g.Name).ToHashSet();
        return _inputs.Where(i => i.IsOn && !changed.Contains(i.Name)).Select(i => (i.Name, i.Value)).Concat(given);
    }

    private void ReadInputs(string html)
    {
        foreach (Match input in InputTag().Matches(html))
        {
            var (name, type) = (Attribute(input.Value, "name"), Attribute(input.Value, "type"));
            if (name.Length > 0)
                _inputs.Add((name, Attribute(input.Value, "value"), type, type is not ("radio" or "checkbox") || CheckedFlag().IsMatch(input.Value)));
        }
        foreach (Match area in TextAreaTag().Matches(html))
            _inputs.Add((Attribute(area.Groups[1].Value, "name"), WebUtility.HtmlDecode(area.Groups[2].Value).TrimStart('\n'), "textarea", true));
        foreach (Match list in SelectTag().Matches(html))
        {
            var chosen = OptionTag().Matches(list.Groups[2].Value).FirstOrDefault(o => o.Value.Contains(" selected", StringComparison.Ordinal));
            _inputs.Add((Attribute(list.Groups[1].Value, "name"), chosen is null ? "" : Attribute(chosen.Value, "value"), "select", true));
        }
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"").Groups[1].Value);

    private static string Words(string html) => Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ").Trim();

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex TitleTag();

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex HeadingTag();

    [GeneratedRegex("<form[^>]* action=\"([^\"]*)\"")]
    private static partial Regex FormTag();

    [GeneratedRegex("<fieldset[^>]* disabled.*?</fieldset>", RegexOptions.Singleline)]
    private static partial Regex DisabledFieldset();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex InputTag();

    [GeneratedRegex("\\schecked(?=[\\s/>=])")]
    private static partial Regex CheckedFlag();

    [GeneratedRegex("<textarea([^>]*)>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex TextAreaTag();

    [GeneratedRegex("<select([^>]*)>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex SelectTag();

    [GeneratedRegex("<option[^>]*>")]
    private static partial Regex OptionTag();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
