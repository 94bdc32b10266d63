namespace SurveyHub.Tests.Support;

/// <summary>A test on the whole product: a host of its own and somebody who asks it for pages, both gone afterwards.</summary>
public abstract class HostTest(HostSettings? settings = null)
{
    protected SurveyHubHost Host { get; private set; } = null!;

    /// <summary>Nobody in particular, unless <see cref="ComeAsync"/> says otherwise.</summary>
    protected HttpClient Visitor { get; private set; } = null!;

    [SetUp]
    public async Task StartHost()
    {
        Host = await SurveyHubHost.StartAsync(settings);
        Visitor = await ComeAsync();
    }

    [TearDown]
    public async Task StopHost()
    {
        // What did not start has said why; nothing here shall hide it.
        Visitor?.Dispose();
        if (Host is not null) await Host.DisposeAsync();
    }

    protected virtual Task<HttpClient> ComeAsync() => Task.FromResult(Host.Visitor());
}
