using System.Diagnostics;
using System.Net;

namespace SurveyHub.Benchmarks.Load;

/// <summary>Somebody signed in, who looks at report pages.</summary>
internal sealed class StaffMember(HttpClient http)
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <summary>Makes the installation's first account, and is signed in with it.</summary>
    public async Task SetUpAsync(string link)
    {
        using var page = await SendAsync(new(HttpMethod.Get, link));
        var form = HtmlForm.In(await page.Content.ReadAsStringAsync()) ?? throw new InvalidOperationException($"{link} has no form.");
        var body = form.Hidden.Select(h => KeyValuePair.Create(h.Name, h.Value))
            .Concat(form.Texts.Select(name => KeyValuePair.Create(name, IsPassword(name) ? "a long word for nobody else 7" : "first-account")));
        using var made = await SendAsync(new(HttpMethod.Post, form.Action) { Content = new FormUrlEncodedContent(body) });
        if (made.StatusCode is not (HttpStatusCode.Found or HttpStatusCode.SeeOther))
            throw new InvalidOperationException($"The first account was not made: {(int)made.StatusCode} {await made.Content.ReadAsStringAsync()}");
    }

    private static bool IsPassword(string field) => field.Contains("password", StringComparison.OrdinalIgnoreCase);

    /// <returns>Milliseconds to the first byte, and the page's length.</returns>
    public async Task<(double Milliseconds, int Length)> LookAsync(string address)
    {
        var started = Stopwatch.GetTimestamp();
        using var response = await SendAsync(new(HttpMethod.Get, address));
        await using var body = await response.Content.ReadAsStreamAsync();
        var first = new byte[1];
        await body.ReadExactlyAsync(first);
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (response.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{address} answered {(int)response.StatusCode}.");
        using var reader = new StreamReader(body);
        return (milliseconds, (await reader.ReadToEndAsync()).Length);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        // Session cookies are for encrypted connections; here nothing leaves the machine.
        if (_cookies.Count > 0) request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (!response.Headers.TryGetValues("Set-Cookie", out var cookies)) return response;
        foreach (var cookie in cookies)
        {
            var (name, value) = (cookie.IndexOf('='), cookie.IndexOf(';'));
            _cookies[cookie[..name]] = cookie[(name + 1)..(value < 0 ? cookie.Length : value)];
        }
        return response;
    }
}
