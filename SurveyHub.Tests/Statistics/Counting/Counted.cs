using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Statistics.Ranking;

namespace SurveyHub.Tests.Statistics.Counting;

/// <summary>The product's statistics over what a test has counted.</summary>
internal static class Counted
{
    /// <param name="table">The counts.</param>
    /// <param name="items">The services pooled; null for all of them, also those too small to be shown alone.</param>
    public static Headline? Pooled(RatingTable table, IReadOnlyList<int>? items = null) =>
        Headline.Pooled(table.Pooled(items ?? table.ItemsWithBase(1)), items?.Count ?? table.ItemsWithBase(1).Count);

    /// <summary>Over all services with the minimum base.</summary>
    public static Headline? MeanOfServices(RatingTable table) =>
        table.ItemsWithBase(Thresholds.Default.MinimumBase) is { Count: > 0 } items ? Headline.MeanOfServices(table.Covariance(items)) : null;

    /// <param name="codes">The services' codes, in the order of the table's items.</param>
    /// <param name="table">The counts.</param>
    /// <param name="items">Indexes of the eligible items; null for all with the test base.</param>
    public static ServiceRanking Rank(IReadOnlyList<string> codes, RatingTable table, IReadOnlyList<int>? items = null)
    {
        items ??= table.ItemsWithBase(Thresholds.Default.MinimumTestBase);
        return items.Count == 0 ? new([], []) : LowestRated.Rank([.. items.Select(item => codes[item])], table.Covariance(items));
    }

    /// <summary>Two years' tallies of one item.</summary>
    public static Comparison Compare(ItemTally from, ItemTally to, bool comparable = true) =>
        new(ComparisonStates.Of(comparable, CellStates.Of(from), CellStates.Of(to)), from.GoodCount, to.GoodCount);

    /// <param name="people">For each person linked the ratings of the earlier and the later edition.</param>
    public static LinkedMoments Linked(IEnumerable<(GoodCount Earlier, GoodCount Later)> people)
    {
        var both = people.Where(person => person.Earlier.Valid > 0 && person.Later.Valid > 0).ToArray();
        return new(both.Length, Sum(p => p.Earlier.Good, p => p.Later.Good), Sum(p => p.Earlier.Good, p => p.Later.Valid),
            Sum(p => p.Earlier.Valid, p => p.Later.Good), Sum(p => p.Earlier.Valid, p => p.Later.Valid));

        long Sum(Func<(GoodCount Earlier, GoodCount Later), int> one, Func<(GoodCount Earlier, GoodCount Later), int> other) => both.Sum(p => (long)one(p) * other(p));
    }
}
