using System.Net;
using System.Text.RegularExpressions;

namespace SurveyHub.Tests.Shell.Walking;

/// <summary>A form of a page that is sent by post, and what somebody could type into it.</summary>
internal sealed partial record PageForm(string Action, string Handler, IReadOnlyList<PageField> Fields)
{
    public static IReadOnlyList<PageForm> In(string html, string address) =>
    [
        .. from Match form in Form().Matches(html)
           let open = form.Groups["open"].Value
           where Attribute(open, "method") == "post" && !open.Contains(" hidden", StringComparison.Ordinal)
           let fields = Input().Matches(form.Value).Select(input => PageField.Of(input.Value)).Where(field => field.Name.Length > 0).ToArray()
           select new PageForm(
               Attribute(open, "action") is { Length: > 0 } action ? action : address,
               fields.FirstOrDefault(field => field.Name == "_handler")?.Value ?? "", fields),
    ];

    /// <summary>The form as somebody filled it in: another text in every line, every box ticked.</summary>
    public FormUrlEncodedContent Filled(string token) => new(Fields
        .Select(field => KeyValuePair.Create(field.Name, field.Name == "__RequestVerificationToken" ? token : field.Typed)));

    public bool IsSame(PageForm other) => (Action.Split('?')[0], Handler) == (other.Action.Split('?')[0], other.Handler);

    internal static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("(?<open><form\\b[^>]*>).*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<(input|button)\\b[^>]*>")]
    private static partial Regex Input();
}

internal sealed record PageField(string Name, string Kind, string Value, bool IsTicked)
{
    /// <summary>Whether somebody typed or ticked it, and would have to do so again. A box that confirms something grave is asked for again on purpose.</summary>
    public bool IsTheirs => Kind is "text" or "date" or "number" || (Kind == "checkbox" && Name != "sure");

    public string Typed => Kind switch { "text" => "typed by hand", "date" => "2031-03-04", "password" => "typed secret", _ => Value };

    public static PageField Of(string tag) => new(
        PageForm.Attribute(tag, "name"),
        tag.StartsWith("<button", StringComparison.Ordinal) ? "button" : PageForm.Attribute(tag, "type") is { Length: > 0 } type ? type : "text",
        PageForm.Attribute(tag, "value"),
        Regex.IsMatch(tag, "\\schecked\\b"));
}
