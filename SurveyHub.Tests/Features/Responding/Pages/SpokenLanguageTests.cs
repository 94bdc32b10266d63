using System.Net;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Pages;

/// <summary>Whoever chose a language is answered in it to the end, whatever the browser asks for.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class SpokenLanguageTests(TestServer server) : OneCustomerTest(server)
{
    private const string German = "<html lang=\"de\"";

    [Test]
    public async Task The_thanks_are_in_the_language_of_the_answers_and_so_is_what_comes_after()
    {
        await BeginInGermanAsync();

        var thanks = await Customer.AnswerAndSendAsync(Link, ("used", "-"), ("overall", "4"));

        Assert.That(thanks.Html, Does.Contain(German).And.Contain("Vielen Dank").And.Contain("Ihre Quittung"));
        Assert.That((await Customer.OpenAsync($"/s/{Link}/last")).Html, Does.Contain(German), "the way back from the thanks");
    }

    [Test]
    public async Task What_is_sent_too_late_is_answered_in_the_language_of_its_page()
    {
        var screener = await BeginInGermanAsync();
        var review = await Customer.AnswerAsync(Link, ("used", "-"), ("overall", "4"));
        await Customer.Of(Host).AnswerAndSendAsync(Link, ("used", "-"), ("overall", "4"));

        var late = await Customer.SendAsync(screener, ("used", "-"), ("-go", "next"));
        var sentAgain = await Customer.SendAndFollowAsync(review, ("receipt", ""), ("-go", "send"));

        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(late.Html, Does.Contain(German));
        Assert.That(sentAgain.Html, Does.Contain(German).And.Contain("Sie haben schon geantwortet"));
    }

    [Test]
    public async Task While_the_database_is_away_the_page_says_so_in_its_own_language()
    {
        var screener = await BeginInGermanAsync();
        await Host.Database.WriteAsync(work => work.ExecuteAsync("alter table edition rename to edition_away", new { }));

        SeenPage away;
        try
        {
            away = await Customer.SendAsync(screener, ("used", "-"), ("-go", "next"));
        }
        finally
        {
            await Host.Database.WriteAsync(work => work.ExecuteAsync("alter table edition_away rename to edition", new { }));
        }

        Assert.That(away.Html, Does.Contain(German).And.Contain("Noch einmal senden"));
    }

    [Test]
    public async Task A_language_nobody_offers_changes_nothing()
    {
        var screener = await BeginInGermanAsync();
        await Edition.CloseAsync();

        var closed = await Customer.SendAsync(screener, ("-in", "\"><script>"), ("-go", "next"));

        Assert.That(closed.Html, Does.Contain(German).And.Not.Contain("<script>"));
    }

    [TestCase("DE")]
    [TestCase("de-CH")]
    public async Task A_language_in_the_address_may_be_written_in_capitals_or_with_a_country(string written) =>
        Assert.That((await Customer.GetAsync($"/s/{Link}?lang={written}", "en")).Html, Does.Contain(German));

    [Test]
    public async Task A_French_colon_stands_apart()
    {
        var edition = await OpenEdition.InAsync(Host, AQuestionnaire.Rich with { Survey = $"s{Guid.NewGuid():N}", Languages = ["fr"], ServiceQuestions = [A.Rating("overall") with { Required = true }] });
        var service = await Customer.SendAndFollowAsync(await Customer.SendAndFollowAsync(await Customer.OpenAsync($"/s/{edition.Link}")), ("used", "wifi"), ("-go", "next"));

        var back = await Customer.SendAsync(service, ("-go", "next"));

        Assert.That(WebUtility.HtmlDecode(back.Html), Does.Contain("wifi\u00a0: Overall"));
    }

    private async Task<SeenPage> BeginInGermanAsync() => await Customer.SendAndFollowAsync(await Customer.GetAsync($"/s/{Link}?lang=de", "en"));
}
