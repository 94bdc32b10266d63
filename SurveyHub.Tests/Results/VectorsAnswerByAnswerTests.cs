using SurveyHub.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results;

/// <summary>The shared vectors through the whole way of an answer: stored, counted at closing, computed, stored, read.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class VectorsAnswerByAnswerTests(TestServer server) : VectorReportTests(server)
{
    protected override async Task<IReadOnlyList<EditionReport>> CloseAsync(string folder, bool oneGroup = false)
    {
        await VectorEditions.StoreAsync(Database, folder);
        return await new ResultsOf(Database).CloseAllAsync("vectors");
    }
}
