using SurveyHub.Features.Exporting.Withholding;
using SurveyHub.Statistics.Disclosure;

namespace SurveyHub.Tests.Features.Exporting;

/// <summary>Sets every difference between report and file against every other, as somebody with much time would.</summary>
public sealed class CrowdWithholdingTests
{
    private const int Minimum = 10;

    [Test]
    public void Two_differences_set_against_each_other_leave_no_few()
    {
        var (random, tried) = (new Random(7), 0);
        for (var run = 0; run < 300; run++)
        {
            var crowds = Crowds(random, 2 + random.Next(2), 2 + random.Next(2));
            var published = Published(crowds);
            // What the report gives away by itself, where groups do not mix, no file can mend.
            if (SmallestUnion(published, [.. crowds.Where(c => c.Ratings > 0)]) < Minimum) continue;

            var withheld = CrowdWithholding.Decide(published, crowds, 2, [0, 0], Minimum);

            var unknown = crowds.Where((c, i) => withheld[i] && c.Ratings > 0).ToArray();
            Assert.That(SmallestUnion(published, unknown), Is.GreaterThanOrEqualTo(Minimum), $"run {run}");
            if (unknown.Length > 0) tried++;
        }
        Assert.That(tried, Is.GreaterThan(50));
    }

    [Test]
    public void Where_the_report_hides_nothing_nothing_is_left_out()
    {
        Crowd[] crowds = [new([1, 1], 20), new([1, 2], 3), new([2, 1], 12), new([2, 2], 30)];

        Assert.That(CrowdWithholding.Decide(Published(crowds), crowds, 2, [0, 0], Minimum), Is.All.False);
    }

    [Test]
    public void Three_whose_role_no_row_shows_are_not_what_the_page_has_more_than_the_file()
    {
        Crowd[] crowds = [new([1, 1], 40), new([1, 2], 25), new([2, 1], 30), new([2, null], 3)];
        var published = new PublishedTotals { All = 98, Shown = new Dictionary<GroupValue, int> { [new(0, 1)] = 65, [new(0, 2)] = 33, [new(1, 1)] = 70, [new(1, 2)] = 28 } };

        var withheld = CrowdWithholding.Decide(published, crowds, 2, [0, 0], Minimum);

        Assert.That(withheld[3], "the three");
        var second = crowds.Where((c, i) => !withheld[i] && c.Shown[1] == 2).Sum(c => c.Ratings);
        Assert.That(28 - second, Is.GreaterThanOrEqualTo(Minimum));
    }

    [Test]
    public void What_no_two_attributes_give_away_does_not_follow_from_three_together()
    {
        // Of the last attribute the second value is hidden. What the file lacks of the others: 12 and 16 each, 28 in all; and 12 + 12 + 12 - 28 is twice the first.
        Crowd[] hidden = [new([1, 1, 1, 2], 4), new([1, 2, 2, 2], 8), new([2, 1, 2, 2], 8), new([2, 2, 1, 2], 8)];
        Crowd[] crowds = [.. hidden, .. from a in Numbers(2) from b in Numbers(2) from c in Numbers(2) select new Crowd([a, b, c, 1], 50)];
        var published = Published(crowds);
        published = published with { Shown = published.Shown.Where(s => s.Key != new GroupValue(3, 2)).ToDictionary(), Hidden = new HashSet<GroupValue> { new(3, 2) } };
        Assert.That(GivenAway(published, hidden), Is.EqualTo(hidden), "or nothing is tried here");

        var withheld = CrowdWithholding.Decide(published, crowds, 4, [0, 0, 0, 0], Minimum);

        Assert.That(GivenAway(published, [.. crowds.Where((_, i) => withheld[i])]), Is.Empty);
        Assert.That(withheld.Take(4), Is.All.True);
    }

    [TestCase(3)]
    [TestCase(4)]
    public void Of_however_many_attributes_no_single_combination_follows_from_all_numbers_together(int attributes)
    {
        var (random, tried) = (new Random(11 + attributes), 0);
        for (var run = 0; run < 300; run++)
        {
            var crowds = Combinations(random, attributes);
            var published = Published(crowds);

            var withheld = CrowdWithholding.Decide(published, crowds, attributes, new int[attributes], Minimum);

            var unknown = crowds.Where((c, i) => withheld[i] && c.Ratings > 0).ToArray();
            Assert.That(GivenAway(published, unknown).Except(GivenAway(published, [.. crowds.Where(c => c.Ratings > 0)])), Is.Empty, $"run {run}");
            if (unknown.Length > 0) tried++;
        }
        Assert.That(tried, Is.GreaterThan(100));
    }

    /// <summary>Crowds of few ratings whose number is a combination of the known sums.</summary>
    private static IEnumerable<Crowd> GivenAway(PublishedTotals published, Crowd[] unknown)
    {
        var sums = published.Shown.Keys.Select(v => Vector(unknown, c => c.Has(v))).Append(Vector(unknown, _ => true)).ToList();
        var rank = Rank(sums);
        return unknown.Where(crowd => crowd.Ratings < Minimum && Rank([.. sums, Vector(unknown, c => c == crowd)]) == rank);
    }

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(1, count);

    /// <summary>By the one-way rule for each attribute, as the report does it.</summary>
    private static PublishedTotals Published(Crowd[] crowds)
    {
        var (shown, hidden) = (new Dictionary<GroupValue, int>(), new HashSet<GroupValue>());
        for (var attribute = 0; attribute < crowds[0].Shown.Count; attribute++)
        {
            var values = crowds.GroupBy(c => c.Shown[attribute]).Select(g => (Value: new GroupValue(attribute, g.Key), Ratings: g.Sum(c => c.Ratings))).ToArray();
            foreach (var (value, cell) in values.Zip(OneWayRule.Apply([.. values.Select(v => v.Ratings)], Minimum).Cells))
                if (cell.IsHidden) hidden.Add(value.Value);
                else if (value.Ratings > 0) shown[value.Value] = value.Ratings;
        }
        return new() { All = crowds.Sum(c => c.Ratings), Shown = shown, Hidden = hidden };
    }

    private static Crowd[] Crowds(Random random, int first, int second)
    {
        while (true)
        {
            var crowds = (from a in Enumerable.Range(1, first)
                          from b in Enumerable.Range(1, second)
                          select new Crowd([a, b], random.NextDouble() < 0.3 ? random.Next(0, 4) : random.Next(0, 25))).ToArray();
            if (crowds.Sum(c => c.Ratings) >= Minimum) return crowds;
        }
    }

    private static Crowd[] Combinations(Random random, int attributes) =>
        [.. Enumerable.Range(0, random.Next(6, 30))
            .Select(_ => (int?[])[.. Enumerable.Range(0, attributes).Select(_ => (int?)random.Next(1, 4))])
            .DistinctBy(shown => string.Join(',', shown))
            .Select(shown => new Crowd(shown, random.Next(0, random.Next(0, 2) == 0 ? 6 : 40)))];

    /// <summary>Fewest ratings of a union of crowds that is a combination of the known sums; all subsets are tried.</summary>
    private static int SmallestUnion(PublishedTotals published, Crowd[] unknown)
    {
        var sums = published.Shown.Keys.Select(v => Vector(unknown, c => c.Has(v))).Append(Vector(unknown, _ => true)).ToList();
        var rank = Rank(sums);
        var smallest = int.MaxValue;
        for (var subset = 1; subset < 1 << unknown.Length; subset++)
        {
            var ratings = unknown.Where((_, i) => (subset >> i & 1) == 1).Sum(c => c.Ratings);
            if (ratings < Math.Min(smallest, Minimum) && Rank([.. sums, [.. unknown.Select((_, i) => (double)(subset >> i & 1))]]) == rank) smallest = ratings;
        }
        return smallest;
    }

    private static double[] Vector(Crowd[] unknown, Func<Crowd, bool> of) => [.. unknown.Select(c => of(c) ? 1.0 : 0)];

    private static int Rank(IEnumerable<double[]> vectors)
    {
        var rows = vectors.Select(v => v.ToArray()).ToList();
        var rank = 0;
        for (var column = 0; rows.Count > 0 && column < rows[0].Length; column++)
        {
            var pivot = rows.FindIndex(rank, r => Math.Abs(r[column]) > 1e-9);
            if (pivot < 0) continue;
            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var other = rank + 1; other < rows.Count; other++)
            {
                var factor = rows[other][column] / rows[rank][column];
                for (var i = column; i < rows[other].Length; i++) rows[other][i] -= factor * rows[rank][i];
            }
            if (++rank == rows.Count) break;
        }
        return rank;
    }
}
