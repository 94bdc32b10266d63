using SurveyHub.Results.Trends;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results;

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class SeriesTests(TestServer server) : DatabaseTest(server)
{
    [Test]
    public async Task A_service_that_is_new_in_the_last_of_three_editions_does_not_keep_it_from_being_set_against_both()
    {
        foreach (var year in new[] { 2023, 2024 })
            await Answered.EditionAsync(Database, A.Questionnaire("wifi", "mail"), year, 40.Times(("wifi.overall", 4), ("mail.overall", 2)));
        await Answered.EditionAsync(Database, A.Questionnaire("wifi", "mail", "imaging"), 2025,
            40.Times(("wifi.overall", 4), ("mail.overall", 4)), 10.Times(("imaging.overall", 1)));

        var reports = await new ResultsOf(Database).CloseAllAsync("internal");

        Assert.That(reports[2].Rows(HeadlineChangeRow.Table).Select(r => (r.YearFrom, r.ServicesCompared, r.PooledDifference)),
            Is.EqualTo(new[] { (2024, 2, (double?)0.5), (2023, 2, 0.5) }));
    }
}
