using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Results;

namespace SurveyHub.Tests.Results;

/// <summary>The room's services over one database.</summary>
internal sealed class ResultsOf
{
    private readonly Database _database;

    public ResultsOf(Database database)
    {
        _database = database;
        Editions = new(database, new FrozenQuestionnaires());
        Closing = new(database, Editions, new EditionWriter(TimeProvider.System), database.Dialect, NullLogger<EditionClosing>.Instance);
        Reports = new(database, Editions, database.Dialect);
    }

    public EditionStore Editions { get; }

    public EditionClosing Closing { get; }

    public ReportTableStore Reports { get; }

    public async Task<IReadOnlyList<EditionReport>> CloseAllAsync(string survey)
    {
        foreach (var edition in await Editions.OfSurveyAsync(survey))
            Assert.That(await Closing.CloseAsync(edition.EditionId), $"{survey} {edition.Year}");
        return await Reports.OfSurveyAsync(survey);
    }

    public Task<bool> ReopenAsync(int editionId) => _database.WriteAsync(work => Closing.ReopenAsync(work, editionId));
}
