using SurveyHub.Features.Access.Audit;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Access;

[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class ReadAuditTests(TestServer server) : DatabaseTest(server)
{
    private FixedClock _clock = null!;
    private AuditLog _log = null!;
    private ReadAudit _audit = null!;

    [SetUp]
    public void OpenLog()
    {
        _clock = new(new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
        (_log, _audit) = (new(Database, _clock), new(Database, _clock));
    }

    [Test]
    public async Task A_line_says_who_did_what_and_when_the_latest_first()
    {
        await _log.RecordAsync("olga", "opened", "internal 2026", "closes 2026-11-30");
        _clock.Advance(TimeSpan.FromMinutes(5));
        await _log.RecordAsync("carl", "signed in to", "SurveyHub");

        var page = await PageAsync();

        Assert.That(page.Count, Is.EqualTo(2));
        Assert.That(page.Lines.Select(line => $"{line.At:HH:mm} {line.Who} {line.Verb} {line.Subject} {line.Detail}".Trim()),
            Is.EqualTo(["09:05 carl signed in to SurveyHub", "09:00 olga opened internal 2026 closes 2026-11-30"]));
    }

    [Test]
    public async Task A_deed_that_is_undone_leaves_no_line()
    {
        Assert.That(() => Database.WriteAsync(async work =>
        {
            await _log.RecordAsync(work, "olga", "opened", "internal 2026");
            throw new InvalidOperationException("the deed failed");
        }), Throws.InvalidOperationException);

        Assert.That((await PageAsync()).Count, Is.Zero);
    }

    [TestCase("OLGA", null, 2)]
    [TestCase("olg", null, 0)]
    [TestCase(null, "opened", 1)]
    [TestCase(null, "INTERNAL 2026", 2)]
    [TestCase(null, "internal%2026", 0)]
    [TestCase(null, "100_%", 0)]
    [TestCase(null, "90 %", 1)]
    [TestCase("olga", "closed", 1)]
    [TestCase(null, null, 3)]
    public async Task Lines_are_found_by_who_and_by_words(string? who, string? what, int expected)
    {
        await _log.RecordAsync("olga", "opened", "internal 2026");
        await _log.RecordAsync("olga", "closed", "internal 2026", "90 % answered");
        await _log.RecordAsync("carl", "downloaded", "report");

        Assert.That((await _audit.PageAsync(AuditQuery.Of(who, what, null, null))).Count, Is.EqualTo(expected));
    }

    [TestCase("2026-11-02", null, 2)]
    [TestCase("2026-11-03", null, 1)]
    [TestCase(null, "2026-11-02", 1)]
    [TestCase("2026-11-02", "2026-11-02", 1)]
    [TestCase("2026-11-04", null, 0)]
    [TestCase("no day", "31.12.2026", 2)]
    public async Task Both_days_named_are_included_and_what_is_no_day_is_no_filter(string? from, string? until, int expected)
    {
        await _log.RecordAsync("olga", "opened", "internal 2026");
        _clock.Now = new(2026, 11, 3, 0, 0, 0, TimeSpan.Zero);
        await _log.RecordAsync("olga", "closed", "internal 2026");

        Assert.That((await _audit.PageAsync(AuditQuery.Read($"?from={from}&until={until}"))).Count, Is.EqualTo(expected));
    }

    [Test]
    public async Task A_long_log_has_pages_and_every_line_is_on_one_of_them()
    {
        await Database.WriteAsync(async work =>
        {
            for (var n = 0; n < 120; n++) await _log.RecordAsync(work, "olga", "did", $"thing {n}");
        });

        var pages = new[] { await PageAsync(1), await PageAsync(2), await PageAsync(3) };

        Assert.That(pages[0].Pages, Is.EqualTo(3));
        Assert.That(pages.Select(page => page.Lines.Count), Is.EqualTo([50, 50, 20]));
        Assert.That((await PageAsync(400)).Page, Is.EqualTo(3), "beyond the last page is the last page");
        Assert.That(pages.SelectMany(page => page.Lines).Select(line => line.Subject).Distinct().Count(), Is.EqualTo(120));
        var all = 0;
        await _audit.ForEachAsync(AuditQuery.Read(null), _ => { all++; return ValueTask.CompletedTask; });
        Assert.That(all, Is.EqualTo(120));
    }

    private Task<AuditPageOfLines> PageAsync(int page = 1) => _audit.PageAsync(AuditQuery.Read(null) with { Page = page });
}
