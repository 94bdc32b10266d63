using Microsoft.Extensions.DependencyInjection;

namespace SurveyHub.Tests.Support;

/// <summary>How a test wants its SurveyHub. What it does not say is as a customer's organisation would have it.</summary>
public sealed record HostSettings
{
    public TestServer Server { get; init; } = TestServer.Sqlite;

    public string Environment { get; init; } = "Production";

    /// <summary>A Monday morning in the weeks when the demonstration's edition is open.</summary>
    public DateTimeOffset Now { get; init; } = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A real port on loopback instead of calls in memory: for a browser, and for what only a network shows.</summary>
    public bool OnTheNetwork { get; init; }

    /// <summary>In Development, fill the empty database with the hospital as the first start does. It takes seconds.</summary>
    public bool WithDemonstration { get; init; }

    /// <summary>Services that a test puts in the place of the product's own, to see what is asked of them.</summary>
    public Action<IServiceCollection>? Instead { get; init; }

    /// <summary>Configuration as in the environment, such as <c>SurveyHub:SignInsPerMinute</c>.</summary>
    public IReadOnlyDictionary<string, string> Configuration { get; init; } = new Dictionary<string, string>();
}
