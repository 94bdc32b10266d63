using Dapper;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Editions;

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class EditionWriterTests(TestServer server) : DatabaseTest(server)
{
    private readonly EditionWriter _writer = new(TimeProvider.System);

    [Test]
    public async Task A_survey_is_called_as_its_latest_edition_is_also_after_an_earlier_year_was_imported()
    {
        await Database.WriteAsync(work => InsertAsync(work, "internal", 2025, "How good are our services?"));
        await Database.WriteAsync(work => InsertAsync(work, "internal", 2021, "Customer survey"));

        Assert.That(await TitleAsync(), Does.Contain("How good are our services?").And.Not.Contain("Customer survey"));
    }

    [Test]
    public async Task A_title_that_is_corrected_before_anybody_answered_is_the_survey_s_too()
    {
        var id = await Database.WriteAsync(work => InsertAsync(work, "internal", 2025, "How god are our services?"));

        await Database.WriteAsync(work => _writer.ReplaceQuestionnaireAsync(work, id!.Value, Questionnaire("internal", "How good are our services?"), []));

        Assert.That(await TitleAsync(), Does.Contain("How good are our services?"));
    }

    private Task<int?> InsertAsync(Work work, string survey, int year, string title = "How good?") => _writer.InsertAsync(work, new()
    {
        Year = year, Status = EditionStatus.Draft, Origin = EditionOrigin.Collected, OpensOn = new(year, 3, 1), ClosesOn = new(year, 3, 31),
        Questionnaire = Questionnaire(survey, title),
    });

    private static Questionnaire Questionnaire(string survey, string title) => A.Questionnaire("wifi") with { Survey = survey, Title = A.Text(title) };

    private Task<string?> TitleAsync() => Database.ReadAsync((db, _) => db.ExecuteScalarAsync<string>("select title from survey"));
}
