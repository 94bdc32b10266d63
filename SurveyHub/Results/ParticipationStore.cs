using Dapper;
using SurveyHub.Data;
using SurveyHub.Responses;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Results;

/// <summary>Who took part, edition by edition: as it stands while an edition is open, as it was counted once it is closed.</summary>
public sealed class ParticipationStore(Database database, ReportTableStore reports)
{
    /// <summary>Everyone first, then the customer groups known from the frame.</summary>
    public async Task<IReadOnlyList<ResponseRateRow>> OfAsync(Edition edition, CancellationToken cancellation = default)
    {
        if (edition.Status == EditionStatus.Closed && await reports.FindAsync(edition.Survey, edition.Year, cancellation) is { } report)
            return report.Rows(ResponseRateRow.Table);
        return Participation.Of(await database.ReadAsync(async (db, _) =>
        {
            var frame = FrameCounting.Of(edition, await FrameStore.CountAsync(db, edition.EditionId));
            var returned = await db.QuerySingleAsync<ReturnedRow>(
                "select count(*) as responses, count(*) filter (where is_complete) as complete from response where edition_id = @EditionId", new { edition.EditionId });
            return new EditionTallies(edition, [], [],
                [.. frame, new() { Name = CountNames.Responses, N = (int)returned.Responses }, new() { Name = CountNames.CompleteResponses, N = (int)returned.Complete }]);
        }, cancellation));
    }

    private sealed record ReturnedRow
    {
        public long Responses { get; init; }
        public long Complete { get; init; }
    }
}
