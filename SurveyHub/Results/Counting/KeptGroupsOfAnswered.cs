using System.Data.Common;
using System.Globalization;
using SurveyHub.Data;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Counting;

/// <summary>
/// How many groups each stored response may keep. The frame promised crowds among the invited; among those who answered a crowd may
/// have become a few, so an anonymous edition decides once more when it is closed. What a row gives up still counts in the group, unless
/// the whole group is a few: then it is forgotten, for a count of a few is their answers.
/// </summary>
internal sealed class KeptGroupsOfAnswered
{
    private readonly ByCombination<int> _kept;
    private readonly HashSet<(int Group, int Code)> _forgotten;
    private readonly int _all;

    private KeptGroupsOfAnswered(int all, ByCombination<int> kept, HashSet<(int Group, int Code)> forgotten) => (_all, _kept, _forgotten) = (all, kept, forgotten);

    public static async Task<KeptGroupsOfAnswered> ReadAsync(DbConnection db, DbTransaction? transaction, SqlDialect dialect, Edition edition, WithheldGroups earlier)
    {
        var items = new GroupSlots(edition).Items;
        if (edition.Questionnaire.Anonymity != Anonymity.Anonymous || items.Length == 0) return new(items.Length, new(), []);
        var answered = await AnsweredGroups.CountAsync(db, transaction, dialect, edition.EditionId, items, []);
        // By what they are, not by who came first: the same answers give the same rows.
        var combinations = answered.Select(a => (a.Codes, Values: Values(a.Codes), a.People)).OrderBy(c => string.Join(' ', c.Values), StringComparer.Ordinal).ToArray();
        var counted = combinations.Select(c => (c.Values, c.People)).ToArray();
        var kept = WithheldCrowds.Kept(counted, items.Length, edition.Questionnaire.MinimumAnswers, (group, code) => Earlier(edition, earlier, group, code));
        var keptBy = new ByCombination<int>();
        foreach (var (combination, groups) in combinations.Zip(kept)) keptBy[combination.Codes] = groups;
        return new(items.Length, keptBy, Forgotten(edition, counted, earlier));
    }

    private static int Earlier(Edition edition, WithheldGroups earlier, int group, string code)
    {
        var attribute = edition.Questionnaire.Groups[group];
        return attribute.Options.FirstOrDefault(o => o.Code.ToString(CultureInfo.InvariantCulture) == code) is { } option
            ? earlier.Responses(attribute.Key, option.Key)
            : 0;
    }

    /// <param name="codes">The response's code of each group, null where it has none.</param>
    /// <returns>How many of the leading groups it keeps.</returns>
    public int Of(int?[] codes) => _kept.TryGet(codes, out var kept) ? kept : _all;

    /// <summary>Whether a group is counted at all, 0-based.</summary>
    public bool IsCounted(int group, int code) => !_forgotten.Contains((group, code));

    private static HashSet<(int Group, int Code)> Forgotten(
        Edition edition, IReadOnlyList<(IReadOnlyList<string?> Values, int People)> combinations, WithheldGroups earlier) =>
        [.. from combination in combinations
            from value in combination.Values.Index()
            where value.Item is not null
            group combination.People by (value.Index, value.Item) into people
            where people.Sum() + Earlier(edition, earlier, people.Key.Index, people.Key.Item) < edition.Questionnaire.MinimumAnswers
            select (people.Key.Index, int.Parse(people.Key.Item, CultureInfo.InvariantCulture))];

    private static IReadOnlyList<string?> Values(int?[] codes) => [.. codes.Select(code => code?.ToString(CultureInfo.InvariantCulture))];
}
