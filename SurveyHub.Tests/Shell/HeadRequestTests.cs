using System.Net;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Shell;

/// <summary>What monitors and browsers ask for without having read a page.</summary>
public sealed class HeadRequestTests() : HostTest(new() { OnTheNetwork = true })
{
    [Test]
    public async Task A_monitor_that_follows_redirects_arrives_at_the_sign_in_page()
    {
        using var home = await AskAsync(HttpMethod.Head, Urls.Home);
        Assert.That(home.LeadsTo(), Does.StartWith(Urls.SignIn));

        using var page = await AskAsync(HttpMethod.Head, home.LeadsTo()!);

        Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"));
        Assert.That(await page.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [Test]
    public async Task The_icon_that_browsers_ask_for_unasked_is_ours([Values("GET", "HEAD")] string method)
    {
        using var answer = await AskAsync(new(method), "/favicon.ico");

        Assert.That(answer.LeadsTo(), Does.StartWith("/favicon").And.EndsWith(".svg"));
        using var icon = await AskAsync(HttpMethod.Get, answer.LeadsTo()!);
        Assert.That(icon.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, address);
        return await Visitor.SendAsync(request);
    }
}
