using System.Collections.Concurrent;
using System.Net;
using Dapper;
using SurveyHub.Features.Responding.Answers;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Killing;

/// <summary>The server is killed while many people answer, and started again: what it said it had, it has.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class KilledServerTests(TestServer server) : DatabaseTest(server)
{
    private const int AtOnce = 8;
    private const int Links = 3_000;

    /// <summary>One in so many puts the phone down when the comment is saved, so that there is always somebody in the middle.</summary>
    private const int PhoneDown = 5;

    private readonly ConcurrentDictionary<string, (string Comment, string Place)> _acknowledged = new();
    private readonly ConcurrentDictionary<string, string> _sent = new();
    private readonly ConcurrentDictionary<string, (SeenPage Page, CookieContainer Cookies)> _open = new();
    private string _keys = "";

    [SetUp]
    public void Forget()
    {
        _acknowledged.Clear();
        _sent.Clear();
        _open.Clear();
        _keys = Directory.CreateDirectory(Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("N"), "keys")).FullName;
    }

    [Test]
    public async Task No_acknowledged_answer_is_lost_and_no_draft_is_broken()
    {
        var edition = await OpenEdition.InAsync(Database, new(TimeProvider.System), new(Database, new()), AQuestionnaire.Rich, Links, days: 3_000);
        var links = new ConcurrentQueue<string>(edition.Links);

        for (var kills = 0; kills < 2; kills++)
        {
            await using var product = await ServerProcess.StartAsync(Options, _keys);
            var customers = Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => AnswerUntilKilledAsync(product, links))).ToArray();
            await WaitUntilAsync(() => _sent.Count > 40 * (kills + 1));
            await product.KillAsync();
            await Task.WhenAll(customers);
        }

        Assert.That(_sent.Count, Is.GreaterThan(80), "there was a load at all");
        Assert.That(_acknowledged, Is.Not.Empty, "and people were in the middle of answering");
        await CheckResponsesAsync(edition);
        await using var again = await ServerProcess.StartAsync(Options, _keys);
        await CheckDraftsAsync(again);
    }

    /// <summary>Whoever was thanked has a response with their words; nobody has two, and nobody has half of one.</summary>
    private async Task CheckResponsesAsync(OpenEdition edition)
    {
        var comments = await edition.StoredAsync("wifi.comment");
        Assert.That(_sent.Values, Is.SubsetOf(comments));
        Assert.That(comments, Is.Unique);
        var answered = await Database.ReadAsync((db, _) => db.ExecuteScalarAsync<long>("select count(*) from invitation where disposition = 'answered'"));
        Assert.That(await edition.ResponsesAsync(), Is.EqualTo(answered).And.EqualTo(comments.Count));
        var sizes = await Database.ReadAsync(async (db, _) => (await db.QueryAsync<long>("select count(*) from answer group by response_id")).Distinct().ToArray());
        Assert.That(sizes, Has.Length.EqualTo(1), "every response has all its answers");
        if (Server == TestServer.Sqlite)
            Assert.That(await Database.ReadAsync((db, _) => db.ExecuteScalarAsync<string>("pragma integrity_check")), Is.EqualTo("ok"));
        var drafts = await Database.ReadAsync(async (db, _) => (await db.QueryAsync<string>("select answers from draft")).ToArray());
        foreach (var draft in drafts) Assert.That(() => DraftAnswers.Read(draft, 1), Throws.Nothing);
    }

    /// <summary>Whoever was in the middle finds the acknowledged words, and can send the page that was open before the kill.</summary>
    private async Task CheckDraftsAsync(ServerProcess product)
    {
        foreach (var (link, (comment, place)) in _acknowledged)
        {
            var page = await product.Visitor().OpenAsync($"/s/{link}/service/wifi");
            // The answer to the last request may have been lost on its way back: then it is sent already.
            if (page.Heading == "You have already answered") continue;
            Assert.That(page.Value("wifi.comment"), Is.EqualTo(comment), place);
        }
        foreach (var (link, (page, cookies)) in _open)
        {
            var customer = product.Visitor(cookies);
            var answer = await customer.SendAsync(page, ("-go", page.Action.EndsWith("/review", StringComparison.Ordinal) ? "send" : "next"), ("used", "wifi"), ("overall", "4"));
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.SeeOther), $"{link}: {answer.Text}");
        }
    }

    private async Task AnswerUntilKilledAsync(ServerProcess product, ConcurrentQueue<string> links)
    {
        for (var number = 1; links.TryDequeue(out var link); number++)
        {
            var cookies = new CookieContainer();
            try
            {
                await AnswerAsync(product.Visitor(cookies), link, cookies, number % PhoneDown == 0);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(Customer customer, string link, CookieContainer cookies, bool putsThePhoneDown)
    {
        var comment = $"Said by {Guid.NewGuid():N}";
        var page = await customer.SendAndFollowAsync(await customer.OpenAsync($"/s/{link}"));
        while (page.Heading != "Thank you")
        {
            _open[link] = (page, cookies);
            if (putsThePhoneDown && _acknowledged.ContainsKey(link)) return;
            var isReview = page.Action.EndsWith("/review", StringComparison.Ordinal);
            (string, string)[] given = [("used", "wifi"), ("wifi.overall", "4"), ("wifi.comment", comment), ("overall", "5")];
            var answer = await customer.SendAsync(page, [.. given.Where(g => page.Has(g.Item1)), ("-go", isReview ? "send" : "next")]);
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.SeeOther));
            // From here on it is acknowledged, whatever happens to the rest.
            if (isReview) _sent[link] = comment;
            else if (page.Has("wifi.comment")) _acknowledged[link] = (comment, answer.Location!);
            if (isReview) _acknowledged.TryRemove(link, out _);
            page = await customer.OpenAsync(answer.Location!);
        }
        _open.TryRemove(link, out _);
    }

    private static async Task WaitUntilAsync(Func<bool> enough)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!enough()) await Task.Delay(10, limit.Token);
    }
}
