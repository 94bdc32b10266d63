using SurveyHub.Statistics.Disclosure;

namespace SurveyHub.Tests.Statistics.Disclosure;

public sealed class HiddenIntervalsTests
{
    [Test]
    public void A_hidden_group_follows_from_a_sum_that_leaves_nothing_for_the_others()
    {
        // Neither sum holds it alone, so elimination does not see it.
        var known = new HiddenIntervals([([0, 1], 5), ([1, 2], 0)], 3);

        Assert.That(LinearAudit.Exposed([[0, 1], [1, 2]], 3), Is.Empty);
        Assert.That(known.Of(0), Is.EqualTo((5.0, 5.0)));
        Assert.That(known.IsExposed(0));
    }

    [Test]
    public void A_group_in_no_sum_can_be_as_large_as_one_likes() =>
        Assert.That(new HiddenIntervals([([0], 4)], 2).Of(1), Is.EqualTo((0.0, double.PositiveInfinity)));

    [Test]
    public void Several_groups_together_can_be_known_though_none_of_them_is()
    {
        var known = new HiddenIntervals([([0, 1, 2], 20), ([2, 3], 8), ([0, 1, 2, 3], 25)], 4);

        Assert.That(known.IsExposed(0, 1));
        Assert.That(known.Of(0, 1), Is.EqualTo((17.0, 17.0)).Within(1e-9));
        Assert.That(known.IsExposed(0), Is.False);
    }

    [Test]
    public void Sums_that_no_counts_have_are_refused()
    {
        Assert.That(() => new HiddenIntervals([([0, 1], 5), ([0], 7)], 2), Throws.ArgumentException);
        Assert.That(() => new HiddenIntervals([([0], -1)], 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new HiddenIntervals([([3], 1)], 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void The_interval_of_a_cell_is_that_of_all_tables_with_the_same_margins()
    {
        var random = new Random(11);
        for (var i = 0; i < 200; i++)
        {
            var (rows, columns) = (random.Next(2, 4), random.Next(2, 4));
            var counts = Enumerable.Range(0, rows * columns).Select(_ => random.Next(4) == 0 ? 0 : random.Next(6)).ToArray();
            // Some cells are shown, some margins not.
            int[] hidden = [.. Enumerable.Range(0, counts.Length).Where(_ => random.Next(4) > 0)];
            if (hidden.Length == 0) continue;
            var sums = Enumerable.Range(0, rows).Select(r => hidden.Index().Where(h => h.Item / columns == r))
                .Concat(Enumerable.Range(0, columns).Select(c => hidden.Index().Where(h => h.Item % columns == c)))
                .Append(hidden.Index()).Where((_, at) => at == rows + columns || random.Next(5) > 0)
                .Select(line => line.Select(h => h.Index).ToArray()).Select(line => (Cells: (IReadOnlyCollection<int>)line, Sum: (double)line.Sum(at => counts[hidden[at]]))).ToArray();
            var all = Tables(sums, new int[hidden.Length], 0, counts.Sum()).ToArray();
            var known = new HiddenIntervals(sums, hidden.Length);
            for (var at = 0; at < hidden.Length; at++)
            {
                Assert.That(known.Of(at), Is.EqualTo(((double)all.Min(t => t[at]), (double)all.Max(t => t[at]))).Within(1e-7), $"table {i}, cell {at}");
                Assert.That(known.IsExposed(at), Is.EqualTo(all.Select(t => t[at]).Distinct().Count() == 1));
            }
        }
    }

    /// <summary>Every table of whole numbers that has these sums, one cell after the other.</summary>
    private static IEnumerable<int[]> Tables((IReadOnlyCollection<int> Cells, double Sum)[] sums, int[] table, int next, int most)
    {
        if (next == table.Length)
        {
            if (sums.All(s => s.Cells.Sum(c => table[c]) == (int)s.Sum)) yield return [.. table];
            yield break;
        }
        var room = sums.Where(s => s.Cells.Contains(next)).Select(s => (int)s.Sum - s.Cells.Where(c => c < next).Sum(c => table[c])).Append(most).Min();
        for (table[next] = 0; table[next] <= room; table[next]++)
            foreach (var found in Tables(sums, table, next + 1, most)) yield return found;
        table[next] = 0;
    }
}
