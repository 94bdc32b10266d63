using System.Data.Common;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Counting;

/// <summary>
/// How many groups each stored response may keep. The frame promised crowds among the invited; among those who answered a crowd may
/// have become a few, so an anonymous edition decides once more when it is closed.
/// </summary>
internal sealed class KeptGroupsOfAnswered
{
    private readonly Dictionary<string, int> _kept;
    private readonly int _all;

    private KeptGroupsOfAnswered(int all, Dictionary<string, int> kept) => (_all, _kept) = (all, kept);

    public static async Task<KeptGroupsOfAnswered> ReadAsync(DbConnection db, DbTransaction? transaction, SqlDialect dialect, Edition edition)
    {
        var items = new GroupSlots(edition).Items;
        if (edition.Questionnaire.Anonymity != Anonymity.Anonymous || items.Length == 0) return new(items.Length, []);
        var people = await CountAsync(db, transaction, dialect, edition.EditionId, items);
        var combinations = people.Select(p => (Values: ValuesOf(p.Key), People: p.Value)).ToArray();
        var kept = KeptGroups.Count(combinations, items.Length, edition.Questionnaire.MinimumAnswers);
        return new(items.Length, people.Keys.Zip(kept).ToDictionary(StringComparer.Ordinal));
    }

    /// <param name="codes">The response's code of each group, null where it has none.</param>
    /// <returns>How many of the leading groups it keeps.</returns>
    public int Of(int?[] codes) => _kept.Count == 0 ? _all : _kept.GetValueOrDefault(Combination(codes), _all);

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
