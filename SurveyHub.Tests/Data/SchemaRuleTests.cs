using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Data;

/// <summary>The rules about the schema see a breach when there is one.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class SchemaRuleTests(TestServer server) : DatabaseTest(server)
{
    [Test]
    public async Task A_reference_without_an_index_is_named()
    {
        await PlantAsync("create table bed (bed_no integer not null primary key, site text, ward_no integer, foreign key (site, ward_no) references ward (site, ward_no))");

        Assert.That(await Schema.UnindexedForeignKeysAsync(Database), Is.EqualTo(["bed (site,ward_no)"]));
    }

    [TestCase("ward_no, site")]
    [TestCase("site, ward_no, bed_no")]
    public async Task An_index_that_begins_with_the_columns_in_any_order_will_do(string columns)
    {
        await PlantAsync("create table bed (bed_no integer not null primary key, site text, ward_no integer, foreign key (site, ward_no) references ward (site, ward_no))");
        await Database.WriteAsync(work => work.ExecuteAsync($"create index bed_ward on bed ({columns})"));

        Assert.That(await Schema.UnindexedForeignKeysAsync(Database), Is.Empty);
    }

    [Test]
    public async Task An_index_that_only_ends_with_the_columns_will_not_do()
    {
        await PlantAsync("create table bed (bed_no integer not null, site text, ward_no integer, primary key (bed_no, site, ward_no), foreign key (site, ward_no) references ward (site, ward_no))");

        Assert.That(await Schema.UnindexedForeignKeysAsync(Database), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_column_that_may_be_empty_is_told_from_one_that_may_not()
    {
        await Database.WriteAsync(work => work.ExecuteAsync("create table ward (site text not null, name text)"));

        Assert.That(await Schema.ColumnsAsync(Database), Is.SupersetOf(["ward.site not null", "ward.name"]));
    }

    protected override Task<TestDatabase> CreateAsync() => Server.CreateEmptyAsync();

    private Task PlantAsync(string table) => Database.WriteAsync(async work =>
    {
        await work.ExecuteAsync("create table ward (site text not null, ward_no integer not null, primary key (site, ward_no))");
        await work.ExecuteAsync(table);
    });
}
