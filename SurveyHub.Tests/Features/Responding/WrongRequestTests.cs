using System.Net;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding;

/// <summary>Links, pages and methods that are none.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class WrongRequestTests(TestServer server) : SharedHostTest(server)
{
    private Customer _customer = null!;

    [SetUp]
    public async Task Open()
    {
        Link = (await OpenEdition.InAsync(Host, AQuestionnaire.Rich with { Survey = $"s{Guid.NewGuid():N}" })).Link;
        _customer = Customer.Of(Host);
    }

    private string Link { get; set; } = "";

    [TestCase("PUT")]
    [TestCase("DELETE")]
    [TestCase("PATCH")]
    [TestCase("OPTIONS")]
    public async Task Other_methods_are_refused_with_a_page_and_not_sent_to_the_staff_s_door(string method)
    {
        foreach (var path in new[] { "", "/services", "/answer", "/review" })
        {
            using var request = new HttpRequestMessage(new(method), new Uri($"/s/{Link}{path}", UriKind.Relative));
            request.Headers.Add("Accept", "text/html");
            using var answer = await _customer.Http.SendAsync(request);

            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed), path);
            Assert.That(answer.Content.Headers.Allow, Is.EquivalentTo(new[] { "GET", "HEAD", "POST" }));
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("<h1"));
        }
    }

    [TestCase("/s/AAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("/s/AAAAAAAAAAAAAAAAAAAAAA/services")]
    [TestCase("/s/x")]
    [TestCase("/s/' or 1=1 --")]
    [TestCase("/s/..%2f..%2fetc%2fpasswd")]
    [TestCase("/s/%ff%fe")]
    public async Task A_link_that_leads_nowhere_is_not_found_and_says_what_to_do(string address)
    {
        foreach (var page in new[] { await _customer.GetAsync(address), await _customer.PostAsync(address, [("-go", "next")]) })
        {
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(page.Text, Does.Contain("No survey belongs to this link").And.Not.Contains("Sign in"));
        }
    }

    [TestCase("admin")]
    [TestCase("service/canteen")]
    [TestCase("service/")]
    [TestCase("services/more")]
    public async Task A_page_the_survey_does_not_have_is_not_found(string path)
    {
        await StartAsync();

        Assert.That((await _customer.GetAsync($"/s/{Link}/{path}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Many_wrong_links_are_slowed_down_and_right_ones_are_not()
    {
        var seen = new HashSet<HttpStatusCode>();
        for (var i = 0; i < 400; i++) seen.Add((await _customer.GetAsync($"/s/{Convert.ToHexString(BitConverter.GetBytes(i))}0123456789abcd")).Status);

        Assert.That(seen, Is.EquivalentTo(new[] { HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests }));
        Assert.That((await _customer.GetAsync($"/s/{Link}")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Every_answer_forbids_what_a_survey_page_does_not_need()
    {
        foreach (var page in new[] { await _customer.GetAsync($"/s/{Link}"), await StartAsync(), await _customer.GetAsync("/s/nowhere-at-all-12345678") })
            Assert.Multiple(() =>
            {
                Assert.That(page.Headers["Cache-Control"], Does.Contain("no-store"));
                Assert.That(page.Headers["Referrer-Policy"], Is.EqualTo("no-referrer"));
                Assert.That(page.Headers["Content-Security-Policy"], Does.Contain("script-src 'self'").And.Contain("style-src-attr 'none'"));
            });
    }

    private async Task<SeenPage> StartAsync() => await _customer.SendAndFollowAsync(await _customer.GetAsync($"/s/{Link}"));
}
