using SurveyHub.Definitions;
using SurveyHub.Editions;
using SurveyHub.Features.Managing.Preparing;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing;

/// <summary>Reads what the survey's page and the pages of its editions show.</summary>
public sealed class ReadSurvey(SurveyCatalog catalog, EditionStore editions, EditionNumbersStore numbers, TimeProvider clock)
{
    /// <returns>Null when the survey has neither a file nor an edition.</returns>
    public async Task<SurveyOverview?> ExecuteAsync(string survey, CancellationToken cancellation = default)
    {
        var file = catalog.Read(survey);
        var stored = await editions.OfSurveyAsync(survey, cancellation);
        if (file is null && stored.Count == 0) return null;
        var current = stored.FirstOrDefault(e => e.Status == EditionStatus.Open) ?? stored.FirstOrDefault(e => e.Status == EditionStatus.Draft);
        var counts = await numbers.OfSurveyAsync(survey, cancellation);
        return new()
        {
            Survey = survey,
            Title = (file?.Definition?.AllYears.Title ?? (stored.Count > 0 ? stored[^1].Questionnaire.Title : null))?.ToString() ?? survey,
            Today = clock.Today,
            File = file,
            Editions = [.. stored.Reverse().Select(e => Line(e, counts))],
            NextYear = NextEdition.YearAfter(stored, clock.Today),
            FileHasChanged = current is not null && file?.Definition is { } definition && IsOther(definition, current),
        };
    }

    /// <summary>One edition with its numbers.</summary>
    public async Task<EditionLine?> EditionAsync(string survey, int year, CancellationToken cancellation = default) =>
        await editions.FindAsync(survey, year, cancellation) is { } edition ? Line(edition, await numbers.OfSurveyAsync(survey, cancellation)) : null;

    private EditionLine Line(Edition edition, IReadOnlyDictionary<int, EditionNumbers> counts) =>
        new(edition, counts.GetValueOrDefault(edition.EditionId, EditionNumbers.None), edition.PhaseOn(clock.Today), edition.PhaseWords(clock.Today));

    // Both written by this version of the product: a property that a later version adds is no change of the file.
    private static bool IsOther(SurveyDefinition definition, Edition edition) =>
        QuestionnaireJson.Write(definition.For(edition.Year)) != QuestionnaireJson.Write(edition.Questionnaire);
}
