using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding;

/// <summary>The whole product, and in each test an edition of its own with one customer who has a personal link.</summary>
public abstract class OneCustomerTest(TestServer server) : SharedHostTest(server)
{
    internal OpenEdition Edition { get; private set; } = null!;

    internal Customer Customer { get; private set; } = null!;

    protected string Link => Edition.Link;

    [SetUp]
    public async Task OpenEditionAsync()
    {
        Edition = await OpenEdition.InAsync(Host, AQuestionnaire.Rich with { Survey = $"s{Guid.NewGuid():N}" });
        Customer = Customer.Of(Host);
    }
}
