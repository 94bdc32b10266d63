using SurveyHub.Statistics.Clustering;

namespace SurveyHub.Results.Counting;

/// <summary>What is known of the people who answered two editions under the same pseudonym. Sums only; who they are is not kept.</summary>
public sealed record LinkedCounts(IReadOnlyDictionary<string, PairTally> ByItem, LinkedMoments? Pooled)
{
    /// <summary>Nobody is linked.</summary>
    public static readonly LinkedCounts None = new(new Dictionary<string, PairTally>(), null);

    /// <summary>The people with a valid rating of an item in both editions: first is the earlier.</summary>
    public PairTally? Of(string reportKey) => ByItem.TryGetValue(reportKey, out var both) ? both : null;
}
