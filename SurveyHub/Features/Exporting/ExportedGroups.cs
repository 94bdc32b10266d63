using System.Data.Common;
using Dapper;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting;

/// <summary>
/// Which groups a row of the microdata may show. A combination that fewer answers share than a figure needs would be a figure about too few people,
/// so it loses attributes, the last first. Anonymous editions were treated so when they were closed; the others are here.
/// </summary>
public sealed class ExportedGroups
{
    private readonly IReadOnlyList<Item> _groups;
    private readonly Dictionary<string, int> _kept;

    private ExportedGroups(IReadOnlyList<Item> groups, Dictionary<string, int> kept, int hidden)
    {
        (_groups, _kept) = (groups, kept);
        ResponsesWithHiddenGroups = hidden;
    }

    /// <summary>Responses that show fewer groups than were known.</summary>
    public int ResponsesWithHiddenGroups { get; }

    public static async Task<ExportedGroups> CountAsync(DbConnection db, Edition edition)
    {
        var groups = edition.Items.All.Where(i => i.Kind == ItemKind.Group).ToArray();
        if (groups.Length == 0) return new(groups, [], 0);
        var people = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = new int?[groups.Length];
        long? current = null;
        await foreach (var row in db.QueryUnbufferedAsync<Row>(
            """
            select response_id, item_no, code
            from answer
            where edition_id = @EditionId and item_no between @First and @Last
            order by response_id, item_no
            """,
            new { edition.EditionId, First = groups[0].No, Last = groups[^1].No }))
        {
            if (current != row.ResponseId)
            {
                if (current is not null) Count();
                current = row.ResponseId;
                Array.Clear(codes);
            }
            codes[row.ItemNo - groups[0].No] = row.Code is > 0 ? row.Code : null;
        }
        if (current is not null) Count();
        return Of(groups, people, edition.Questionnaire.MinimumAnswers);

        void Count()
        {
            var key = Key(codes);
            people[key] = people.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Fills the codes of the groups to show, in the order of the group items; null is not shown or not known.</summary>
    public void Read(StreamedResponse response, int?[] shown)
    {
        for (var i = 0; i < _groups.Count; i++) shown[i] = response.Code(_groups[i].No) is > 0 and var code ? code : null;
        Limit(shown);
    }

    /// <summary>Takes away what a row with these codes does not show.</summary>
    public void Limit(int?[] codes)
    {
        var kept = _groups.Count == 0 ? 0 : _kept.GetValueOrDefault(Key(codes));
        for (var i = kept; i < _groups.Count; i++) codes[i] = null;
    }

    /// <summary>Equal codes have equal keys.</summary>
    internal static string Key(int?[] codes) => string.Join(',', codes);

    private static ExportedGroups Of(IReadOnlyList<Item> groups, Dictionary<string, int> people, int minimum)
    {
        var keys = people.Keys.ToArray();
        var counts = KeptGroups.Count([.. keys.Select(k => ((IReadOnlyList<string?>)[.. k.Split(',').Select(v => v.Length == 0 ? null : v)], people[k]))], groups.Count, minimum);
        var kept = keys.Select((key, i) => (key, Count: counts[i])).ToDictionary(k => k.key, k => k.Count, StringComparer.Ordinal);
        var hidden = keys.Where(k => k.Split(',').Skip(kept[k]).Any(v => v.Length > 0)).Sum(k => people[k]);
        return new(groups, kept, hidden);
    }

    private sealed record Row
    {
        public long ResponseId { get; init; }
        public int ItemNo { get; init; }
        public int? Code { get; init; }
    }
}
