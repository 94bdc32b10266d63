using SurveyHub.Results.Disclosure;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Tables;

/// <summary>How the answers spread over the options, item by item.</summary>
internal static class Distributions
{
    public static IReadOnlyList<DistributionRow> Of(Ledger ledger) =>
        [.. from item in ledger.Edition.Items.All
            where ledger.SpreadOf(item) == Reason.None
            let options = OptionsOf(ledger.Edition.Questionnaire, item)
            let codes = ledger.Tallies.Codes(item)
            let valid = options.Sum(o => codes.GetValueOrDefault(o.Code))
            from option in options
            let n = codes.GetValueOrDefault(option.Code)
            select new DistributionRow
            {
                Year = ledger.Edition.Year, Item = item.ReportKey, Code = option.Code, Role = option.Role, N = n, Share = (double)n / valid,
            }];

    private static IReadOnlyList<(int Code, OptionRole? Role)> OptionsOf(Questionnaire questionnaire, Item item) => item.Kind switch
    {
        ItemKind.Rating => [.. item.Scale!.Options.Select(o => (o.Code, (OptionRole?)o.Role))],
        ItemKind.SingleChoice => [.. questionnaire.QuestionOf(item)!.Options.Select(o => (o.Code, (OptionRole?)null))],
        ItemKind.Usage or ItemKind.Selected => [(1, null), (0, null)],
        _ => [],
    };
}
