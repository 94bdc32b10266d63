using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding;

/// <summary>The whole product, and in each test an edition of its own with one customer who has a personal link.</summary>
public abstract class OneCustomerTest(TestServer server)
{
    private SurveyHubHost _host = null!;

    internal OpenEdition Edition { get; private set; } = null!;

    internal Customer Customer { get; private set; } = null!;

    protected SurveyHubHost Host => _host;

    protected string Link => Edition.Link;

    [OneTimeSetUp]
    public async Task StartHost() => _host = await SurveyHubHost.StartAsync(new() { Server = server });

    [OneTimeTearDown]
    public async Task StopHost() => await _host.DisposeAsync();

    [SetUp]
    public async Task OpenEditionAsync()
    {
        Edition = await OpenEdition.InAsync(_host, AQuestionnaire.Rich with { Survey = $"s{Guid.NewGuid():N}" });
        Customer = Customer.Of(_host);
    }
}
