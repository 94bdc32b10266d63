using SurveyHub.Features.Reporting.Following;
using SurveyHub.Features.Reporting.Listing;
using SurveyHub.Results;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Changing;

/// <summary>
/// Services that were split between two editions, all their parts together against the whole: no part by itself can be compared, and these
/// tests are adjusted together with those of the services.
/// </summary>
internal static class SplitServices
{
    public static IEnumerable<ChangedService> Of(PublishedSurvey survey, EditionReport from, EditionReport to)
    {
        var parts = SeriesChanges.Family(survey, from, to).Parts;
        if (parts.Count == 0) yield break;
        var (names, pasts) = (new LineageNames(survey), new ServicePasts(survey, to));
        foreach (var (items, change) in parts)
        {
            var keys = items.Split('+');
            if (pasts.Figures(to, keys) is not { } figures) continue;
            var line = new ServiceLine
            {
                Service = items, Name = $"{names.Names(keys, to.Edition.Year)} together", Question = Questionnaire.OverallQuestion, Wording = "", Figures = figures, Change = change,
            };
            yield return new(line) { Whole = $"{names.Names(change.ItemsFrom!.Split('+'), from.Edition.Year)} in {from.Edition.Year}" };
        }
    }
}
