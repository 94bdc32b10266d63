using System.Text.RegularExpressions;
using SurveyHub.Data;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Data;

/// <summary>The two schemas are written by hand, twice. These tests keep them twins.</summary>
public sealed partial class SchemaTests
{
    [Test]
    public void Every_migration_is_there_for_both_databases_and_the_numbers_have_no_gap()
    {
        var sqlite = TitlesFor(new SqliteDialect());

        Assert.That(TitlesFor(new PostgresDialect()), Is.EqualTo(sqlite));
        Assert.That(sqlite.Select(title => title.Number), Is.EqualTo(Enumerable.Range(1, sqlite.Length)));
    }

    [Test]
    public async Task Both_databases_have_the_same_tables_columns_and_nullability()
    {
        if (!PostgresTestServer.IsConfigured) Assert.Ignore($"{PostgresTestServer.Variable} names no PostgreSQL server.");

        var sqlite = await OnAsync(TestServer.Sqlite, Schema.ColumnsAsync);
        var postgres = await OnAsync(TestServer.Postgres, Schema.ColumnsAsync);

        Assert.That(sqlite, Is.Not.Empty);
        Assert.That(postgres, Is.EquivalentTo(sqlite));
    }

    [Test]
    public async Task Both_databases_have_the_same_keys_unique_columns_and_references()
    {
        if (!PostgresTestServer.IsConfigured) Assert.Ignore($"{PostgresTestServer.Variable} names no PostgreSQL server.");

        var sqlite = await OnAsync(TestServer.Sqlite, Schema.ConstraintsAsync);
        var postgres = await OnAsync(TestServer.Postgres, Schema.ConstraintsAsync);

        Assert.That(sqlite, Does.Contain("edition unique (survey_key,year)").And.Contain("edition (survey_key) of survey"));
        Assert.That(postgres, Is.EquivalentTo(sqlite));
    }

    [Test]
    public void Both_databases_check_the_same_words()
    {
        var sqlite = ChecksFor(new SqliteDialect());

        Assert.That(sqlite, Has.Length.GreaterThan(5));
        Assert.That(ChecksFor(new PostgresDialect()), Is.EqualTo(sqlite));
    }

    [Test]
    public async Task Every_foreign_key_has_an_index_on_SQLite() =>
        Assert.That(await OnAsync(TestServer.Sqlite, Schema.UnindexedForeignKeysAsync), Is.Empty);

    [Test]
    public async Task Every_foreign_key_has_an_index_on_PostgreSQL()
    {
        if (!PostgresTestServer.IsConfigured) Assert.Ignore($"{PostgresTestServer.Variable} names no PostgreSQL server.");

        Assert.That(await OnAsync(TestServer.Postgres, Schema.UnindexedForeignKeysAsync), Is.Empty);
    }

    [Test]
    public async Task Every_SQLite_table_is_strict_about_types() =>
        Assert.That(await OnAsync(TestServer.Sqlite, Schema.LaxTablesAsync), Is.Empty);

    private static (int Number, string Name)[] TitlesFor(SqlDialect dialect) =>
        [.. Migration.Embedded(dialect).Select(m => (m.Number, m.Name))];

    private static string[] ChecksFor(SqlDialect dialect) =>
        [.. Migration.Embedded(dialect).SelectMany(m => Check().Matches(m.Sql)).Select(m => string.Join(' ', m.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    [GeneratedRegex(@"check \((?:[^()]|\([^()]*\))*\)")]
    private static partial Regex Check();

    private static async Task<IReadOnlyList<string>> OnAsync(TestServer server, Func<Database, Task<IReadOnlyList<string>>> ask)
    {
        await using var own = await server.CreateAsync();
        return await ask(own.Database);
    }
}
