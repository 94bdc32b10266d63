using SurveyHub.Statistics.Weighting;

namespace SurveyHub.Tests.Statistics.Weighting;

public sealed class PageRoundingTests
{
    [Test]
    public void One_answer_more_in_one_group_and_one_fewer_in_another_moves_a_weighted_share_by_less_than_its_last_digit()
    {
        var random = new Random(20261122);
        var shown = 0;
        for (var i = 0; i < 500; i++)
        {
            double[] weights = [.. Enumerable.Range(0, random.Next(5, 3000)).Select(_ => 0.2 + 3 * Math.Pow(random.NextDouble(), 3))];
            var range = (weights.Max() - weights.Min()) / weights.Average();
            if (PageRounding.Decimals(weights.Length, range, 30) is not { } decimals) continue;
            shown++;
            Assert.That((weights.Max() - weights.Min()) / weights.Sum(), Is.LessThanOrEqualTo(Math.Pow(10, -decimals) + 1e-12), $"{weights.Length} answers, {decimals} decimals");
        }
        Assert.That(shown, Is.GreaterThan(100));
    }

    [TestCase(29, 0.1, null)]
    [TestCase(30, 0.3, 2)]
    [TestCase(30, 0.31, null)]
    [TestCase(299, 0.0, 2)]
    [TestCase(300, 0.3, 3)]
    [TestCase(300, 0.31, 2)]
    [TestCase(900, 1.5, 2)]
    [TestCase(1500, 1.5, 3)]
    public void The_further_weights_go_apart_the_more_answers_a_digit_needs(int valid, double range, int? decimals) =>
        Assert.That(PageRounding.Decimals(valid, range, 30), Is.EqualTo(decimals));

    [Test]
    public void Half_a_percent_is_rounded_up() => Assert.That(PageRounding.Of(0.645, 200, 0.5, 30), Is.EqualTo(0.65).Within(1e-12));
}
