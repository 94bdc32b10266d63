using Dapper;
using SurveyHub.Features.Responding;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding;

/// <summary>Mail scanners open links; so do curious colleagues.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class LookingTests(TestServer server) : SharedHostTest(server)
{
    private static readonly (string, string)[] Answers = [("used", "wifi"), ("wifi.overall", "4"), ("wifi.comment", "First"), ("overall", "5")];

    [Test]
    public async Task Whoever_looks_changes_nothing()
    {
        var edition = await OpenAsync();
        var customer = Customer.Of(Host);
        await customer.AnswerAsync(edition.Link, Answers);
        await customer.AnswerAndSendAsync((await OpenAsync()).Link, Answers);
        // The product writes by itself once more, a little later.
        await Host.WithAsync(async (TraceEraser eraser) =>
        {
            for (var n = 0; n < 1200 && !eraser.IsDone; n++) await Task.Delay(50);
            Assert.That(eraser.IsDone, "it is done within a minute");
        });
        var before = await EverythingAsync();

        var scanner = Customer.Of(Host);
        foreach (var path in new[] { "", "?lang=de", "?welcome=1", "/privacy", "/services", "/service/wifi", "/service/printing", "/groups", "/last", "/review", "/thanks", "/nowhere" })
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                using var request = new HttpRequestMessage(method, new Uri($"/s/{edition.Link}{path}", UriKind.Relative));
                using var answer = await scanner.Http.SendAsync(request);
                Assert.That((int)answer.StatusCode, Is.LessThan(500).And.Not.EqualTo(405), $"{method} {path}");
            }

        Assert.That(await EverythingAsync(), Is.EqualTo(before));
    }

    private Task<OpenEdition> OpenAsync() => OpenEdition.InAsync(Host, AQuestionnaire.Rich with { Survey = $"s{Guid.NewGuid():N}" });

    /// <summary>Every byte of the file and of its log on SQLite; every row of every table on PostgreSQL, with the transactions that wrote them.</summary>
    private async Task<string> EverythingAsync()
    {
        if (Server == TestServer.Sqlite)
        {
            var file = await Host.Database.ReadAsync((db, _) => db.ExecuteScalarAsync<string>("select file from pragma_database_list where name = 'main'"));
            return string.Join(' ', new[] { file!, file + "-wal" }.Select(HashOf));
        }
        return await Host.Database.ReadAsync(async (db, _) =>
        {
            var tables = (await db.QueryAsync<string>("select table_name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'")).ToList();
            Assert.That(tables, Does.Contain("invitation").And.Contain("draft").And.Contain("answer").And.Contain("tally").And.Contain("audit_entry").And.Contain("account"));
            return string.Join('\n', await db.QueryAsync<string>($"{string.Join(" union all ", tables.Select(t => $"select '{t} ' || xmin || t::text from {t} t"))} order by 1"));
        });
    }

    private static string HashOf(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(stream));
    }
}
