using SurveyHub.Statistics;
using SurveyHub.Statistics.Ranking;

namespace SurveyHub.Tests.Statistics.Ranking;

public sealed class RankLimitsTests
{
    [Test]
    public void Limits_and_pairs_are_those_of_R()
    {
        var sets = Vectors.Json("12_rank_sets.json");
        Assert.That(sets, Has.Count.GreaterThan(5));
        foreach (var set in sets)
        {
            var counts = set.Counts("k").Zip(set.Counts("n"), (good, valid) => new GoodCount(good, valid)).ToArray();
            var limits = RankLimits.Of([.. counts.Select(count => count.Share!.Value)], (j, k) => Math.Sqrt(Variance(counts[j]) + Variance(counts[k])));
            var name = set.GetProperty("id").GetString();

            Assert.That(limits.Rank, Is.EqualTo(set.Counts("rank_from_lowest")), name);
            Assert.That(limits.Lower, Is.EqualTo(set.Counts("holm_lower")), name);
            Assert.That(limits.Upper, Is.EqualTo(set.Counts("holm_upper")), name);
            foreach (var pair in limits.Pairs)
                Close.ToP(set.GetProperty("holm_adjusted_p_row_lower_than_column")[pair.Service][pair.Other].GetDouble(), pair.AdjustedP, $"{name} {pair}");
        }
    }

    [Test]
    public void Limits_are_narrower_than_those_of_overlapping_intervals_and_within_two_ranks_of_the_bootstrap()
    {
        foreach (var set in Vectors.Json("12_rank_sets.json"))
        {
            var counts = set.Counts("k").Zip(set.Counts("n"), (good, valid) => new GoodCount(good, valid)).ToArray();
            var limits = RankLimits.Of([.. counts.Select(count => count.Share!.Value)], (j, k) => Math.Sqrt(Variance(counts[j]) + Variance(counts[k])));

            Assert.That(Width(limits.Lower, limits.Upper), Is.LessThanOrEqualTo(Width(set.Counts("kww_lower"), set.Counts("kww_upper"))));
            Assert.That(limits.Lower, Is.EqualTo(set.Counts("csranks_bootstrap_lower")).Within(2));
            Assert.That(limits.Upper, Is.EqualTo(set.Counts("csranks_bootstrap_upper")).Within(2));
        }

        static int Width(IReadOnlyList<int> lower, IReadOnlyList<int> upper) => upper.Sum() - lower.Sum();
    }

    [Test]
    public void Without_any_variance_nothing_is_proven()
    {
        var limits = RankLimits.Of([0.5, 0.9, 0.9], (_, _) => 0);

        Assert.That(limits.Rank, Is.EqualTo(new[] { 1, 2, 2 }));
        Assert.That(limits.Lower, Is.EqualTo(new[] { 1, 1, 1 }));
        Assert.That(limits.Upper, Is.EqualTo(new[] { 3, 3, 3 }));
    }

    private static double Variance(GoodCount count) => count.Share!.Value * (1 - count.Share.Value) / count.Valid;
}
