using System.Net;
using System.Text;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding;

/// <summary>Somebody with a browser without script, who sees redirects as they come and can send whatever they like.</summary>
internal sealed class Customer(HttpClient http)
{
    public static Customer Of(SurveyHubHost host) => new(host.Visitor());

    public HttpClient Http => http;

    public async Task<SeenPage> GetAsync(string address, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Add("Accept", "text/html");
        if (language is not null) request.Headers.Add("Accept-Language", language);
        using var answer = await http.SendAsync(request);
        return await SeenPage.ReadAsync(answer, address);
    }

    /// <summary>As <see cref="GetAsync"/>, following redirects as a browser does.</summary>
    public async Task<SeenPage> OpenAsync(string address)
    {
        var page = await GetAsync(address);
        for (var hops = 0; page.Location is { } next && hops < 5; hops++) page = await GetAsync(next);
        return page;
    }

    /// <summary>Sends the page's form with what the browser would send, except for what is given.</summary>
    public Task<SeenPage> SendAsync(SeenPage page, params (string Name, string Value)[] given) =>
        PostAsync(page.Action, page.Fill(given));

    /// <summary>As <see cref="SendAsync"/>, and goes where it leads.</summary>
    public async Task<SeenPage> SendAndFollowAsync(SeenPage page, params (string Name, string Value)[] given)
    {
        var answer = await SendAsync(page, given);
        return answer.Location is { } next ? await OpenAsync(next) : answer;
    }

    public async Task<SeenPage> PostAsync(string address, IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await PostAsync(address, form);
    }

    public Task<SeenPage> PostRawAsync(string address, string body, string type = "application/x-www-form-urlencoded") =>
        PostAsync(address, new StringContent(body, Encoding.UTF8, type));

    public async Task<SeenPage> PostAsync(string address, HttpContent content)
    {
        using var answer = await http.PostAsync(new Uri(address, UriKind.Relative), content);
        return await SeenPage.ReadAsync(answer, address);
    }

    /// <summary>From the link to the review page, with these answers and nothing else.</summary>
    public async Task<SeenPage> AnswerAsync(string link, params (string Name, string Value)[] answers)
    {
        var page = await OpenAsync($"/s/{link}");
        if (page.Status == HttpStatusCode.OK && page.Action == $"/s/{link}") page = await SendAndFollowAsync(page);
        while (page.Status == HttpStatusCode.OK && !page.Action.EndsWith("/review", StringComparison.Ordinal))
            page = await SendAndFollowAsync(page, [.. answers.Where(a => page.Has(a.Name)), ("-go", "next")]);
        return page;
    }

    /// <summary>The whole journey to the thanks page.</summary>
    public async Task<SeenPage> AnswerAndSendAsync(string link, params (string Name, string Value)[] answers) =>
        await SendAndFollowAsync(await AnswerAsync(link, answers), ("-go", "send"));
}
