using System.Net;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Shell;

public sealed class SecurityHeadersTests
{
    private SurveyHubHost _host = null!;
    private HttpClient _administrator = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await SurveyHubHost.StartAsync(new() { OnTheNetwork = true });
        _administrator = await _host.SignInAsync(People.Administrator);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _administrator.Dispose();
        await _host.DisposeAsync();
    }

    [TestCase("/", HttpStatusCode.OK)]
    [TestCase("/accounts", HttpStatusCode.OK)]
    [TestCase("/audit.csv", HttpStatusCode.OK)]
    [TestCase("/import", HttpStatusCode.Forbidden)]
    [TestCase("/no/such/page", HttpStatusCode.NotFound)]
    [TestCase("/set-up/x", HttpStatusCode.Gone)]
    [TestCase("/healthz", HttpStatusCode.OK)]
    [TestCase("/staff.css", HttpStatusCode.OK)]
    public async Task Every_answer_tells_the_browser_what_it_may_not_do(string address, HttpStatusCode status)
    {
        using var answer = await _administrator.GetAsync(new Uri(address, UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(status));
        AssertHeaders(answer, SecurityHeaders.Policy, "same-origin");
    }

    [TestCase("/s")]
    [TestCase("/s/AAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("/s/AAAAAAAAAAAAAAAAAAAAAA/services")]
    public async Task Survey_pages_tell_nobody_their_address(string address)
    {
        using var visitor = _host.Visitor();
        using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        AssertHeaders(answer, SecurityHeaders.Policy, "no-referrer");
    }

    [Test]
    public async Task A_redirect_and_a_refused_form_have_them_too()
    {
        using var visitor = _host.Visitor();
        using var redirect = await visitor.GetAsync(new Uri("/", UriKind.Relative));
        using var refused = await visitor.PostAsync(new Uri("/set-up/x", UriKind.Relative), new FormUrlEncodedContent([]));

        AssertHeaders(redirect, SecurityHeaders.Policy, "same-origin");
        AssertHeaders(refused, SecurityHeaders.Policy, "same-origin");
    }

    [Test]
    public async Task Pages_are_kept_by_nobody_and_fingerprinted_files_for_a_year()
    {
        using var page = await _administrator.GetAsync(new Uri("/accounts", UriKind.Relative));
        var html = await page.Content.ReadAsStringAsync();
        Assert.That(page.Headers.CacheControl?.NoStore, Is.True);

        var styles = System.Text.RegularExpressions.Regex.Match(html, "href=\"(staff\\.[^\"]+\\.css)\"").Groups[1].Value;
        using var file = await _administrator.GetAsync(new Uri("/" + styles, UriKind.Relative));
        Assert.That(file.Headers.CacheControl?.MaxAge, Is.EqualTo(TimeSpan.FromDays(365)).Within(TimeSpan.FromDays(1)));
        Assert.That(file.Headers.CacheControl?.NoStore, Is.False);
    }

    private static void AssertHeaders(HttpResponseMessage answer, string policy, string referrer)
    {
        Assert.That(answer.Headers.GetValues("Content-Security-Policy"), Is.EqualTo([policy]));
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
        Assert.That(answer.Headers.GetValues("Referrer-Policy"), Is.EqualTo([referrer]));
        Assert.That(answer.Headers.GetValues("Cross-Origin-Opener-Policy"), Is.EqualTo(["same-origin"]));
        Assert.That(answer.Headers.Contains("Permissions-Policy"), Is.True);
        Assert.That(answer.Headers.Contains("Server"), Is.False);
    }
}
