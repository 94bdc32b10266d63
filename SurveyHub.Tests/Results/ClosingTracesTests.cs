using Dapper;
using SurveyHub.Responses;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results;

/// <summary>What PostgreSQL keeps beside the rows, which no column shows.</summary>
[TestFixtureSource(typeof(OnPostgres))]
internal sealed class ClosingTracesTests(TestServer server) : DatabaseTest(server)
{
    [TestCase(Anonymity.Anonymous, 0)]
    [TestCase(Anonymity.Confidential, 20)]
    public async Task After_closing_transactions_tell_no_more_who_gave_which_anonymous_answer(Anonymity anonymity, int joinable)
    {
        var edition = await AnsweredOneByOneAsync(anonymity);
        Assert.That(await JoinableAsync(), Is.EqualTo(20), "this is how an invitation and a response betray each other while the edition is open");

        await new ResultsOf(Database).Closing.CloseAsync(edition.EditionId);

        Assert.That(await JoinableAsync(), Is.EqualTo(joinable));
    }

    [Test]
    public async Task After_closing_invitations_lie_in_the_order_of_their_random_keys_and_nothing_else_of_them_changed()
    {
        var edition = await AnsweredOneByOneAsync(Anonymity.Anonymous);
        var before = await RowsAsync("select invitation::text from invitation order by invitation_id");

        await new ResultsOf(Database).Closing.CloseAsync(edition.EditionId);

        Assert.That(await RowsAsync("select invitation::text from invitation order by ctid"), Is.EqualTo(before));
    }

    private async Task<Edition> AnsweredOneByOneAsync(Anonymity anonymity)
    {
        var edition = await Answered.EditionAsync(Database, A.Questionnaire("wifi") with { Anonymity = anonymity }, 2025);
        var people = Enumerable.Range(0, 30).Select(i => new FramePerson { Address = $"m{i}@st-anna.example", Groups = new Dictionary<string, string>() });
        await Database.WriteAsync(work => FrameStore.AddAsync(work, edition, people, new(2025, 3, 1)));
        for (var i = 0; i < 20; i++)
        {
            var address = $"m{i}@st-anna.example";
            await Database.WriteAsync(async work =>
            {
                await work.ExecuteAsync("update invitation set disposition = 'answered' where address = @address", new { address });
                await Answered.AddAsync(work, edition, 1.Times(("wifi.overall", 5)));
            });
        }
        return edition;
    }

    private Task<int> JoinableAsync() =>
        Database.ReadAsync((db, _) => db.QuerySingleAsync<int>("select count(*) from invitation join response on invitation.xmin = response.xmin"));

    private Task<IReadOnlyList<string>> RowsAsync(string sql) =>
        Database.ReadAsync<IReadOnlyList<string>>(async (db, _) => (await db.QueryAsync<string>(sql)).AsList());
}
