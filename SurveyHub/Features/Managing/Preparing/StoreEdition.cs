using SurveyHub.Data;
using SurveyHub.Editions;

namespace SurveyHub.Features.Managing.Preparing;

/// <summary>
/// The way an owner's form becomes an edition, whether it is prepared, revised or opened: the survey's file first, then what stands
/// in the way, and everything in one transaction during which nobody else stores an edition of the survey.
/// </summary>
public sealed class StoreEdition(Database database, ReadNextEdition reading, EditionWriter writer)
{
    /// <param name="survey">The survey's key.</param>
    /// <param name="form">What the owner typed and confirmed.</param>
    /// <param name="obstacle">Why it may not be stored, or that it is stored already; null when nothing stands in the way.</param>
    /// <param name="store">Stores it.</param>
    public async Task<LaunchOutcome> ExecuteAsync(
        string survey, EditionForm form, Func<Work, NextEdition, Task<LaunchOutcome?>> obstacle, Func<Work, NextEdition, Task> store)
    {
        if (reading.File(survey) is not { } file) return new LaunchOutcome.NoFile();
        if (file.Definition is not { } definition) return new LaunchOutcome.FileHasErrors(file.Problems);
        return await database.WriteAsync(async work =>
        {
            var next = await reading.WithinAsync(work, definition, form.Year);
            if (await obstacle(work, next) is { } early) return early;
            // From here on nobody else stores an edition of this survey; whatever was stored in between counts.
            await writer.HoldSurveyAsync(work, next.Questionnaire);
            next = await reading.WithinAsync(work, definition, form.Year);
            if (await obstacle(work, next) is { } late) return late;
            await store(work, next);
            return new LaunchOutcome.Stored(next.Year);
        });
    }
}
