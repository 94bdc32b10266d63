using SurveyHub.Editions;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results;

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class ReportTableStoreTests(TestServer server) : DatabaseTest(server)
{
    [Test]
    public async Task Opened_again_while_somebody_reads_it_a_report_is_whole_again_when_the_edition_is_closed_again()
    {
        var edition = await Answered.EditionAsync(Database, A.Questionnaire("wifi"), 2025, 12.Times(("wifi.overall", 5)));
        var results = new ResultsOf(Database);
        await results.Closing.CloseAsync(edition.EditionId);
        await using var between = new InterruptedDatabase(Database);
        var reports = new ReportTableStore(between, new EditionStore(Database, new FrozenQuestionnaires()), Dialect);
        // The first read is of the hashes, the second of the tables.
        between.BeforeRead = read => read == 2 ? results.ReopenAsync(edition.EditionId) : Task.CompletedTask;

        var opened = await reports.FindAsync("internal", 2025);
        await results.Closing.CloseAsync(edition.EditionId);
        var closed = await reports.FindAsync("internal", 2025);

        Assert.That(opened, Is.Null);
        Assert.That(closed!.Rows(HeadlineRow.Table).Single().Ratings, Is.EqualTo(12));
    }
}
