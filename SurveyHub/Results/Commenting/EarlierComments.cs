using System.Data.Common;
using Dapper;

namespace SurveyHub.Results.Commenting;

/// <summary>The comments that an edition's report showed before it was reopened. Whoever kept them knows which of the new ones are later.</summary>
internal sealed class EarlierComments
{
    /// <summary>What is known of a comment that was not there.</summary>
    public const string Later = "later";

    private readonly Dictionary<(int Item, string Body), string[]> _known;
    private readonly HashSet<int> _items;

    private EarlierComments(IEnumerable<KnownRow> rows)
    {
        _known = rows
            .GroupBy(r => (r.ItemNo, r.Place, r.Copy, r.Body))
            .Select(c => (c.Key.ItemNo, c.Key.Body, Parts: "was " + string.Join(' ', c.Select(r => $"{r.Filter}={r.Part}").Order(StringComparer.Ordinal))))
            .GroupBy(c => (c.ItemNo, c.Body), c => c.Parts)
            .ToDictionary(g => g.Key, g => g.ToArray());
        _items = [.. _known.Keys.Select(k => k.Item)];
    }

    public static async Task<EarlierComments> ReadAsync(DbConnection db, DbTransaction? transaction, int editionId) => new(await db.QueryAsync<KnownRow>(
        """
        select c.item_no, c.place, c.copy, c.body, coalesce(p.filter, '') as filter, coalesce(p.part, '') as part
        from comment c
        left join comment_part p on p.edition_id = c.edition_id and p.item_no = c.item_no and p.place = c.place and p.copy = c.copy
        where c.edition_id = @editionId
        """, new { editionId }, transaction));

    /// <summary>Whether comments on it were shown.</summary>
    public bool Has(int itemNo) => _items.Contains(itemNo);

    /// <summary>What is known of each comment: in which parts it was, or that it is later. The same for all where none was shown.</summary>
    public IReadOnlyList<string> Known(int itemNo, IEnumerable<string> bodies)
    {
        if (!Has(itemNo)) return [.. bodies.Select(_ => "")];
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = new List<string>();
        foreach (var body in bodies)
        {
            var before = _known.GetValueOrDefault((itemNo, body), []);
            var at = used.GetValueOrDefault(body);
            used[body] = at + 1;
            known.Add(at < before.Length ? before[at] : Later);
        }
        return known;
    }

    private sealed record KnownRow
    {
        public int ItemNo { get; init; }
        public long Place { get; init; }
        public int Copy { get; init; }
        public required string Body { get; init; }
        public required string Filter { get; init; }
        public required string Part { get; init; }
    }
}
