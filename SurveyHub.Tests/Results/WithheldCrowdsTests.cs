using SurveyHub.Results.Counting;

namespace SurveyHub.Tests.Results;

public sealed class WithheldCrowdsTests
{
    [Test]
    public void Whatever_the_groups_nobody_is_found_among_the_rows_or_by_subtracting_them()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 400; round++)
        {
            var groups = random.Next(1, 4);
            var combinations = Combinations(random, groups);
            var earlier = random.Next(0, 3) == 0 ? random.Next(10, 30) : 0;
            var kept = WithheldCrowds.Kept(combinations, groups, 10, (_, _) => earlier);

            Assert.That(Sharing(combinations, kept), Is.All.GreaterThanOrEqualTo(10), $"round {round}");
            foreach (var (group, value) in combinations.SelectMany(c => c.Values.Index()).Where(v => v.Item is not null).Select(v => (v.Index, v.Item!)).Distinct())
            {
                int[] having = [.. Enumerable.Range(0, kept.Count).Where(i => combinations[i].Values[group] == value)];
                var (all, withheld) = (having.Sum(i => combinations[i].People), having.Where(i => kept[i] <= group).Sum(i => combinations[i].People) + earlier);
                // Of a value that few have at all nothing is published, so there is nothing to subtract from.
                Assert.That(withheld, Is.Zero.Or.GreaterThanOrEqualTo(10).Or.EqualTo(all), $"round {round}: {group} {value}");
            }
        }
    }

    [Test]
    public void Large_combinations_keep_everything() =>
        Assert.That(WithheldCrowds.Kept([(["a", "x"], 10), (["a", "y"], 12), (["b", "x"], 30)], 2, 10, (_, _) => 0), Is.EqualTo([2, 2, 2]));

    [Test]
    public void A_small_combination_takes_its_smallest_neighbour_along_rather_than_losing_its_department() =>
        Assert.That(WithheldCrowds.Kept([(["a", "x"], 4), (["a", "y"], 40), (["a", "z"], 15), (["b", "x"], 30), (["b", "z"], 12)], 2, 10, (_, _) => 0),
            Is.EqualTo([1, 2, 1, 1, 2]), "x was given up by four only, so those of b do it too");

    private static List<(IReadOnlyList<string?> Values, int People)> Combinations(Random random, int groups)
    {
        var all = new Dictionary<string, (IReadOnlyList<string?> Values, int People)>(StringComparer.Ordinal);
        for (var i = random.Next(1, 40); i > 0; i--)
        {
            string?[] values = [.. Enumerable.Range(0, groups).Select(g => random.Next(0, 8) == 0 ? null : $"{(char)('a' + random.Next(0, 3 + g))}")];
            all[string.Join('/', values)] = (values, random.Next(1, random.Next(0, 2) == 0 ? 8 : 40));
        }
        return [.. all.Values];
    }

    private static IEnumerable<int> Sharing(IReadOnlyList<(IReadOnlyList<string?> Values, int People)> combinations, IReadOnlyList<int> kept) =>
        Enumerable.Range(0, kept.Count).Where(i => kept[i] > 0)
            .GroupBy(i => (kept[i], string.Join('/', combinations[i].Values.Take(kept[i]))))
            .Select(crowd => crowd.Sum(i => combinations[i].People));
}
