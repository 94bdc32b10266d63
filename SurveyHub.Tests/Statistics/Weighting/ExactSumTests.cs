using System.Numerics;
using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Tests.Statistics.Weighting;

[TestFixture]
internal sealed class ExactSumTests
{
    [Test]
    public void The_order_of_answers_changes_no_digit_of_a_sum_of_weights()
    {
        var random = new Random(11);
        var weights = Enumerable.Range(0, 20_000).Select(_ => Math.Exp(random.NextDouble() * 12 - 6)).ToArray();
        var sums = new HashSet<double>();
        for (var turn = 0; turn < 20; turn++)
        {
            random.Shuffle(weights);
            sums.Add(Sum(weights));
        }

        Assert.That(sums, Is.EquivalentTo(new[] { Exactly(weights) }));
        Assert.That(weights.Sum(), Is.Not.EqualTo(sums.Single()), "added up as they come, the last digits go by the order");
    }

    [Test]
    public void A_sum_of_whole_numbers_is_that_number() => Assert.That(Sum(Enumerable.Range(0, 1001).Select(n => (double)n)), Is.EqualTo(500_500));

    [Test]
    public void Nothing_adds_up_to_nothing() => Assert.That(Sum([]), Is.Zero);

    private static double Sum(IEnumerable<double> numbers)
    {
        var sum = new ExactSum();
        foreach (var number in numbers) sum.Add(number);
        return sum.Value;
    }

    // In whole multiples of the smallest part that any of these has, and rounded once.
    private static double Exactly(IEnumerable<double> numbers)
    {
        const int parts = 90;
        var all = BigInteger.Zero;
        foreach (var number in numbers) all += new BigInteger(Math.ScaleB(number, parts));
        var lost = (int)Math.Max(0, all.GetBitLength() - 64);
        var kept = (ulong)(all >> lost) | (((BigInteger.One << lost) - 1 & all) > 0 ? 1UL : 0);
        return Math.ScaleB((double)kept, lost - parts);
    }
}
