using SurveyHub.Data;

namespace SurveyHub.Tests.Support;

/// <summary>
/// A contract that both databases keep. Derive with <c>[TestFixtureSource(typeof(OnEachDatabase))]</c>
/// and a constructor that takes the server; every test has a migrated database of its own.
/// </summary>
public abstract class DatabaseTest(TestServer server)
{
    private TestDatabase _own = null!;

    protected TestServer Server => server;

    protected DatabaseOptions Options => _own.Options;

    protected Database Database => _own.Database;

    protected SqlDialect Dialect => server.Dialect;

    [SetUp]
    public async Task CreateDatabase() => _own = await CreateAsync();

    [TearDown]
    public async Task DropDatabase() => await _own.DisposeAsync();

    protected virtual Task<TestDatabase> CreateAsync() => server.CreateAsync();
}
