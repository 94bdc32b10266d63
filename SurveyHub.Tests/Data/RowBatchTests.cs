using System.Data;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Data;

[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class RowBatchTests(TestServer server) : DatabaseTest(server)
{
    [TestCase(1)]
    [TestCase(100)]
    [TestCase(1_001)]
    public async Task Every_row_is_stored_however_many_there_are(int rows)
    {
        var touched = await InsertAsync(Enumerable.Range(1, rows).Select(bed => new object?[] { bed, $"bed {bed}", null }));

        Assert.That(touched, Is.EqualTo(rows));
        Assert.That(await CountAsync("name = 'bed ' || bed_no and free_on is null"), Is.EqualTo(rows));
    }

    [Test]
    public async Task Values_of_every_type_come_through_and_may_be_missing_in_every_row()
    {
        await InsertAsync([[1, "Böhm's \"bed\"", new DateOnly(2026, 3, 4)], [2, null, null]]);

        Assert.That(await CountAsync("name = 'Böhm''s \"bed\"' and free_on = '2026-03-04'"), Is.EqualTo(1));
        Assert.That(await CountAsync("name is null and free_on is null"), Is.EqualTo(1));
    }

    [Test]
    public async Task Rows_that_are_there_can_be_changed_and_those_changed_are_told()
    {
        await InsertAsync([[1, "one", null], [2, "two", null], [3, "three", null]]);

        var changed = await Database.WriteAsync(async work =>
        {
            using var batch = new RowBatch(work,
                """
                with v (bed_no, name) as (values {rows})
                update bed set name = v.name || @suffix from v where bed.bed_no = v.bed_no and bed.name <> 'two'
                returning bed.bed_no
                """, DbType.Int32, DbType.String).With("suffix", "!");
            return await batch.QueryAsync([[1, "eins"], [2, "zwei"], [3, "drei"], [4, "vier"]], row => row.GetInt32(0));
        });

        Assert.That(changed, Is.EquivalentTo([1, 3]));
        Assert.That(await CountAsync("name in ('eins!', 'two', 'drei!')"), Is.EqualTo(3));
    }

    [SetUp]
    public Task MakeATable() => Database.WriteAsync(work => work.ExecuteAsync(
        $"create table bed (bed_no integer not null primary key, name text, free_on {(Dialect.Name == "sqlite" ? "text" : "date")})"));

    private Task<int> InsertAsync(IEnumerable<object?[]> rows) => Database.WriteAsync(async work =>
    {
        using var batch = new RowBatch(work, "insert into bed (bed_no, name, free_on) values {rows}", DbType.Int32, DbType.String, DbType.Date);
        return await batch.ExecuteAsync(rows);
    });

    private Task<int> CountAsync(string condition) =>
        Database.ReadAsync((db, _) => db.ExecuteScalarAsync<int>($"select count(*) from bed where {condition}"));
}
