using System.Data.Common;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting.Withholding;

/// <summary>Counts the ratings of some items by the customer groups that the rows of the file show. One walk along these items' answers.</summary>
internal sealed class CrowdCounts
{
    private readonly List<int?[]> _shown = [];
    private readonly List<int[]> _ratings = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Item> _items;

    private CrowdCounts(IReadOnlyList<Item> items) => _items = items;

    public IReadOnlyList<int?[]> Shown => _shown;

    public static async Task<CrowdCounts> ReadAsync(
        DbConnection db, SqlDialect dialect, Edition edition, ExportedGroups groups, IReadOnlyList<Item> items, CancellationToken cancellation)
    {
        var counts = new CrowdCounts(items);
        var attributes = edition.Items.All.Where(i => i.Kind == ItemKind.Group).Select(i => i.No).ToArray();
        var places = new int[edition.Items.All.Count + 1];
        foreach (var (place, item) in items.Index()) places[item.No] = place;
        foreach (var (place, no) in attributes.Index()) places[no] = ~place;
        var (rated, codes) = (new bool[items.Count], new int?[attributes.Length]);
        long? current = null;
        var rows = db.QueryUnbufferedAsync<Row>(
            $"""
            select response_id, item_no, code
            from answer
            where edition_id = @EditionId and code > 0 and {dialect.AnyOf("item_no", "wanted")}
            order by response_id
            """, new { edition.EditionId, wanted = items.Select(i => i.No).Concat(attributes).ToArray() });
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (current is not null && current != row.ResponseId) Take();
            current = row.ResponseId;
            var place = places[row.ItemNo];
            if (place < 0) codes[~place] = row.Code;
            else rated[place] = true;
        }
        if (current is not null) Take();
        return counts;

        void Take()
        {
            groups.Limit(codes);
            counts.Add(codes, rated);
            Array.Clear(codes);
            Array.Clear(rated);
        }
    }

    public IReadOnlyList<Crowd> Of(int item) => [.. _shown.Zip(_ratings, (shown, ratings) => new Crowd(shown, ratings[item]))];

    private void Add(int?[] shown, bool[] rated)
    {
        var key = ExportedGroups.Key(shown);
        if (!_places.TryGetValue(key, out var place))
        {
            _places[key] = place = _shown.Count;
            _shown.Add([.. shown]);
            _ratings.Add(new int[_items.Count]);
        }
        for (var i = 0; i < rated.Length; i++)
            if (rated[i]) _ratings[place][i]++;
    }

    private sealed record Row
    {
        public long ResponseId { get; init; }
        public int ItemNo { get; init; }
        public int Code { get; init; }
    }
}
