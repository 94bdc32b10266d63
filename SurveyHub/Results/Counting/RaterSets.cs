using System.Data.Common;
using SurveyHub.Data;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Counting;

/// <summary>
/// How many people rated at least one of a set of services (the m of methodology M5). The pass counts it for all services; the rare
/// other sets (some services too small to be tested, or asked in one of two editions only) are counted when they are needed, and kept.
/// </summary>
internal sealed class RaterSets
{
    private readonly EditionTallies _tallies;
    private readonly Dictionary<string, int> _found = new(StringComparer.Ordinal);

    private readonly bool _isLeast;

    private RaterSets(EditionTallies tallies, bool isLeast) => (_tallies, _isLeast) = (tallies, isLeast);

    /// <summary>Of counts without responses to look at: of a set that was not counted as many as rated one of its services, which makes errors larger.</summary>
    public static RaterSets AtLeast(EditionTallies tallies) => new(tallies, isLeast: true);

    /// <summary>What had to be counted and is not stored yet.</summary>
    public IReadOnlyList<CountRow> Found =>
        [.. _found.Select(f => new CountRow { Name = CountNames.RatersOf, Value = f.Key, N = f.Value })];

    /// <summary>Makes sure that the people of these sets are known.</summary>
    public static async Task<RaterSets> PrepareAsync(
        DbConnection db, DbTransaction? transaction, SqlDialect dialect, EditionTallies tallies, params IEnumerable<IReadOnlyList<Item>> sets)
    {
        var prepared = new RaterSets(tallies, isLeast: false);
        foreach (var set in sets.Where(_ => tallies.HasPairs).Select(prepared.Rated))
            if (set.Count > 0 && prepared.Known(set) is null)
                prepared._found[Key(set)] = prepared.Possible(set, await TallyStore.CountRatersAsync(db, transaction, dialect, tallies.Edition.EditionId, [.. set.Select(i => i.No)]));
        return prepared;
    }

    // Of an edition that was reopened, later answers may wait beside those that were counted. They are in no tally, so they can only be bounded here; m is in
    // the variance as m/(m-1).
    private int Possible(IReadOnlyList<Item> set, int found)
    {
        int[] valid = [.. set.Select(s => _tallies.Of(s).Valid)];
        var most = Math.Min(valid.Sum(), _tallies.Count(CountNames.Raters) ?? int.MaxValue);
        return Math.Clamp(found, Math.Min(valid.Max(), most), most);
    }

    /// <exception cref="InvalidOperationException">The set was not among those prepared.</exception>
    public int Of(IReadOnlyList<Item> services) => Known(Rated(services)) ?? (_isLeast ? Rated(services).Max(s => _tallies.Of(s).Valid) : default(int?))
        ?? throw new InvalidOperationException($"Nobody counted who rated {Key(services)} in edition {_tallies.Edition.EditionId}.");

    private int? Known(IReadOnlyList<Item> set)
    {
        if (set.Count == 0) return 0;
        var key = Key(set);
        if (key == Key(Rated(_tallies.Edition.Items.MainRatings))) return _tallies.Count(CountNames.Raters);
        return _found.TryGetValue(key, out var found) ? found : _tallies.Count(CountNames.RatersOf, value: key);
    }

    // A service without ratings changes nothing, so sets that differ only in such are the same set.
    private IReadOnlyList<Item> Rated(IEnumerable<Item> services) => [.. services.Where(s => _tallies.Of(s).Valid > 0)];

    private static string Key(IEnumerable<Item> services) => string.Join(',', services.Select(i => i.No).Order());
}
