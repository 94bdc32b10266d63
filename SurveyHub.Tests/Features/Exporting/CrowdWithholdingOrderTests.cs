using SurveyHub.Features.Exporting.Withholding;
using SurveyHub.Statistics.Disclosure;

namespace SurveyHub.Tests.Features.Exporting;

/// <summary>Counting once and taking off what goes leaves out the same crowds as counting everything anew before every step.</summary>
public sealed class CrowdWithholdingOrderTests
{
    private const int Minimum = 10;

    [TestCase(1, 600)]
    [TestCase(2, 600)]
    [TestCase(3, 400)]
    [TestCase(4, 150)]
    public void The_same_answers_are_left_out_as_when_everything_is_counted_again_each_time(int attributes, int editions)
    {
        var (random, steps) = (new Random(20261122 + attributes), 0);
        for (var edition = 0; edition < editions; edition++)
        {
            var crowds = Crowds(random, attributes);
            var published = Published(random, crowds, attributes);
            int[] notKnown = [.. Enumerable.Range(0, attributes).Select(_ => random.Next(0, 3) * random.Next(0, 20))];

            var expected = RecountedWithholding.Decide(published, crowds, attributes, notKnown, Minimum);

            Assert.That(CrowdWithholding.Decide(published, crowds, attributes, notKnown, Minimum), Is.EqualTo(expected), $"edition {edition}");
            if (expected.Where((_, i) => !crowds[i].Shown.Select((code, a) => new GroupValue(a, code)).Any(published.Hidden.Contains)).Contains(true)) steps++;
        }
        Assert.That(steps, Is.GreaterThan(editions / 8), "where only hidden cells go, no order is tried");
    }

    /// <summary>Of some sizes many, of others hardly any; a blank is somebody who did not say or whose row lost it.</summary>
    private static Crowd[] Crowds(Random random, int attributes)
    {
        int[] values = [.. Enumerable.Range(0, attributes).Select(_ => random.Next(1, 8))];
        var rare = random.NextDouble();
        var crowds = new Dictionary<string, Crowd>(StringComparer.Ordinal);
        for (var i = random.Next(1, 60); i > 0; i--)
        {
            int?[] shown = [.. values.Select(v => random.NextDouble() < 0.1 ? (int?)null : 1 + (int)(v * Math.Pow(random.NextDouble(), 1.5)))];
            crowds[string.Join(',', shown)] = new(shown, random.NextDouble() < rare ? random.Next(0, 6) : random.Next(0, 60));
        }
        return [.. crowds.Values];
    }

    /// <summary>
    /// By the one-way rule for each attribute. Sometimes the report shows more of a group than the rows do, or less, hides a group for a
    /// reason of another table, or shows no number of everyone.
    /// </summary>
    private static PublishedTotals Published(Random random, Crowd[] crowds, int attributes)
    {
        var (shown, hidden) = (new Dictionary<GroupValue, int>(), new HashSet<GroupValue>());
        for (var attribute = 0; attribute < attributes; attribute++)
        {
            var values = crowds.GroupBy(c => c.Shown[attribute]).Select(g => (Value: new GroupValue(attribute, g.Key), Ratings: g.Sum(c => c.Ratings))).ToArray();
            foreach (var (value, cell) in values.Zip(OneWayRule.Apply([.. values.Select(v => v.Ratings)], Minimum).Cells))
                if (cell.IsHidden || random.NextDouble() < 0.05) hidden.Add(value.Value);
                else if (value.Ratings > 0) shown[value.Value] = value.Ratings + (random.NextDouble() < 0.2 ? random.Next(-12, 25) : 0);
        }
        return new() { All = random.NextDouble() < 0.1 ? null : crowds.Sum(c => c.Ratings), Shown = shown, Hidden = hidden };
    }
}
