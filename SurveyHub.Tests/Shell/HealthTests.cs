using System.Net;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Shell;

public sealed class HealthTests
{
    [Test]
    public async Task Anybody_may_ask_and_learns_nothing_but_whether_the_database_answers()
    {
        await using var host = await SurveyHubHost.StartAsync();
        using var visitor = host.Visitor();

        using var healthy = await visitor.GetAsync(new Uri(Urls.Health, UriKind.Relative));
        Assert.That(healthy.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await healthy.Content.ReadAsStringAsync(), Is.EqualTo("Healthy"));

        await host.Database.DisposeAsync();
        using var ill = await visitor.GetAsync(new Uri(Urls.Health, UriKind.Relative));
        Assert.That(ill.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await ill.Content.ReadAsStringAsync(), Is.EqualTo("Unhealthy"));
    }
}
