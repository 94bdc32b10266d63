using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace SurveyHub.Benchmarks.Load;

/// <summary>One customer's whole way through the survey without script: every page fetched, filled in and sent, every redirect followed.</summary>
internal sealed partial class Customer(HttpClient http, Random random, ICollection<double> milliseconds)
{
    /// <summary>Fields and values that the server acknowledged, as they were sent last.</summary>
    private readonly Dictionary<string, string> _sent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <returns>The receipt on the thanks page and what was acknowledged on the way.</returns>
    public async Task<Journey> AnswerAsync(string link, int services)
    {
        var page = await GetAsync(link);
        for (var step = 0; step < 60; step++)
        {
            if (Receipt().Match(page) is { Success: true } receipt && page.Contains("class=\"receipt\"", StringComparison.Ordinal))
                return new(receipt.Groups[1].Value, _sent);
            var form = HtmlForm.In(page) ?? throw new InvalidOperationException($"A page without a form and without a receipt:\n{page}");
            page = await PostAsync(form, services);
        }
        throw new InvalidOperationException("The survey does not come to an end.");
    }

    private async Task<string> PostAsync(HtmlForm form, int services)
    {
        var body = new List<KeyValuePair<string, string>>(form.Hidden.Select(h => KeyValuePair.Create(h.Name, h.Value)));
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in form.Choices)
        {
            var chosen = form.Boxes.Contains(name) ? values.OrderBy(_ => random.Next()).Take(name == "used" ? services : 1).ToList() : [values[random.Next(values.Count)]];
            body.AddRange(chosen.Select(value => KeyValuePair.Create(name, value)));
            given[name] = string.Join(',', values.Where(chosen.Contains));
        }
        foreach (var name in form.Texts.Where(_ => random.Next(5) == 0))
        {
            given[name] = $"A comment, number {random.Next(1_000_000)}: it could be faster in the morning.";
            body.Add(new(name, given[name]));
        }
        foreach (var name in form.Numbers) body.Add(new(name, given[name] = "3"));
        body.Add(new("-go", form.Action.EndsWith("/review", StringComparison.Ordinal) ? "send" : "next"));

        using var response = await SendAsync(() => new(HttpMethod.Post, form.Action) { Content = new FormUrlEncodedContent(body) });
        if (response.StatusCode is not (HttpStatusCode.SeeOther or HttpStatusCode.Found))
            throw new InvalidOperationException($"{form.Action} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        foreach (var (name, value) in given) _sent[name] = value;
        return await GetAsync(response.Headers.Location!.OriginalString);
    }

    private async Task<string> GetAsync(string address)
    {
        using var response = await SendAsync(() => new(HttpMethod.Get, address));
        var page = await response.Content.ReadAsStringAsync();
        return response.StatusCode == HttpStatusCode.OK ? page : throw new InvalidOperationException($"{address} answered {(int)response.StatusCode}: {page}");
    }

    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make)
    {
        using var request = make();
        if (_cookies.Count > 0) request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        var started = Stopwatch.GetTimestamp();
        var response = await http.SendAsync(request);
        milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
            foreach (var cookie in cookies)
            {
                var pair = cookie.AsSpan(0, cookie.IndexOf(';'));
                _cookies[pair[..pair.IndexOf('=')].ToString()] = pair[(pair.IndexOf('=') + 1)..].ToString();
            }
        return response;
    }

    [GeneratedRegex("class=\"code\"[^>]*>([^<]+)<", RegexOptions.CultureInvariant)]
    private static partial Regex Receipt();
}

/// <summary>What the server said it has.</summary>
/// <param name="Receipt">From the thanks page.</param>
/// <param name="Sent">Raw value by field.</param>
internal sealed record Journey(string Receipt, IReadOnlyDictionary<string, string> Sent);
