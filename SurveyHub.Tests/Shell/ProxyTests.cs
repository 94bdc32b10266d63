using System.Net;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Shell;

/// <summary>What a proxy forwards is believed from those that are named, and from nobody else.</summary>
public sealed class ProxyTests
{
    [Test]
    public async Task A_named_proxy_says_how_the_visitor_came_and_where_to([Values("127.0.0.1", "127.0.0.0/8")] string proxy)
    {
        await using var host = await SurveyHubHost.StartAsync(new() { OnTheNetwork = true, Configuration = new Dictionary<string, string> { ["SurveyHub:TrustedProxies:0"] = proxy } });

        Assert.That(await WhereToAsync(host), Does.StartWith("https://survey.example.org/sign-in"));
    }

    [Test]
    public async Task Anybody_elses_word_counts_for_nothing([Values("", "10.0.0.5")] string proxy)
    {
        var named = proxy.Length == 0 ? new Dictionary<string, string>() : new() { ["SurveyHub:TrustedProxies:0"] = proxy };
        await using var host = await SurveyHubHost.StartAsync(new() { OnTheNetwork = true, Configuration = named });

        Assert.That(await WhereToAsync(host), Does.StartWith(host.Address.ToString()));
    }

    private static async Task<string?> WhereToAsync(SurveyHubHost host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Urls.Home)
        {
            Headers = { { "X-Forwarded-For", "203.0.113.9" }, { "X-Forwarded-Proto", "https" }, { "X-Forwarded-Host", "survey.example.org" } },
        };
        using var answer = await host.Visitor().SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        return answer.Headers.Location?.ToString();
    }
}
