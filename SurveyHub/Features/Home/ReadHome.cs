using SurveyHub.Definitions;
using SurveyHub.Editions;
using SurveyHub.Results;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Home;

/// <summary>Which surveys there are and how their latest editions came out, and of those without an edition yet, which files wait for one.</summary>
public sealed class ReadHome(EditionStore editions, ReportTableStore reports, SurveyCatalog catalog)
{
    public async Task<HomeSurveys> ExecuteAsync(CancellationToken cancellation = default)
    {
        List<HomeSurvey> surveys = [];
        foreach (var survey in await editions.SurveysAsync(cancellation))
        {
            var published = await reports.OfSurveyAsync(survey.Key, cancellation);
            surveys.Add(new(survey.Key, survey.Title, [.. (await editions.OfSurveyAsync(survey.Key, cancellation)).OrderByDescending(edition => edition.Year)])
            {
                Result = published.Count == 0 ? null : new(published),
            });
        }
        return new(surveys, [.. catalog.Surveys.Except(surveys.Select(survey => survey.Key))], catalog.Folder);
    }
}

/// <summary>The surveys; keys of files that have no edition yet; the folder they lie in.</summary>
public sealed record HomeSurveys(IReadOnlyList<HomeSurvey> Surveys, IReadOnlyList<string> Unopened, string Folder);

/// <summary>A survey with its editions, the latest first.</summary>
public sealed record HomeSurvey(string Key, string Title, IReadOnlyList<Edition> Editions)
{
    /// <summary>Null before the first edition is published.</summary>
    public PublishedResult? Result { get; init; }
}
