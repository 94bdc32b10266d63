using Dapper;
using SurveyHub.Data;
using SurveyHub.Features.Managing.Preparing;
using SurveyHub.Responses;

namespace SurveyHub.Features.Managing.Opening;

/// <summary>The list before opening, for an edition in preparation.</summary>
public sealed class ReadLaunchChecklist(Database database, TimeProvider clock)
{
    public async Task<IReadOnlyList<Check>> ExecuteAsync(NextEditionReading reading, CancellationToken cancellation = default)
    {
        if (reading.Next is not { Existing: { } draft } next)
            return [new(CheckState.Missing, "Survey file", $"It has {Days.Counted(reading.Problems.Count(p => p.IsError), "error", "errors")}, listed below.")];
        var frame = await database.ReadAsync(async (db, _) => new FrameState(
            await FrameStore.CountAsync(db, draft.EditionId),
            await db.ExecuteScalarAsync<int>(
                "select count(*) from invitation where edition_id = @EditionId and token_hash is null and disposition <> 'ineligible'", new { draft.EditionId })), cancellation);
        return LaunchChecklist.Of(next, reading.Problems, frame, draft.OpenCode is not null, clock.Today);
    }
}
