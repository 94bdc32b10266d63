using SurveyHub.Results.Counting;
using SurveyHub.Results.Differencing;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Tables;

/// <summary>How the answers spread over the options, item by item.</summary>
internal static class Distributions
{
    public static IReadOnlyList<DistributionRow> Of(EditionTallies tallies, ServiceVisibility visibility)
    {
        var hidden = HiddenFigures.Of(tallies);
        return [.. from item in tallies.Edition.Items.All
            let options = OptionsOf(tallies.Edition.Questionnaire, item)
            where options.Count > 0 && !IsOfAHiddenFigure(tallies.Edition, item, visibility, hidden)
            let codes = tallies.Codes(item)
            let valid = options.Sum(o => codes.GetValueOrDefault(o.Code))
            where valid >= tallies.Thresholds.MinimumTestBase
            from option in options
            let n = codes.GetValueOrDefault(option.Code)
            select new DistributionRow
            {
                Year = tallies.Edition.Year, Item = item.ReportKey, Code = option.Code, Role = option.Role, N = n, Share = (double)n / valid,
            }];
    }

    // Who used a service is who was asked about it: of a hidden one that stands nowhere.
    private static bool IsOfAHiddenFigure(Edition edition, Item item, ServiceVisibility visibility, HiddenFigures hidden) =>
        hidden.Hides(item)
        || (item.IsMain && !visibility.IsShown(item))
        || (item.Kind == ItemKind.Usage && edition.Items.MainRatings.Any(m => m.Service == item.Service && visibility.StateOf(m) == CellState.Hidden));

    private static IReadOnlyList<(int Code, OptionRole? Role)> OptionsOf(Questionnaire questionnaire, Item item) => item.Kind switch
    {
        ItemKind.Rating => [.. item.Scale!.Options.Select(o => (o.Code, (OptionRole?)o.Role))],
        ItemKind.SingleChoice => [.. questionnaire.QuestionOf(item)!.Options.Select(o => (o.Code, (OptionRole?)null))],
        ItemKind.Usage or ItemKind.Selected => [(1, null), (0, null)],
        _ => [],
    };
}
