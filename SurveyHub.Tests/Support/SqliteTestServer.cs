using SurveyHub.Data;

namespace SurveyHub.Tests.Support;

internal sealed class SqliteTestServer : TestServer
{
    private readonly Lazy<Task<string>> _template;

    public SqliteTestServer() => _template = new(MigrateTemplateAsync);

    public override SqlDialect Dialect { get; } = new SqliteDialect();

    public override Task<TestDatabase> CreateEmptyAsync()
    {
        var folder = Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("N"));
        return Task.FromResult(new TestDatabase(OptionsOf(folder), () => DropAsync(folder)));
    }

    public override async Task<TestDatabase> CreateAsync()
    {
        var template = await _template.Value;
        var folder = Directory.CreateDirectory(Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("N"))).FullName;
        File.Copy(template, FileIn(folder));
        return new(OptionsOf(folder), () => DropAsync(folder));
    }

    private static string FileIn(string folder) => Path.Combine(folder, "surveyhub.db");

    private static DatabaseOptions OptionsOf(string folder) => new() { ConnectionString = $"Data Source={FileIn(folder)}" };

    private static Task DropAsync(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    private async Task<string> MigrateTemplateAsync()
    {
        var folder = Path.Combine(TestFolder.Path, "template");
        await MigratorOf(OptionsOf(folder), Dialect).MigrateAsync();
        return FileIn(folder);
    }
}
