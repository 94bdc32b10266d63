using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Data;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Data;

[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class MigratorTests(TestServer server) : DatabaseTest(server)
{
    private static readonly Migration Tables = new(1, "tables", "create table ward (ward_no integer not null primary key);\ncreate table bed (bed_no integer not null primary key);");
    private static readonly Migration Beds = new(2, "beds", "insert into bed (bed_no) values (1), (2)");
    private static readonly Migration Wards = new(3, "wards", "insert into ward (ward_no) select bed_no + 10 from bed");

    [Test]
    public async Task Steps_are_applied_in_the_order_of_their_numbers()
    {
        var applied = await MigrateAsync([Wards, Tables, Beds]);

        Assert.That(applied.Select(m => m.Number), Is.EqualTo([1, 2, 3]));
        Assert.That(await NumbersAsync("select ward_no from ward"), Is.EquivalentTo([11, 12]));
        Assert.That(await NumbersAsync("select number from schema_version where applied_at is not null and length(sha256) = 64"), Is.EqualTo([1, 2, 3]));
    }

    [Test]
    public async Task Nothing_is_applied_twice()
    {
        await MigrateAsync([Tables, Beds]);

        Assert.That(await MigrateAsync([Tables, Beds]), Is.Empty);
        Assert.That(await NumbersAsync("select bed_no from bed"), Is.EqualTo([1, 2]));
    }

    [Test]
    public async Task A_test_may_stop_at_a_number_and_complete_later()
    {
        await MigrateAsync([Tables, Beds, Wards], until: 1);
        await Database.WriteAsync(work => work.ExecuteAsync("insert into bed (bed_no) values (7)"));

        await MigrateAsync([Tables, Beds, Wards]);

        Assert.That(await NumbersAsync("select ward_no from ward"), Is.EquivalentTo([11, 12, 17]));
    }

    [Test]
    public async Task A_step_changed_after_it_was_applied_stops_the_start_and_says_which()
    {
        await MigrateAsync([Tables, Beds]);
        var changed = Beds with { Sql = Beds.Sql + ", (3)" };

        Assert.That(() => MigrateAsync([Tables, changed, Wards]), Throws.TypeOf<MigrationRefusedException>().With.Message.Contains("0002_beds was changed"));
        Assert.That(await NumbersAsync("select ward_no from ward"), Is.Empty);
    }

    [Test]
    public async Task Other_line_ends_are_no_change()
    {
        await MigrateAsync([Tables]);

        Assert.That(await MigrateAsync([Tables with { Sql = Tables.Sql.ReplaceLineEndings("\r\n") }]), Is.Empty);
    }

    [Test]
    public async Task A_database_newer_than_the_program_stops_the_start_and_says_what_to_do()
    {
        await MigrateAsync([Tables, Beds, Wards]);

        Assert.That(() => MigrateAsync([Tables, Beds]),
            Throws.TypeOf<MigrationRefusedException>().With.Message.Contains("number 3, this program knows 2").And.Message.Contains("Start the newer program"));
    }

    [Test]
    public async Task A_step_that_fails_is_undone_whole_and_the_ones_before_it_stay()
    {
        var broken = new Migration(3, "broken", "delete from bed; insert into nowhere (x) values (1)");

        Assert.That(() => MigrateAsync([Tables, Beds, broken]), Throws.TypeOf<MigrationRefusedException>().With.Message.Contains("0003_broken failed and was undone"));
        Assert.That(await NumbersAsync("select bed_no from bed"), Is.EqualTo([1, 2]));
        Assert.That(await NumbersAsync("select number from schema_version"), Is.EqualTo([1, 2]));
    }

    [Test]
    public async Task Instances_that_start_at_once_share_the_work_and_all_succeed()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MigrateAsync([Tables, Beds, Wards]))));

        Assert.That(applied.SelectMany(a => a).Select(m => m.Number), Is.EquivalentTo([1, 2, 3]));
        Assert.That(await NumbersAsync("select ward_no from ward"), Is.EquivalentTo([11, 12]));
    }

    protected override Task<TestDatabase> CreateAsync() => Server.CreateEmptyAsync();

    private Task<IReadOnlyList<Migration>> MigrateAsync(Migration[] migrations, int until = int.MaxValue) =>
        new Migrator(Options, migrations, TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(until);

    private Task<IEnumerable<int>> NumbersAsync(string sql) => Database.ReadAsync((connection, _) => connection.QueryAsync<int>(sql));
}
