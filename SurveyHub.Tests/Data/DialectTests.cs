using System.Data.Common;
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
        await work.ExecuteAsync("create table errand (errand_no integer not null primary key, name text unique, claims integer not null)");
        await work.ExecuteAsync(
            "insert into errand (errand_no, name, claims) values (@number, @name, 0)",
            Enumerable.Range(1, 20).Select(number => new { number, name = $"errand {number}" }));
    });

    [Test]
    public async Task Any_of_a_list_finds_the_rows_named([Values] bool none)
    {
        int[] numbers = none ? [] : [3, 5, 400];

        var found = await Database.ReadAsync((connection, _) => connection.QueryAsync<int>(
            $"select errand_no from errand where {Dialect.AnyOf("errand_no", "numbers")}", new { numbers }));

        Assert.That(found, Is.EquivalentTo(none ? Array.Empty<int>() : [3, 5]));
    }

    [TestCase("insert into errand (errand_no, claims) values (1, 0)", true)]
    [TestCase("insert into errand (errand_no, name, claims) values (99, 'errand 1', 0)", true)]
    [TestCase("insert into errand (errand_no, claims) values (99, null)", false)]
    public void A_key_taken_twice_is_told_from_other_refusals(string statement, bool unique) =>
        Assert.That(
            () => Database.WriteAsync(work => work.ExecuteAsync(statement)),
            Throws.InstanceOf<DbException>().With.Matches<DbException>(error => Dialect.IsUniqueViolation(error!) == unique));

    [Test]
    public async Task Workers_that_claim_at_once_never_get_the_same_row()
    {
        var claimed = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => Database.WriteAsync(work =>
            work.FindAsync<int?>($"""
                update errand set claims = claims + 1
                where errand_no = (select errand_no from errand where claims = 0 order by errand_no limit 1 {Dialect.SkipLocked})
                returning errand_no
                """)))));

        Assert.That(claimed.OfType<int>(), Is.Unique);
        Assert.That(claimed.OfType<int>().Count(), Is.LessThanOrEqualTo(20));
        Assert.That(await MostClaimsAsync(), Is.EqualTo(1));
    }

    private Task<int> MostClaimsAsync() =>
        Database.ReadAsync((connection, _) => connection.QuerySingleAsync<int>("select max(claims) from errand"));
}
