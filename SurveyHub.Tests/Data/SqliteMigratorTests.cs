using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Data;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Data;

/// <summary>An organisation with one file has no administrator who makes the backup, so we do.</summary>
public sealed class SqliteMigratorTests() : DatabaseTest(TestServer.Sqlite)
{
    private static readonly Migration Wards = new(1, "wards", """
        create table ward (ward_no integer not null primary key) strict;
        create table bed (bed_no integer not null primary key, ward_no integer not null references ward (ward_no)) strict;
        insert into ward (ward_no) values (1);
        insert into bed (bed_no, ward_no) values (1, 1)
        """);

    private static readonly FixedClock Noon = new(new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero));

    [Test]
    public async Task A_new_database_needs_no_copy()
    {
        await MigrateAsync(Wards);

        Assert.That(Copies(), Is.Empty);
    }

    [Test]
    public async Task Before_an_update_a_copy_named_with_number_and_time_is_made_and_holds_what_was_there()
    {
        await MigrateAsync(Wards);

        await MigrateAsync(Wards, new Migration(2, "empty", "delete from bed"));

        Assert.That(Copies().Select(Path.GetFileName), Is.EqualTo(["surveyhub.before-0002.20261102T120000Z.db"]));
        Assert.That(await BedsInAsync($"Data Source={Copies()[0]}"), Is.EqualTo(1));
        Assert.That(await BedsInAsync(Options.ConnectionString), Is.Zero);
        if (!OperatingSystem.IsWindows()) Assert.That(File.GetUnixFileMode(Copies()[0]), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite), "it holds what the database holds");
    }

    [Test]
    public async Task Whether_there_is_anything_to_do_can_be_asked_without_doing_it()
    {
        await MigrateAsync(Wards);
        var empty = new Migration(2, "empty", "delete from bed");

        Assert.That(await MigratorOf(Wards).IsUpToDateAsync(), Is.True);
        Assert.That(await MigratorOf(Wards, empty).IsUpToDateAsync(), Is.False);

        Assert.That(await BedsInAsync(Options.ConnectionString), Is.EqualTo(1));
    }

    [Test]
    public async Task Nothing_to_update_makes_no_copy()
    {
        await MigrateAsync(Wards);
        await MigrateAsync(Wards);

        Assert.That(Copies(), Is.Empty);
    }

    [Test]
    public async Task A_table_that_others_refer_to_can_be_rebuilt()
    {
        await MigrateAsync(Wards, new Migration(2, "rebuild", """
            create table new_ward (ward_no integer not null primary key, name text) strict;
            insert into new_ward (ward_no) select ward_no from ward;
            drop table ward;
            alter table new_ward rename to ward
            """));

        Assert.That(await BedsInAsync(Options.ConnectionString), Is.EqualTo(1));
    }

    [Test]
    public async Task A_step_that_leaves_a_reference_without_its_row_is_undone()
    {
        await MigrateAsync(Wards);

        Assert.That(() => MigrateAsync(Wards, new Migration(2, "careless", "delete from ward")),
            Throws.TypeOf<MigrationRefusedException>().With.Message.Contains("bed to ward"));
        Assert.That(await Database.WriteAsync(work => work.FindAsync<int>("select count(*) from ward")), Is.EqualTo(1));
    }

    protected override Task<TestDatabase> CreateAsync() => Server.CreateEmptyAsync();

    private Task<IReadOnlyList<Migration>> MigrateAsync(params Migration[] migrations) =>
        MigratorOf(migrations).MigrateAsync();

    private Migrator MigratorOf(params Migration[] migrations) => new(Options, migrations, Noon, NullLogger<Migrator>.Instance);

    private string[] Copies()
    {
        var file = new SqliteConnectionStringBuilder(Options.ConnectionString).DataSource;
        return Directory.GetFiles(Path.GetDirectoryName(file)!, "*before*");
    }

    private static async Task<int> BedsInAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString + ";Pooling=false");
        return await connection.QuerySingleAsync<int>("select count(*) from bed");
    }
}
