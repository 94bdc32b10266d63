using System.Data.Common;
using System.Globalization;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Counting;

/// <summary>
/// How many groups each stored response may keep. The frame promised crowds among the invited; among those who answered a crowd may
/// have become a few, so an anonymous edition decides once more when it is closed. What a row gives up still counts in the group, unless
/// the whole group is a few: then it is forgotten, for a count of a few is their answers.
/// </summary>
internal sealed class KeptGroupsOfAnswered
{
    private readonly Dictionary<string, int> _kept;
    private readonly HashSet<(int Group, int Code)> _forgotten;
    private readonly int _all;

    private KeptGroupsOfAnswered(int all, Dictionary<string, int> kept, HashSet<(int Group, int Code)> forgotten) => (_all, _kept, _forgotten) = (all, kept, forgotten);

    public static async Task<KeptGroupsOfAnswered> ReadAsync(DbConnection db, DbTransaction? transaction, SqlDialect dialect, Edition edition, WithheldGroups earlier)
    {
        var items = new GroupSlots(edition).Items;
        if (edition.Questionnaire.Anonymity != Anonymity.Anonymous || items.Length == 0) return new(items.Length, [], []);
        var people = await CountAsync(db, transaction, dialect, edition.EditionId, items);
        var combinations = people.Select(p => (Values: ValuesOf(p.Key), People: p.Value)).ToArray();
        var kept = WithheldCrowds.Kept(
            combinations, items.Length, edition.Questionnaire.MinimumAnswers, (group, code) => Earlier(edition, earlier, group, code));
        return new(items.Length, people.Keys.Zip(kept).ToDictionary(StringComparer.Ordinal), Forgotten(edition, combinations, earlier));
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
    public int Of(int?[] codes) => _kept.Count == 0 ? _all : _kept.GetValueOrDefault(Combination(codes), _all);

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

    private static async Task<SortedDictionary<string, int>> CountAsync(DbConnection db, DbTransaction? transaction, SqlDialect dialect, int editionId, int[] items)
    {
        var people = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var codes = new int?[items.Length];
        long? current = null;
        var rows = db.QueryUnbufferedAsync<GroupRow>(
            $"""
            select response_id, item_no, code
            from answer
            where edition_id = @editionId and {dialect.AnyOf("item_no", "items")}
            order by response_id
            """, new { editionId, items }, transaction);
        await foreach (var row in rows)
        {
            if (row.ResponseId != current) Count();
            current = row.ResponseId;
            codes[Array.IndexOf(items, row.ItemNo)] = row.Code;
        }
        Count();
        return people;

        void Count()
        {
            if (current is not null)
            {
                var combination = Combination(codes);
                people[combination] = people.GetValueOrDefault(combination) + 1;
            }
            Array.Clear(codes);
        }
    }

    // Declined and not known are the same here: neither tells who it was.
    private static string Combination(int?[] codes) => string.Join(' ', codes.Select(code => code > 0 ? code : null));

    private static IReadOnlyList<string?> ValuesOf(string combination) => [.. combination.Split(' ').Select(code => code.Length == 0 ? null : code)];

    private sealed record GroupRow
    {
        public long ResponseId { get; init; }
        public int ItemNo { get; init; }
        public int? Code { get; init; }
    }
}
