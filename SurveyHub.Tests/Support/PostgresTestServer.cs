using Dapper;
using Npgsql;
using SurveyHub.Data;

namespace SurveyHub.Tests.Support;

internal sealed class PostgresTestServer : TestServer
{
    public const string Variable = "SURVEYHUB_POSTGRES";

    private static readonly string? Server = Environment.GetEnvironmentVariable(Variable);
    private static int _databases;

    private readonly Lazy<Task<string>> _template;

    public PostgresTestServer() => _template = new(MigrateTemplateAsync);

    public static bool IsConfigured => !string.IsNullOrWhiteSpace(Server);

    public override SqlDialect Dialect { get; } = new PostgresDialect();

    public override Task<TestDatabase> CreateEmptyAsync() => CreateAsync("template0");

    public override async Task<TestDatabase> CreateAsync() => await CreateAsync(await _template.Value);

    /// <summary>At the end of the run; a template cannot be dropped while copies are being made.</summary>
    public async Task DropTemplateAsync()
    {
        if (_template.IsValueCreated) await DropAsync(await _template.Value);
    }

    // No pool outlives its test: a server has a hundred connections, the tests have hundreds of databases.
    private static DatabaseOptions OptionsOf(string database) => new()
    {
        ConnectionString = new NpgsqlConnectionStringBuilder(Server) { Database = database, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 5 }.ConnectionString,
    };

    private static string NextName(string what) => $"surveyhub_{what}_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";

    private static async Task<TestDatabase> CreateAsync(string template)
    {
        var name = NextName("test");
        await TellServerAsync($"create database {name} template {template}");
        return new(OptionsOf(name), () => DropAsync(name));
    }

    private static Task DropAsync(string name) => TellServerAsync($"drop database if exists {name} with (force)");

    private static async Task TellServerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.ExecuteAsync(statement);
    }

    private async Task<string> MigrateTemplateAsync()
    {
        var name = NextName("template");
        await TellServerAsync($"create database {name}");
        // Without a pool: a template somebody is connected to cannot be copied.
        var options = new DatabaseOptions { ConnectionString = OptionsOf(name).ConnectionString + ";Pooling=false" };
        await MigratorOf(options, Dialect).MigrateAsync();
        return name;
    }
}
