using SurveyHub.Results.Counting;
using SurveyHub.Results.Differencing;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Tables;

/// <summary>Bases, shares and intervals of an edition's rating items (methodology M1, M2, M9).</summary>
internal static class ServiceYears
{
    public static IReadOnlyList<ServiceYearRow> Of(EditionTallies tallies, ServiceVisibility visibility)
    {
        var services = tallies.Edition.Items.MainRatings.Select(s => Row(tallies, s, visibility.StateOf(s), visibility.DisplayOf(s)));
        return [.. services, .. tallies.Edition.Items.Overall is { } overall ? [Row(tallies, overall)] : Array.Empty<ServiceYearRow>()];
    }

    public static IReadOnlyList<ServiceYearRow> Aspects(EditionTallies tallies) =>
        [.. AspectsOf(tallies.Edition).Select(i => Row(tallies, i))];

    public static IEnumerable<Item> AspectsOf(Edition edition) =>
        edition.Items.All.Where(i => i is { Kind: ItemKind.Rating, IsMain: false } && i != edition.Items.Overall);

    private static ServiceYearRow Row(EditionTallies tallies, Item item)
    {
        var protects = HiddenFigures.Of(tallies).Hides(item) && tallies.Of(item).Valid >= tallies.Thresholds.MinimumBase;
        var state = CellStates.Of(tallies.Of(item), tallies.Thresholds, protects);
        return Row(tallies, item, state, protects ? ExportWords.HiddenToProtectOthers : tallies.WordsOf(state));
    }

    private static ServiceYearRow Row(EditionTallies tallies, Item item, CellState state, string display)
    {
        var row = new ServiceYearRow
        {
            Year = tallies.Edition.Year, Item = item.ReportKey, Respondents = tallies.Count(CountNames.Responses), State = state, Display = display,
        };
        // Respondents minus "not used" minus skipped is the base: of a hidden item none of them may stand here.
        return state == CellState.Hidden ? row : WithNumbers(row, tallies.Of(item));
    }

    private static ServiceYearRow WithNumbers(ServiceYearRow row, ItemTally tally)
    {
        var pointsAreKnown = !tally.CodeCounts.IsEmpty;
        var interval = tally.GoodCount.Interval;
        return row with
        {
            Asked = tally.Asked,
            Valid = tally.Valid,
            NotApplicable = tally.NotApplicable,
            Missing = row.Respondents - tally.Valid - tally.NotApplicable,
            Good = tally.Good,
            Share = tally.Share,
            Lower = interval?.Lower,
            Upper = interval?.Upper,
            BestShare = pointsAreKnown ? tally.BestShare : null,
            BadShare = pointsAreKnown ? tally.BadShare : null,
            MeanCode = tally.MeanCode,
            CodeDeviation = tally.CodeDeviation,
        };
    }
}
