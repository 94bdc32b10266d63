using SurveyHub.Data;
using SurveyHub.Definitions;
using SurveyHub.Editions;

namespace SurveyHub.Features.Managing.Preparing;

/// <summary>A year's edition as it could be stored now, or the problems of the survey file which come first.</summary>
/// <param name="Next">Null when the file has errors.</param>
/// <param name="Problems">The file's errors and warnings.</param>
public sealed record NextEditionReading(NextEdition? Next, IReadOnlyList<DefinitionProblem> Problems);

/// <summary>Reads the survey's file and the editions there are, for a page that shows what would be stored and for whoever stores it.</summary>
public sealed class ReadNextEdition(SurveyCatalog catalog, EditionStore editions, TimeProvider clock)
{
    /// <param name="survey">The survey's key.</param>
    /// <param name="year">The edition's year; the one after the last edition when left out.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Null when there is no survey file of this key.</returns>
    public async Task<NextEditionReading?> ExecuteAsync(string survey, int? year, CancellationToken cancellation = default)
    {
        if (catalog.Read(survey) is not { } file) return null;
        if (file.Definition is not { } definition) return new(null, file.Problems);
        var stored = await editions.OfSurveyAsync(survey, cancellation);
        return new(NextEdition.Of(year ?? NextEdition.YearAfter(stored, clock.Today), definition, stored), file.Problems);
    }

    /// <summary>The file alone: a work must await nothing but the database, so its file is read before.</summary>
    public DefinitionResult? File(string survey) => catalog.Read(survey);

    /// <summary>As <see cref="ExecuteAsync"/>, within a work.</summary>
    public async Task<NextEdition> WithinAsync(Work work, SurveyDefinition definition, int year) =>
        NextEdition.Of(year, definition, await editions.OfSurveyAsync(work.Connection, definition.Survey, work.Transaction));
}
