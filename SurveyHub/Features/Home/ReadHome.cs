using SurveyHub.Definitions;
using SurveyHub.Editions;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Home;

/// <summary>Which surveys there are with which editions, and of those without an edition yet, which files wait for one.</summary>
public sealed class ReadHome(EditionStore editions, SurveyCatalog catalog)
{
    /// <param name="withUnopened">Read the files that wait for an edition, too: only those who may open one see them.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<HomeSurveys> ExecuteAsync(bool withUnopened, CancellationToken cancellation = default)
    {
        List<HomeSurvey> surveys = [];
        foreach (var survey in await editions.SurveysAsync(cancellation))
        {
            surveys.Add(new(survey.Key, survey.Title, [.. (await editions.OfSurveyAsync(survey.Key, cancellation)).OrderByDescending(edition => edition.Year)]));
        }
        return new(surveys, withUnopened ? [.. catalog.Surveys.Except(surveys.Select(survey => survey.Key)).Select(key => (key, Title(key)))] : [], catalog.Folder);
    }

    // A file with faults has no title anybody could rely on.
    private string Title(string key) => catalog.Read(key)?.Definition?.AllYears.Title.ToString() ?? $"{key} (its file has errors)";
}

/// <summary>The surveys; files that have no edition yet; the folder they lie in.</summary>
public sealed record HomeSurveys(IReadOnlyList<HomeSurvey> Surveys, IReadOnlyList<(string Key, string Title)> Unopened, string Folder);

/// <summary>A survey with its editions, the latest first.</summary>
public sealed record HomeSurvey(string Key, string Title, IReadOnlyList<Edition> Editions);
