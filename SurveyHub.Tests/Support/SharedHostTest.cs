namespace SurveyHub.Tests.Support;

/// <summary>The whole product for all tests of a fixture; each of them opens an edition of its own.</summary>
public abstract class SharedHostTest(TestServer server)
{
    protected TestServer Server => server;

    protected SurveyHubHost Host { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartHost() => Host = await SurveyHubHost.StartAsync(new() { Server = server });

    [OneTimeTearDown]
    public async Task StopHost() => await Host.DisposeAsync();
}
