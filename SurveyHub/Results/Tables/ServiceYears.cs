using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Representing;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Precision;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Tables;

/// <summary>Bases, shares and intervals of an edition's rating items (methodology M1, M2, M9).</summary>
internal static class ServiceYears
{
    public static IReadOnlyList<ServiceYearRow> Of(Ledger ledger, bool listIsTooSmall) =>
        [.. ledger.Edition.Items.MainRatings.Concat(ledger.Edition.Items.Overall is { } overall ? [overall] : Array.Empty<Item>()).Select(i => Row(ledger, i, listIsTooSmall))];

    public static IReadOnlyList<ServiceYearRow> Aspects(Ledger ledger, bool listIsTooSmall) => [.. AspectsOf(ledger.Edition).Select(i => Row(ledger, i, listIsTooSmall))];

    public static IEnumerable<Item> AspectsOf(Edition edition) =>
        edition.Items.All.Where(i => i.IsAspect || (i is { Kind: ItemKind.Rating, Service: null } && i != edition.Items.Overall));

    private static ServiceYearRow Row(Ledger ledger, Item item, bool listIsTooSmall)
    {
        var (tallies, decided) = (ledger.Tallies, ledger[item]);
        var row = new ServiceYearRow
        {
            Year = tallies.Edition.Year, Item = item.ReportKey, Respondents = tallies.Count(CountNames.Responses), State = decided.State, Display = decided.Display,
        };
        // Respondents minus "not used" minus skipped is the base: of a hidden item none of them may stand here.
        return decided.State == CellState.Hidden ? row : Census(Weighted(WithNumbers(row, tallies.Of(item)), tallies, item), tallies, item, listIsTooSmall);
    }

    // Of more answers than people, altogether or in a group, there is nothing to tell but that the list is of others.
    private static ServiceYearRow Census(ServiceYearRow row, EditionTallies tallies, Item item, bool listIsTooSmall)
    {
        var count = tallies.Of(item).GoodCount;
        if (tallies.Edition.Questionnaire.Census != true || count.Valid == 0 || Representation.Eligible(tallies) is not (> 0 and var people)) return row;
        row = row with { CensusPopulation = people };
        return listIsTooSmall || CensusInterval.Of(count.Good, count.Valid, people) is not { } interval ? row : row with
        {
            CensusBase = count.Valid == people ? null : CensusInterval.EffectiveBase(count.Valid, people),
            CensusLower = interval.Lower,
            CensusUpper = interval.Upper,
        };
    }

    private static ServiceYearRow Weighted(ServiceYearRow row, EditionTallies tallies, Item item)
    {
        if (tallies.Weights is not { AreShown: true } weights) return row;
        var (sums, count) = (weights.Of(item), tallies.Of(item).GoodCount);
        var share = sums.Of(count);
        return row with
        {
            SumOfWeights = sums.Sum,
            WeightedShare = share?.Share,
            EffectiveN = share?.EffectiveN,
            DesignEffect = share?.DesignEffect,
            WeightedLower = share?.Interval.Lower,
            WeightedUpper = share?.Interval.Upper,
            WeightedError = sums.LinearizedError(count, weights.Outcome.People),
        };
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
