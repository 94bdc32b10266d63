using System.Net;
using Dapper;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding;

/// <summary>One link, four browsers, the same moment.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class FourBrowsersTests(TestServer server)
{
    private const int Races = 200;

    [Test]
    public async Task Two_hundred_races_of_four_make_two_hundred_responses_and_eight_hundred_thanks()
    {
        await using var host = await SurveyHubHost.StartAsync(new() { Server = server });
        var edition = await OpenEdition.InAsync(host, AQuestionnaire.Rich, Races);

        foreach (var link in edition.Links)
        {
            await Customer.Of(host).AnswerAsync(link, ("used", "wifi"), ("wifi.overall", "4"), ("wifi.comment", link), ("overall", "5"));
            var browsers = Enumerable.Range(0, 4).Select(_ => Customer.Of(host)).ToArray();
            var reviews = await Task.WhenAll(browsers.Select(b => b.OpenAsync($"/s/{link}/review")));

            var seen = await Task.WhenAll(browsers.Zip(reviews).Select(b => b.First.SendAndFollowAsync(b.Second, ("-go", "send"))));

            Assert.That(seen.Select(p => (p.Status, p.Heading)), Is.All.EqualTo((HttpStatusCode.OK, "Thank you")));
            Assert.That(seen.Select(p => p.Text).Distinct().Count(), Is.EqualTo(1), "the same receipt for everybody");
        }

        Assert.That(await edition.ResponsesAsync(), Is.EqualTo(Races));
        Assert.That(await edition.StoredAsync("wifi.comment"), Is.EquivalentTo(edition.Links));
        Assert.That(await edition.DraftsAsync(), Is.Zero);
        Assert.That(host.Log.Errors, Is.Empty);
    }

    [Test]
    public async Task By_the_open_link_too_each_draft_is_one_response()
    {
        await using var host = await SurveyHubHost.StartAsync(new() { Server = server });
        var edition = await OpenEdition.InAsync(host, AQuestionnaire.Rich, openCode: "opendoor42");
        for (var race = 0; race < 25; race++)
        {
            var first = Customer.Of(host);
            var start = await first.SendAndFollowAsync(await first.GetAsync("/s/opendoor42"));
            var link = start.Action.Split('/')[2];
            await first.AnswerAsync(link, ("used", "-"), ("overall", "5"));
            var browsers = Enumerable.Range(0, 4).Select(_ => Customer.Of(host)).ToArray();
            var reviews = await Task.WhenAll(browsers.Select(b => b.OpenAsync($"/s/{link}/review")));

            var seen = await Task.WhenAll(browsers.Zip(reviews).Select(b => b.First.SendAndFollowAsync(b.Second, ("-go", "send"))));

            Assert.That(seen.Select(p => p.Heading), Is.All.EqualTo("Thank you"));
        }

        Assert.That(await edition.ResponsesAsync(), Is.EqualTo(25));
        Assert.That(await host.Database.ReadAsync((db, _) => db.QueryAsync<string>("select distinct status || answers || coalesce(receipt, '-') from draft")), Is.EqualTo(["submitted{}-"]));
    }

    [Test]
    public async Task Whoever_closes_while_people_send_counts_everybody_who_was_thanked()
    {
        await using var host = await SurveyHubHost.StartAsync(new() { Server = server });
        var edition = await OpenEdition.InAsync(host, AQuestionnaire.Rich, 40);
        var reviews = new List<(Customer Customer, SeenPage Page)>();
        foreach (var link in edition.Links)
        {
            var customer = Customer.Of(host);
            reviews.Add((customer, await customer.AnswerAsync(link, ("used", "-"), ("overall", "5"))));
        }

        var sending = reviews.Select((r, i) => Task.Run(async () =>
        {
            if (i == 20) await host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.Edition.EditionId));
            return await r.Customer.SendAndFollowAsync(r.Page, ("-go", "send"));
        })).ToArray();
        var seen = await Task.WhenAll(sending);

        Assert.That(seen.Select(p => p.Heading), Is.All.EqualTo("Thank you").Or.EqualTo("This survey is closed"));
        var report = (await host.WithAsync((ReportTableStore reports) => reports.OfSurveyAsync(edition.Edition.Survey))).Single();
        var counted = report.Rows(ResponseRateRow.Table).Single(r => r.Attribute.Length == 0).Responses;
        var thanked = seen.Count(p => p.Heading == "Thank you");
        Assert.That((counted, await edition.ResponsesAsync()), Is.EqualTo(((int?)thanked, (long)thanked)), "nobody came in after the counting");
    }
}
