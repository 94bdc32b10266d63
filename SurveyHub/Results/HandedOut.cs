using Dapper;
using SurveyHub.Data;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Results;

/// <summary>
/// Which microdata of an edition were handed out. Two packages with different responses tell by their difference who came in between, with
/// all that they said, so the first one that is taken stays the only one (docs/adr/0010). Identified customers were told that those who run
/// the survey see who answered what.
/// </summary>
public sealed class HandedOut(Database database)
{
    /// <summary>Notes that the microdata of a report are handed out.</summary>
    /// <returns>False when microdata with other responses were handed out before: these must not be.</returns>
    public Task<bool> TakeAsync(EditionReport report) => database.WriteAsync(async work =>
    {
        var (edition, responses) = (report.Edition, RespondentsOf(report));
        if (edition.Questionnaire.Anonymity == Anonymity.Identified) return true;
        if (await FindAsync(work, edition.EditionId) is { } before) return before == responses;
        await TallyStore.AddCountsAsync(work, edition.EditionId, [new() { Name = CountNames.HandedOut, N = responses }]);
        return true;
    });

    /// <summary>Whether they may be, noting nothing.</summary>
    public Task<bool> MayAsync(EditionReport report, CancellationToken cancellation) => database.ReadAsync(async (db, _) =>
        report.Edition.Questionnaire.Anonymity == Anonymity.Identified
        || await db.QuerySingleOrDefaultAsync<int?>(Query, new { report.Edition.EditionId, CountNames.HandedOut }) is not { } before
        || before == RespondentsOf(report), cancellation);

    private const string Query = "select n from edition_count where edition_id = @EditionId and name = @HandedOut";

    private static Task<int?> FindAsync(Work work, int editionId) => work.FindAsync<int?>(Query, new { EditionId = editionId, CountNames.HandedOut });

    private static int RespondentsOf(EditionReport report) => report.Rows(HeadlineRow.Table)[0].Respondents ?? 0;
}
