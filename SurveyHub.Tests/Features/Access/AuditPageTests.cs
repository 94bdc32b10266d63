using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Access;

[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class AuditPageTests(TestServer server) : HostTest(new() { Server = server })
{
    private HttpClient Ada => Visitor;

    protected override Task<HttpClient> ComeAsync() => Host.SignInAsync(People.Administrator);

    [SetUp]
    public async Task WriteLog()
    {
        var log = Host.Services.GetRequiredService<AuditLog>();
        await log.RecordAsync("olga", "opened", "internal 2026", "closes 2026-11-30");
        await log.RecordAsync("carl", "downloaded", "report of internal 2025", "=1+1");
    }

    [Test]
    public async Task The_page_shows_the_lines_that_fit_its_address()
    {
        var all = await Ada.ReadAsync("/audit");
        var some = await Ada.ReadAsync("/audit?who=olga&from=2026-11-01&until=2026-11-02");
        var none = await Ada.ReadAsync("/audit?who=nobody");

        Assert.That(all, Does.Contain("2026-11-02 09:00 UTC").And.Contain("opened internal 2026").And.Contain("downloaded report of internal 2025"));
        Assert.That(some, Does.Contain("opened internal 2026").And.Not.Contain("downloaded").And.Contain("/audit.csv?who=olga&from=2026-11-01&until=2026-11-02"));
        Assert.That(none, Does.Contain("Nothing was done that fits these filters."));
    }

    [TestCase("/audit?page=0")]
    [TestCase("/audit?page=99999999999")]
    [TestCase("/audit?page=-1&from=2026-13-45&until=9999-12-31")]
    [TestCase("/audit?from=0001-01-01")]
    [TestCase("/audit?page=500")]
    public async Task An_address_with_nonsense_in_it_shows_a_page_all_the_same(string address)
    {
        using var answer = await Ada.GetAsync(new Uri(address, UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_file_has_the_same_lines_runs_no_formula_and_is_itself_in_the_log()
    {
        using var answer = await Ada.GetAsync(new Uri("/audit.csv?what=internal", UriKind.Relative));

        Assert.That(answer.Content.Headers.ContentType?.ToString(), Is.EqualTo("text/csv; charset=utf-8"));
        Assert.That((answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileName), Is.EqualTo(("attachment", "audit.csv")));
        Assert.That(Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()), Is.EqualTo(
            "\uFEFFat,who,verb,subject,detail\r\n"
            + "2026-11-02T09:00:00Z,carl,downloaded,report of internal 2025,\"'=1+1\"\r\n"
            + "2026-11-02T09:00:00Z,olga,opened,internal 2026,closes 2026-11-30\r\n"));
        Assert.That((await Host.AuditAsync())[^1], Is.EqualTo("ada downloaded audit log"));
    }
}
