using System.Net;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Shell;

/// <summary>Outside Development everything is meant for encrypted connections, and the product says so where it is not.</summary>
public sealed class EncryptionTests
{
    private const string Encrypted = "https://survey.example.org";
    private const string Plain = "http://survey.example.org";
    private const string NotEncrypted = "This page was not reached over HTTPS";

    private SurveyHubHost _host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await SurveyHubHost.StartAsync();
        await _host.AccountOfAsync(People.Owner, People.Password);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("/sign-in")]
    [TestCase("/")]
    [TestCase("/staff.css")]
    [TestCase("/healthz")]
    [TestCase("/set-up/x")]
    [TestCase("/s/AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_encrypted_answer_tells_the_browser_to_stay_with_encryption_for_a_year(string address)
    {
        using var answer = await _host.Visitor().GetAsync(new Uri(Encrypted + address));

        Assert.That(answer.Headers.GetValues("Strict-Transport-Security"), Is.EqualTo(["max-age=31536000"]));
    }

    [Test]
    public async Task A_plain_answer_does_not_and_neither_does_Development()
    {
        using var plain = await _host.Visitor().GetAsync(new Uri(Plain + Urls.SignIn));
        await using var development = await SurveyHubHost.StartAsync(new() { Environment = "Development" });
        using var encrypted = await development.Visitor().GetAsync(new Uri(Encrypted + Urls.SignIn));

        Assert.That(plain.Headers.Contains("Strict-Transport-Security"), Is.False);
        Assert.That(encrypted.Headers.Contains("Strict-Transport-Security"), Is.False);
    }

    [TestCase(Plain, true)]
    [TestCase("http://192.0.2.7:5000", true)]
    [TestCase(Encrypted, false)]
    [TestCase("http://localhost:5000", false)]
    [TestCase("http://127.0.0.1:5000", false)]
    [TestCase("http://[::1]:5000", false)]
    public async Task The_sign_in_page_warns_where_a_session_would_not_last(string site, bool warns)
    {
        var page = await ReadAsync(_host, site);

        Assert.That(page, warns ? Does.Contain(NotEncrypted) : Does.Not.Contain(NotEncrypted));
        Assert.That(page, Does.Contain("name=\"Password\""));
    }

    [Test]
    public async Task It_warns_before_there_is_any_account_too()
    {
        await using var host = await SurveyHubHost.StartAsync();

        Assert.That(await ReadAsync(host, Plain), Does.Contain(NotEncrypted).And.Contain("not set up yet"));
    }

    [TestCase("https", false)]
    [TestCase("http", true)]
    public async Task Behind_a_trusted_proxy_the_visitors_own_connection_counts(string scheme, bool warns)
    {
        await using var host = await SurveyHubHost.StartAsync(new() { OnTheNetwork = true, Configuration = new Dictionary<string, string> { ["SurveyHub:TrustedProxies:0"] = "127.0.0.1" } });
        using var request = new HttpRequestMessage(HttpMethod.Get, Urls.SignIn) { Headers = { { "X-Forwarded-Proto", scheme }, { "X-Forwarded-Host", "survey.example.org" } } };
        using var answer = await host.Visitor().SendAsync(request);

        Assert.That((await answer.Content.ReadAsStringAsync()).Contains(NotEncrypted, StringComparison.Ordinal), Is.EqualTo(warns));
        Assert.That(answer.Headers.Contains("Strict-Transport-Security"), Is.Not.EqualTo(warns));
    }

    [TestCase(Encrypted)]
    [TestCase(Plain)]
    public async Task The_session_is_for_encrypted_connections_only_however_somebody_signed_in(string site)
    {
        using var visitor = _host.Visitor();
        visitor.BaseAddress = new(site);
        using var answer = await visitor.SubmitAsync(Urls.SignIn, "sign-in", ("Name", "olga"), ("Password", People.Password));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(CookieOf(answer, "surveyhub"), Does.Contain("; secure").And.Contain("; httponly"));
    }

    [TestCase(Encrypted, true)]
    [TestCase(Plain, false)]
    public async Task The_cookie_of_forms_is_encrypted_wherever_the_page_was(string site, bool secure)
    {
        using var answer = await _host.Visitor().GetAsync(new Uri(site + Urls.SignIn));

        Assert.That(CookieOf(answer, "surveyhub-form"), secure ? Does.Contain("; secure") : Does.Not.Contain("; secure"));
    }

    private static async Task<string> ReadAsync(SurveyHubHost host, string site)
    {
        using var answer = await host.Visitor().GetAsync(new Uri(site + Urls.SignIn));
        return await answer.Content.ReadAsStringAsync();
    }

    private static string CookieOf(HttpResponseMessage answer, string name) =>
        answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal)).ToLowerInvariant();
}
