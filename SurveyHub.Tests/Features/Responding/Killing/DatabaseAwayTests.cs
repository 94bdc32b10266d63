using System.Net;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Killing;

/// <summary>The database goes away while somebody types without script: what was typed stays in the page, and is sent again from there.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class DatabaseAwayTests(TestServer server) : OneCustomerTest(server)
{
    private const string Typed = "Long, thoughtful \"words\" & <signs>\nover two lines";

    [Test]
    public async Task A_page_that_could_not_be_saved_is_sent_again_from_the_message()
    {
        var wifi = await WifiAsync();

        var away = await WithoutDatabaseAsync(() => Customer.SendAsync(wifi, ("wifi.overall", "4"), ("wifi.comment", Typed), ("-go", "next")));

        Assert.That(away.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(away.Text, Does.Contain("could not be saved just now").And.Contain("Everything you entered is still in this page"));
        Assert.That(away.Value("wifi.comment"), Is.EqualTo(Typed));
        var on = await Customer.SendAsync(away);
        Assert.That((on.Status, on.Location), Is.EqualTo((HttpStatusCode.SeeOther, $"/s/{Link}/groups")));
        var stored = await WifiAsync();
        Assert.That((stored.Value("wifi.overall"), stored.Value("wifi.comment")), Is.EqualTo(("4", Typed)));
    }

    [Test]
    public async Task The_last_button_too_and_it_is_one_response()
    {
        var review = await Customer.AnswerAsync(Link, ("used", "-"), ("overall", "4"));

        var away = await WithoutDatabaseAsync(() => Customer.SendAsync(review, ("-go", "send")));

        Assert.That(away.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That((await Customer.SendAndFollowAsync(away)).Heading, Is.EqualTo("Thank you"));
        Assert.That(await Edition.ResponsesAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Whoever_only_looks_is_asked_to_come_again()
    {
        var page = await WithoutDatabaseAsync(() => Customer.GetAsync($"/s/{Link}"));

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(page.Text, Does.Contain("Open your link again in a few minutes"));
    }

    private async Task<SeenPage> WifiAsync()
    {
        await Customer.AnswerAsync(Link, ("used", "wifi"));
        return await Customer.OpenAsync($"/s/{Link}/service/wifi");
    }

    /// <summary>Nothing can be found: every statement about an edition fails.</summary>
    private async Task<SeenPage> WithoutDatabaseAsync(Func<Task<SeenPage>> act)
    {
        await Host.Database.WriteAsync(work => work.ExecuteAsync("alter table edition rename to edition_away", new { }));
        try
        {
            return await act();
        }
        finally
        {
            await Host.Database.WriteAsync(work => work.ExecuteAsync("alter table edition_away rename to edition", new { }));
        }
    }
}
