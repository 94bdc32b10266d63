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
            await FrameStore.CountWithoutLinkAsync(db, draft.EditionId)), cancellation);
        return LaunchChecklist.Of(next, reading.Problems, frame, draft.OpenCode is not null, clock.Today);
    }
}
