using System.Net;
using Dapper;

namespace SurveyHub.Tests.Support;

/// <summary>The host that tests stand on is the product, on either database, in memory or on the network.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class SurveyHubHostTests(TestServer server)
{
    [Test]
    public async Task The_product_starts_and_is_healthy([Values] bool onTheNetwork)
    {
        await using var host = await SurveyHubHost.StartAsync(new() { Server = server, OnTheNetwork = onTheNetwork });

        using var answer = await host.Visitor().GetAsync(new Uri("/healthz", UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task It_has_the_tables_and_the_clock_of_the_test()
    {
        await using var host = await SurveyHubHost.StartAsync(new() { Server = server, Now = new(2031, 5, 6, 7, 8, 9, TimeSpan.Zero) });

        var editions = await host.Database.ReadAsync((connection, _) => connection.QuerySingleAsync<int>("select count(*) from edition"));
        var now = await host.WithAsync((TimeProvider clock) => Task.FromResult(clock.GetUtcNow()));

        Assert.That(editions, Is.Zero);
        Assert.That(now, Is.EqualTo(host.Clock.Now));
    }

    [Test]
    public async Task Style_sheets_are_served_in_Production()
    {
        await using var host = await SurveyHubHost.StartAsync(new() { Server = server });

        using var answer = await host.Visitor().GetAsync(new Uri("/staff.css", UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/css"));
    }
}
