using Dapper;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Attacks;

/// <summary>PostgreSQL keeps beside every row which transaction wrote it; SQLite keeps no such number.</summary>
[TestFixtureSource(typeof(OnPostgres))]
internal sealed class ListTransactionsTests(TestServer server) : ListMadeAnewTest(server)
{
    [Test]
    public async Task After_closing_the_transactions_of_the_list_divide_the_responses_no_more()
    {
        var edition = await AnsweredAsync();
        Assert.That(await OlderResponsesAsync(), Is.EqualTo(Earlier), "while the edition is open it works, as it does by the audit log");

        await new ResultsOf(Database).Closing.CloseAsync(edition.Edition.Edition.EditionId);

        Assert.That(await OlderResponsesAsync(), Is.EqualTo(People));
    }

    private Task<int> OlderResponsesAsync() => Database.ReadAsync((db, _) => db.QuerySingleAsync<int>(
        "select count(*) from response where xmin::text::bigint < (select min(xmin::text::bigint) from replaced_link)"));
}
