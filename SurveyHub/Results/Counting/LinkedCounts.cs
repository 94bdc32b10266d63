using SurveyHub.Statistics.Clustering;

namespace SurveyHub.Results.Counting;

/// <summary>What is known of the people who answered two editions under the same pseudonym. Sums only; who they are is not kept.</summary>
public sealed record LinkedCounts(IReadOnlyDictionary<string, PairTally> ByItem, LinkedMoments? Pooled)
{
    /// <summary>Nobody is linked.</summary>
    public static readonly LinkedCounts None = new(new Dictionary<string, PairTally>(), null);

    /// <summary>The people with a valid rating of an item in both editions: first is the earlier.</summary>
    public PairTally? Of(string reportKey) => ByItem.TryGetValue(reportKey, out var both) ? both : null;

    /// <summary>As <c>edition_count</c> keeps them.</summary>
    internal IEnumerable<CountRow> Rows(string name)
    {
        foreach (var (item, both) in ByItem)
            foreach (var row in Rows(name, item, [(Both, both.Both), (GoodFrom, both.GoodFirst), (GoodTo, both.GoodSecond), (GoodBoth, both.GoodBoth)]))
                yield return row;
        if (Pooled is not { } pooled) yield break;
        foreach (var row in Rows(name, "", [
            (People, pooled.People), (GoodGood, pooled.GoodGood), (GoodValid, pooled.GoodValid), (ValidGood, pooled.ValidGood), (ValidValid, pooled.ValidValid)]))
            yield return row;
    }

    /// <summary>What was kept; null when it was never counted.</summary>
    internal static LinkedCounts? Read(IReadOnlyList<CountRow> rows)
    {
        if (rows.Count == 0) return null;
        var byItem = rows.GroupBy(r => r.Attribute).ToDictionary(g => g.Key, g => g.ToDictionary(r => r.Value, r => r.N));
        byItem.Remove("", out var pooled);
        return new(
            byItem.ToDictionary(i => i.Key, i => new PairTally(i.Value[Both], i.Value[GoodFrom], i.Value[GoodTo], i.Value[GoodBoth])),
            pooled is null ? null : new(pooled[People], pooled[GoodGood], pooled[GoodValid], pooled[ValidGood], pooled[ValidValid]));
    }

    private const string Both = "both", GoodFrom = "good_from", GoodTo = "good_to", GoodBoth = "good_both";
    private const string People = "people", GoodGood = "good_good", GoodValid = "good_valid", ValidGood = "valid_good", ValidValid = "valid_valid";

    private static IEnumerable<CountRow> Rows(string name, string item, (string What, long N)[] counts) =>
        counts.Select(c => new CountRow { Name = name, Attribute = item, Value = c.What, N = checked((int)c.N) });
}
