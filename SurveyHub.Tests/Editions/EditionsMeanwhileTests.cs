using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Editions;

/// <summary>Two works at once. On SQLite there is one writer, and works are short.</summary>
[TestFixtureSource(typeof(OnPostgres))]
internal sealed class EditionsMeanwhileTests(TestServer server) : DatabaseTest(server)
{
    [Test]
    public async Task While_one_survey_is_being_stored_another_gets_its_edition_without_waiting()
    {
        var longWork = await Database.WriteAsync(async work =>
        {
            var first = await InsertAsync(work, "imported", 2024);
            return (first, await Database.WriteAsync(other => InsertAsync(other, "prepared", 2025)));
        });

        Assert.That(longWork.Item1, Is.Not.Null.And.Not.EqualTo(longWork.Item2));
        Assert.That(longWork.Item2, Is.Not.Null);
    }

    private static Task<int?> InsertAsync(Work work, string survey, int year) => new EditionWriter(TimeProvider.System).InsertAsync(work, new()
    {
        Year = year, Status = EditionStatus.Draft, Origin = EditionOrigin.Collected, OpensOn = new(year, 3, 1), ClosesOn = new(year, 3, 31),
        Questionnaire = A.Questionnaire("wifi") with { Survey = survey },
    });
}
