using System.Net;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Pages;

/// <summary>The first pages: by which link, in which language, in which order.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class ArrivingTests(TestServer server)
{
    private SurveyHubHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await SurveyHubHost.StartAsync(new() { Server = server });

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Without_a_screener_everybody_by_the_open_link_begins_with_the_first_service_of_their_own_order()
    {
        string[] services = [.. Enumerable.Range(0, 12).Select(i => $"s{i}")];
        var questionnaire = A.Questionnaire(services) with { Survey = $"s{Guid.NewGuid():N}", Screener = null, RandomServiceOrder = true };
        var code = $"door{Guid.NewGuid():N}"[..12];
        await OpenEdition.InAsync(_host, questionnaire, openCode: code);
        var begun = new HashSet<string>();

        for (var person = 0; person < 6; person++)
        {
            var customer = Customer.Of(_host);
            var page = await customer.SendAndFollowAsync(await customer.GetAsync($"/s/{code}"));
            Assert.That(page.Text, Does.Contain("Service 1 of 12"));
            begun.Add(page.Heading);
        }

        Assert.That(begun, Has.Count.GreaterThan(1), "each in an order of their own");
    }
}
