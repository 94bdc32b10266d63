using SurveyHub.Results.Disclosure;

namespace SurveyHub.Tests.Results.Disclosure;

/// <summary>Nobody who reads the same texts with one filter, with another and without can tell a few of their writers apart.</summary>
public sealed class SafePartsTests
{
    private const int Minimum = 10;

    private static readonly int[][] Divisions = [[0, 1, 2], [0, 1, 1], [0, 0, 2]];

    [Test]
    public void Every_label_with_enough_texts_is_a_part_of_its_own() =>
        Assert.That(Parts(40).Offer(Labels(20, 10, 10), Divisions), Is.EqualTo(new[] { 0, 1, 2 }));

    [Test]
    public void A_label_with_too_few_is_read_together_with_its_neighbour() =>
        Assert.That(Parts(40).Offer(Labels(21, 9, 10), Divisions), Is.EqualTo(new[] { 0, 1, 1 }));

    [Test]
    public void Nobody_is_as_good_as_enough() =>
        Assert.That(Parts(30).Offer(Labels(20, 0, 10), Divisions), Is.EqualTo(new[] { 0, 1, 2 }));

    [TestCase(31, 5, 4, Description = "the rest would be nine")]
    [TestCase(40, 0, 0, Description = "there is nothing to choose between")]
    public void Where_nothing_helps_there_is_no_filter(int first, int second, int third) =>
        Assert.That(Parts(40).Offer(Labels(first, second, third), Divisions), Is.Null);

    [Test]
    public void Small_groups_are_put_together_and_the_next_smallest_with_them_while_they_are_too_few()
    {
        Assert.That(Parts(54).OfferPooled(Labels(30, 12, 6, 6), 4, _ => false), Is.EqualTo(new[] { 0, 1, 4, 4 }), "twelve together");
        Assert.That(Parts(50).OfferPooled(Labels(30, 12, 6, 2), 4, _ => false), Is.EqualTo(new[] { 0, 4, 4, 4 }), "eight together are too few");
    }

    [Test]
    public void A_group_whose_figure_is_hidden_is_no_part_of_its_own() =>
        Assert.That(Parts(60).OfferPooled(Labels(20, 20, 20), 3, label => label > 0), Is.EqualTo(new[] { 0, 3, 3 }));

    [Test]
    public void A_second_filter_is_as_coarse_as_the_first_one_needs_it()
    {
        var parts = Parts(60);
        // Of the first thirty 15 stand on either side; of the others 25 and 5, and both lists together would show the five.
        parts.Offer(Labels(30, 30), [[0, 1]]);
        int[] second = [.. Labels(15, 15), .. Labels(25, 5)];

        Assert.That(parts.Offer(second, [[0, 1]]), Is.Null);
        Assert.That(parts.Offer([.. Labels(15, 15), .. Labels(20, 10)], [[0, 1]]), Is.EqualTo(new[] { 0, 1 }));
    }

    [Test]
    public void Texts_that_an_earlier_report_showed_may_not_leave_a_few_later_ones([Values(9, 10)] int later) =>
        Assert.That(new SafeParts([.. Enumerable.Repeat("was", 30), .. Enumerable.Repeat("later", later)], Minimum).IsSafe, Is.EqualTo(later == 10));

    [Test]
    public void No_filter_and_no_difference_of_filters_tells_a_few_apart([Range(1, 300)] int seed)
    {
        var random = new Random(seed);
        var (texts, minimum) = (random.Next(5, 250), random.Next(10, 16));
        string[] known = [.. Enumerable.Range(0, texts).Select(_ => random.Next(3) == 0 ? "later" : "was")];
        var parts = new SafeParts(random.Next(2) == 0 ? known : known.Select(_ => ""), minimum);
        if (!parts.IsSafe || texts < minimum) return;
        var offered = new List<int[]>();
        foreach (var (place, labels) in new[] { 3, 2 + random.Next(4), 2 + random.Next(9) }.Index())
        {
            var mood = random.NextDouble() * 2;
            int[] drawn = [.. Enumerable.Range(0, texts).Select(_ => (int)(labels * Math.Pow(random.NextDouble(), 1 + mood)))];
            var together = random.Next(labels);
            if ((place == 0 ? parts.Offer(drawn, Divisions) : parts.OfferPooled(drawn, labels, l => l == together && seed % 3 == 0)) is { } division)
                offered.Add([.. drawn.Select(l => division[l])]);
        }

        // Whoever reads knows every text by the parts it is in. Whatever is taken away from whatever is a sum of these.
        var toldApart = Enumerable.Range(0, texts).GroupBy(at => string.Join(' ', offered.Select(o => o[at]))).Select(g => g.Count());
        Assert.That(toldApart, Is.All.AtLeast(minimum));
        foreach (var one in Sets(offered))
            foreach (var other in Sets(offered))
                foreach (var rest in new[] { one.Except(other).Count(), one.Intersect(other).Count(), texts - one.Union(other).Count() })
                    Assert.That(rest, Is.Zero.Or.AtLeast(minimum));
    }

    private static HashSet<int>[] Sets(List<int[]> offered) =>
        [.. from parts in offered from part in parts.Distinct() select parts.Index().Where(p => p.Item == part).Select(p => p.Index).ToHashSet()];

    private static SafeParts Parts(int texts) => new(Enumerable.Repeat("", texts), Minimum);

    private static int[] Labels(params int[] counts) => [.. counts.SelectMany((n, label) => Enumerable.Repeat(label, n))];
}
