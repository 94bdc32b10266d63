using SurveyHub.Data;
using SurveyHub.Responses;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Counting;

/// <summary>
/// Counts the people whom a pseudonym links across two editions (methodology M5). Only imported editions carry pseudonyms. This is the
/// one count that holds people in memory while it runs: a small row of bytes each.
/// </summary>
internal static class LinkedCounting
{
    private const byte Other = 1;
    private const byte Good = 2;

    /// <summary>Counted once and kept, until one of the two is counted anew.</summary>
    public static async Task<LinkedCounts> OfAsync(Work work, Edition from, Edition to)
    {
        if (from.Origin != EditionOrigin.Imported || to.Origin != EditionOrigin.Imported) return LinkedCounts.None;
        var name = CountNames.Linked(from.Year);
        var kept = await work.QueryAsync<CountRow>(
            "select name, attribute, value, n from edition_count where edition_id = @EditionId and name = @name", new { to.EditionId, name });
        if (LinkedCounts.Read(kept) is { } known) return known;
        var counted = await CountAsync(work, from, to);
        await TallyStore.AddCountsAsync(work, to.EditionId, [.. counted.Rows(name)]);
        return counted;
    }

    /// <summary>Forgets what was counted with an edition whose answers are counted anew, or opened again.</summary>
    public static Task ForgetAsync(Work work, Edition edition) => work.ExecuteAsync(
        """
        delete from edition_count
        where (edition_id = @EditionId and name like 'linked:%')
           or (name = @name and edition_id in (select edition_id from edition where survey_key = @Survey))
        """, new { edition.EditionId, edition.Survey, name = CountNames.Linked(edition.Year) });

    private static async Task<LinkedCounts> CountAsync(Work work, Edition from, Edition to)
    {
        var items = ItemsOf(from).Select(i => (From: i, To: to.Items.Find(i.Key))).Where(i => i.To?.Kind == ItemKind.Rating).Select(i => (i.From, To: i.To!)).ToArray();
        var sums = new Sums(items.Length);
        if (!await HasPseudonymsAsync(work, from) || !await HasPseudonymsAsync(work, to)) return sums.Result([.. items.Select(i => i.To.ReportKey)]);
        var earlier = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await RatingsAsync(work, from, [.. items.Select(i => i.From)], (person, ratings) => earlier[person] = [.. ratings]);
        var services = items.Index().Where(i => i.Item.From.IsMain).Select(i => i.Index).ToArray();
        await RatingsAsync(work, to, [.. items.Select(i => i.To)], (person, ratings) =>
        {
            if (earlier.TryGetValue(person, out var before)) sums.Add(before, ratings, services);
        });
        return sums.Result([.. items.Select(i => i.To.ReportKey)]);
    }

    private static IEnumerable<Item> ItemsOf(Edition edition) =>
        edition.Items.MainRatings.Concat(edition.Items.Overall is { } overall ? [overall] : Array.Empty<Item>());

    private static async Task<bool> HasPseudonymsAsync(Work work, Edition edition) =>
        await work.FindAsync<int?>("select 1 from response where edition_id = @EditionId and person_key is not null limit 1", new { edition.EditionId }) is not null;

    private static async Task RatingsAsync(Work work, Edition edition, Item[] items, Action<string, byte[]> take)
    {
        var good = items.Select(i => i.Scale!.FavourableCodes.ToHashSet()).ToArray();
        var ratings = new byte[items.Length];
        await ResponseStream.ForEachAsync(work.Connection, work.Transaction, edition.EditionId, edition.Items.All.Count, response =>
        {
            for (var i = 0; i < items.Length; i++)
                ratings[i] = response.Code(items[i].No) is > 0 and { } code ? good[i].Contains(code) ? Good : Other : (byte)0;
            if (response.PersonKey is { } person) take(person, ratings);
            return ValueTask.CompletedTask;
        });
    }

    private sealed class Sums(int items)
    {
        private readonly int[,] _pairs = new int[items, 4];
        private int _people;
        private long _goodGood, _goodValid, _validGood, _validValid;

        public void Add(byte[] from, byte[] to, int[] services)
        {
            for (var i = 0; i < items; i++)
            {
                if (from[i] == 0 || to[i] == 0) continue;
                _pairs[i, 0]++;
                if (from[i] == Good) _pairs[i, 1]++;
                if (to[i] == Good) _pairs[i, 2]++;
                if (from[i] == Good && to[i] == Good) _pairs[i, 3]++;
            }
            var (n1, g1) = (services.Count(s => from[s] != 0), services.Count(s => from[s] == Good));
            var (n2, g2) = (services.Count(s => to[s] != 0), services.Count(s => to[s] == Good));
            if (n1 == 0 || n2 == 0) return;
            _people++;
            _goodGood += (long)g1 * g2;
            _goodValid += (long)g1 * n2;
            _validGood += (long)n1 * g2;
            _validValid += (long)n1 * n2;
        }

        public LinkedCounts Result(string[] keys) => new(
            Enumerable.Range(0, items).ToDictionary(i => keys[i], i => new PairTally(_pairs[i, 0], _pairs[i, 1], _pairs[i, 2], _pairs[i, 3])),
            new(_people, _goodGood, _goodValid, _validGood, _validValid));
    }
}
