using System.Net;
using System.Text.RegularExpressions;
using SurveyHub.Shell.Messages;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Shell;

/// <summary>What somebody reads when there is no page to show.</summary>
public sealed class MessageTests
{
    private static readonly int[] Statuses = [400, 403, 404, 405, 410, 413, 415, 429, 500, 503];

    private SurveyHubHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await SurveyHubHost.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("en", "en", "No survey belongs to this link")]
    [TestCase("de-AT,de;q=0.9,en;q=0.5", "de", "keine Umfrage")]
    [TestCase("fr", "fr", "Aucune enquête")]
    [TestCase("ar", "ar", "لا يوجد")]
    [TestCase("fi, de;q=0.3", "de", "keine Umfrage")]
    [TestCase("xx", "en", "No survey belongs to this link")]
    [TestCase("es, de;q=0", "en", "No survey belongs to this link")]
    [TestCase("", "en", "No survey belongs to this link")]
    public async Task A_customer_reads_it_in_a_language_of_theirs_and_sees_nothing_of_the_staffs_half(string wanted, string language, string words)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/s/AAAAAAAAAAAAAAAAAAAAAA/no/such/page");
        if (wanted.Length > 0) request.Headers.Add("Accept-Language", wanted);
        using var answer = await _host.Visitor().SendAsync(request);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(page, Does.Contain(words).And.Contain($"<html lang=\"{language}\" dir=\"{(language == "ar" ? "rtl" : "ltr")}\""));
        Assert.That(page, Does.Not.Contain("SurveyHub").And.Not.Contain("/sign-in").And.Not.Contain("<script"));
        Assert.That(Regex.Matches(page, "href=\"([^\"]+)\"").Select(link => link.Groups[1].Value), Has.All.Match("\\.(css|svg)$"));
    }

    [Test]
    public void There_are_words_for_every_status_in_every_language([ValueSource(nameof(Statuses))] int status, [Values("en", "de", "fr", "ar")] string language)
    {
        var message = CustomerWords.For(language, status);

        Assert.That(message.Title, Is.Not.Empty);
        Assert.That(message.Text, Is.Not.Empty);
        if (language != "en") Assert.That(message, Is.Not.EqualTo(CustomerWords.For("en", status)), "translated");
    }

    [Test]
    public void Staff_are_told_what_to_do([ValueSource(nameof(Statuses))] int status) =>
        Assert.That(StatusMessage.For(status).Text, Has.Length.GreaterThan(20).And.EndsWith("."));

    [Test]
    public async Task Whoever_asks_for_data_gets_the_status_and_no_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/s/AAAAAAAAAAAAAAAAAAAAAA/no/such/page") { Headers = { { "Accept", "application/json" } } };
        using var answer = await _host.Visitor().SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.Empty);
    }

    [Test]
    public async Task A_failure_of_ours_is_a_page_without_a_trace_of_it_and_the_whole_of_it_is_in_the_log()
    {
        await using var host = await SurveyHubHost.StartAsync();
        // The worst that can happen: the database is gone under our feet.
        await host.Database.WriteAsync(work => work.ExecuteAsync("drop table audit_entry"));
        using var staff = await host.SignInAsync(People.Administrator);

        using var answer = await staff.GetAsync(new Uri("/audit", UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(page, Does.Contain("Something went wrong on our side").And.Not.Contain("audit_entry").And.Not.Contain("Exception"));
        Assert.That(answer.Headers.GetValues("Content-Security-Policy"), Has.One.Items);
        Assert.That(host.Log.Errors, Has.One.Contains("audit_entry"));
    }
}
