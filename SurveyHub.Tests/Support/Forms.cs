using System.Net;
using System.Text.RegularExpressions;

namespace SurveyHub.Tests.Support;

/// <summary>Fills in and sends the forms of a page as a browser without script does: with their hidden fields and their token.</summary>
public static partial class Forms
{
    /// <summary>Fetches the page, fills in the form whose <c>@formname</c>, button or address is named, sends it. Fields given twice are sent twice.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient visitor, string page, string form, params (string Name, string Value)[] fields)
    {
        using var answer = await visitor.GetAsync(new Uri(page, UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.UnprocessableEntity), $"{page} has no form to fill in:\n{html}");
        return await visitor.SubmitAsync(html, page, form, fields);
    }

    /// <summary>As above with a page that was fetched before, perhaps long before.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient visitor, string html, string page, string form, params (string Name, string Value)[] fields)
    {
        var found = Form().Matches(html).FirstOrDefault(match => match.Value.Contains($"value=\"{form}\"", StringComparison.Ordinal) || match.Value.Contains($"action=\"/{form}\"", StringComparison.Ordinal))
            ?? throw new AssertionException($"{page} has no form \"{form}\":\n{html}");
        var given = fields.Select(field => field.Name).ToHashSet();
        var hidden = Hidden().Matches(found.Value)
            .Select(input => (Name: Attribute(input.Value, "name"), Value: Attribute(input.Value, "value")))
            .Where(input => input.Name.Length > 0 && !given.Contains(input.Name));
        using var content = new FormUrlEncodedContent([.. hidden.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        var action = Attribute(found.Groups["open"].Value, "action") is { Length: > 0 } elsewhere ? elsewhere : page;
        return await visitor.PostAsync(new Uri(action, UriKind.RelativeOrAbsolute), content);
    }

    public static async Task<string> ReadAsync(this HttpClient visitor, string page)
    {
        using var answer = await visitor.GetAsync(new Uri(page, UriKind.Relative));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Where a redirect leads, as path and query; with the host where it leads elsewhere.</summary>
    public static string? LeadsTo(this HttpResponseMessage answer)
    {
        var here = answer.RequestMessage!.RequestUri!;
        if (answer.Headers.Location is not { } location) return null;
        var target = new Uri(here, location);
        return target.GetLeftPart(UriPartial.Authority) == here.GetLeftPart(UriPartial.Authority) ? target.PathAndQuery : target.ToString();
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("(?<open><form\\b[^>]*>).*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input\\b[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}
