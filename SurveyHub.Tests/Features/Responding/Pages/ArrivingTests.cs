using System.Net;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Pages;

/// <summary>The first pages: by which link, in which language, in which order.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class ArrivingTests(TestServer server) : SharedHostTest(server)
{
    [Test]
    public async Task Without_a_screener_everybody_by_the_open_link_begins_with_the_first_service_of_their_own_order()
    {
        string[] services = [.. Enumerable.Range(0, 12).Select(i => $"s{i}")];
        var questionnaire = A.Questionnaire(services) with { Survey = $"s{Guid.NewGuid():N}", Screener = null, RandomServiceOrder = true };
        var code = $"door{Guid.NewGuid():N}"[..12];
        await OpenEdition.InAsync(Host, questionnaire, openCode: code);
        var begun = new HashSet<string>();

        for (var person = 0; person < 6; person++)
        {
            var customer = Customer.Of(Host);
            var page = await customer.SendAndFollowAsync(await customer.GetAsync($"/s/{code}"));
            Assert.That(page.Text, Does.Contain("Service 1 of 12"));
            begun.Add(page.Heading);
        }

        Assert.That(begun, Has.Count.GreaterThan(1), "each in an order of their own");
    }

    [TestCase("pt-PT", "pt-PT")]
    [TestCase("PT-pt", "pt-PT")]
    [TestCase("pt", "pt-BR")]
    [TestCase("de, pt-PT;q=0.5", "pt-PT")]
    [TestCase("pt-AO", "pt-BR")]
    [TestCase("fr, pt-BR;q=0", "en")]
    [TestCase("tlh", "en")]
    public async Task A_browser_is_answered_in_the_language_it_asks_for_and_never_in_one_it_refuses(string asked, string answered)
    {
        var edition = await OpenEdition.InAsync(Host, AQuestionnaire.Rich with { Survey = $"s{Guid.NewGuid():N}", Languages = ["en", "pt-BR", "pt-PT"] });

        Assert.That((await Customer.Of(Host).GetAsync($"/s/{edition.Link}", asked)).Html, Does.Contain($"<html lang=\"{answered}\""));
    }

    [Test]
    public async Task Back_from_the_words_on_privacy_the_language_is_the_one_that_was_chosen()
    {
        var edition = await OpenEdition.InAsync(Host, AQuestionnaire.Rich with { Survey = $"s{Guid.NewGuid():N}" });
        var customer = Customer.Of(Host);

        var privacy = await customer.GetAsync($"/s/{edition.Link}/privacy?lang=de");
        var back = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(privacy.Html, "<a href=\"([^\"]+)\"").Groups[1].Value);

        Assert.That((await customer.GetAsync(back)).Html, Does.Contain("<html lang=\"de\""));
    }
}
