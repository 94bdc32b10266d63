using Dapper;
using SurveyHub.Data;
using SurveyHub.Features.People.Finding;
using SurveyHub.Responses;
using SurveyHub.Tests.Features.Frame;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Responses;

/// <summary>A work along the whole list writes down no order of events, which PostgreSQL would keep as the places of the rows.</summary>
[TestFixtureSource(typeof(OnPostgres))]
internal sealed class ListRewritingTests(TestServer server) : FrameTest(server)
{
    private static readonly Dictionary<string, Func<ListRewritingTests, Task>> Works = new()
    {
        ["links made anew"] = test => test.MakeLinksAsync(anew: 1),
        ["a list uploaded again"] = test => test.SaveAsync(File(200).Replace("Person", "Mx.", StringComparison.Ordinal)),
        ["the tenth of a combination put back"] = test => new RemovePerson(test.Database, test.Audit, test.Clock).ExecuteAsync(Olga, test.Edition, "c9@st-anna.example", putBack: true),
    };

    private static IEnumerable<string> EveryWork => Works.Keys;

    [TestCaseSource(nameof(EveryWork))]
    public async Task Invitations_and_replaced_links_lie_in_the_order_of_their_random_keys(string work)
    {
        await SaveAsync(File(200));
        await SaveAsync(File(10, "chapel", "doctor", "c").Replace("c9@st-anna.example,Person 9,en,chapel,doctor\n", "", StringComparison.Ordinal));
        await SaveAsync("address,department,role,status\nc9@st-anna.example,chapel,doctor,ineligible\n");
        await MakeLinksAsync();
        foreach (var person in new[] { "p17", "p130", "c4" }) await BecomesAsync($"{person}@st-anna.example", "answered");
        await UsedInvitations.ShuffleAsync(Database, Edition.EditionId);
        Assert.That(await PlacesAsync("invitation", "invitation_id"), Is.Not.Ordered, "those who have answered lie behind the others");

        await Works[work](this);

        Assert.That(await PlacesAsync("invitation", "invitation_id"), Is.Ordered);
        Assert.That(await PlacesAsync("replaced_link", "encode(token_hash, 'hex')"), Is.Ordered);
        Assert.That(await AskAsync<int>("select count(*) from invitation"), Is.EqualTo(210));
        Assert.That(await AskAsync<int>("select count(*) from replaced_link"), Is.EqualTo(work == "links made anew" ? 209 : 0));
    }

    [Test]
    public async Task Links_that_were_noted_by_an_earlier_program_are_put_in_order_by_the_update()
    {
        await SaveAsync(File(50));
        foreach (var person in Enumerable.Range(0, 50))
            await Database.WriteAsync(work => work.ExecuteAsync("insert into replaced_link (token_hash, invitation_id) select sha256(address::bytea), invitation_id from invitation where address = @address",
                new { address = $"p{person}@st-anna.example" }));
        Assert.That(await PlacesAsync("replaced_link", "encode(token_hash, 'hex')"), Is.Not.Ordered);

        await Database.WriteAsync(work => work.ExecuteAsync(Migration.Embedded(Dialect).Single(m => m.Name == "replaced_order").Sql));

        Assert.That(await PlacesAsync("replaced_link", "encode(token_hash, 'hex')"), Is.Ordered);
        Assert.That(await AskAsync<(int, int)>("select count(*)::int, count(distinct xmin::text)::int from replaced_link"), Is.EqualTo((50, 1)), "nor does the transaction say when");
    }

    private Task<string[]> PlacesAsync(string table, string key) => Database.ReadAsync(async (db, _) =>
        (await db.QueryAsync<string>($"""select ({key})::text collate "C" from {table} order by ctid""")).ToArray());
}
