using Dapper;
using SurveyHub.Data;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Data;

[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class DialectTests(TestServer server) : DatabaseTest(server)
{
    [SetUp]
    public Task CreateErrands() => Database.WriteAsync(async work =>
    {
        await work.ExecuteAsync("create table errand (errand_no integer not null primary key)");
        await work.ExecuteAsync(
            "insert into errand (errand_no) values (@number)", Enumerable.Range(1, 20).Select(number => new { number }));
    });

    [Test]
    public async Task Any_of_a_list_finds_the_rows_named([Values] bool none)
    {
        int[] numbers = none ? [] : [3, 5, 400];

        var found = await Database.ReadAsync((connection, _) => connection.QueryAsync<int>(
            $"select errand_no from errand where {Dialect.AnyOf("errand_no", "numbers")}", new { numbers }));

        Assert.That(found, Is.EquivalentTo(none ? Array.Empty<int>() : [3, 5]));
    }
}
