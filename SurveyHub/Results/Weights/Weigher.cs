using System.Data.Common;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Responses;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Weights;

/// <summary>
/// Finds out everybody's weight before the answers are counted. In an anonymous edition those who share what their rows will tell share one
/// weight, the mean of theirs: a sum of weights then tells nothing that the rows do not (docs/adr/0015).
/// </summary>
internal static class Weigher
{
    /// <returns>The weights; or why there are none; both null where nobody asked for any.</returns>
    public static async Task<(ResponseWeights? Weights, EditionWeighting? Refused)> ReadAsync(
        DbConnection db, DbTransaction? transaction, SqlDialect dialect, Edition edition, KeptGroupsOfAnswered kept)
    {
        var own = await db.QuerySingleAsync<OwnRow>(
            "select count(*) as responses, count(case when weight > 0 then 1 end) as weighted from response where edition_id = @EditionId", new { edition.EditionId }, transaction);
        if (own.Responses > 0 && own.Weighted == own.Responses) return (ResponseWeights.Own(), null);
        if (edition.Questionnaire.Weighting is null) return (null, own.Weighted > 0 ? new() { State = WeightingState.WeightsMissing } : null);
        var answered = await AnsweredAsync(db, transaction, dialect, edition, (int)own.Responses);
        var frame = (await FrameCounting.ReadAsync(db, transaction, dialect, edition)).Where(c => c.Name != CountNames.Ineligible)
            .GroupBy(c => (c.Attribute, c.Value)).ToDictionary(g => g.Key, g => g.Sum(c => c.N));
        var (outcome, weights) = new Raker(edition, (attribute, value) => frame.GetValueOrDefault((attribute, value)), answered).Run();
        if (outcome.State != WeightingState.Weighted) return (null, outcome);
        return (ResponseWeights.Raked(outcome, ByCombination(answered, weights, kept)), null);
    }

    // Responses that tell no group are in no combination.
    private static async Task<IReadOnlyList<AnsweredCombination>> AnsweredAsync(DbConnection db, DbTransaction? transaction, SqlDialect dialect, Edition edition, int responses)
    {
        var groups = new GroupSlots(edition).Items;
        var answered = await AnsweredGroups.CountAsync(db, transaction, dialect, edition.EditionId, groups, []);
        var none = responses - answered.Sum(a => a.People);
        if (none <= 0) return answered;
        return answered.FirstOrDefault(a => a.Codes.All(c => c is null)) is { } known
            ? [.. answered.Where(a => a != known), new([.. known.Codes], []) { People = known.People + none }]
            : [.. answered, new(new int?[groups.Length], []) { People = none }];
    }

    private static ByCombination<double> ByCombination(IReadOnlyList<AnsweredCombination> answered, IReadOnlyList<double> weights, KeptGroupsOfAnswered kept)
    {
        var found = new ByCombination<double>();
        foreach (var crowd in answered.Zip(weights).GroupBy(a => Told(a.First.Codes, kept.Of(a.First.Codes))))
        {
            var mean = crowd.Sum(a => a.Second * a.First.People) / crowd.Sum(a => a.First.People);
            foreach (var (combination, _) in crowd) found[combination.Codes] = mean;
        }
        return found;
    }

    // What a row says of its person's groups; one that gave a group up is like one that never had it.
    private static string Told(int?[] codes, int kept) => string.Join(' ', codes.Select((code, group) => group < kept ? code ?? 0 : 0));

    private sealed record OwnRow
    {
        public long Responses { get; init; }
        public long Weighted { get; init; }
    }
}
