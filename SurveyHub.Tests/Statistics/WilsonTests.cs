using SurveyHub.Statistics;

namespace SurveyHub.Tests.Statistics;

public sealed class WilsonTests
{
    [Test]
    public void The_interval_is_the_one_R_computes()
    {
        var rows = Vectors.Csv("01_wilson.csv").ToList();
        Assert.That(rows, Has.Count.GreaterThan(400));
        foreach (var row in rows)
        {
            var interval = Wilson.Of(row.Count("k"), row.Count("n"), row.Number("conf")!.Value);
            Close.To(row.Number("wilson_lower"), interval.Lower, Vectors.Exact, row);
            Close.To(row.Number("wilson_upper"), interval.Upper, Vectors.Exact, row);
        }
    }

    [Test]
    public void None_good_starts_at_exactly_zero_and_all_good_ends_at_exactly_one()
    {
        for (var n = 1; n < 3000; n++)
        {
            Assert.That(Wilson.Of(0, n).Lower, Is.Zero);
            Assert.That(Wilson.Of(n, n).Upper, Is.EqualTo(1));
        }
    }

    [Test]
    public void The_interval_always_contains_the_share_and_stays_between_zero_and_one() => Property.Holds(
        Property.RatedCounts, count =>
        {
            var interval = count.Interval!.Value;
            return interval.Contains(count.Share!.Value) && interval.Lower >= 0 && interval.Upper <= 1;
        });

    [Test]
    public void An_effective_sample_size_need_not_be_whole()
    {
        foreach (var row in Vectors.Csv("15_wilson_fpc.csv").Where(row => row.Count("n") < row.Count("N")))
        {
            var effective = row.Number("n_star")!.Value;
            var interval = Wilson.Of(row.Number("p")!.Value * effective, effective);
            Close.To(row.Number("lower"), interval.Lower, Vectors.Exact, row);
            Close.To(row.Number("upper"), interval.Upper, Vectors.Exact, row);
        }
    }

    [TestCase(1, 0)]
    [TestCase(1, -3)]
    [TestCase(-1, 5)]
    [TestCase(6, 5)]
    [TestCase(double.NaN, 5)]
    [TestCase(1, double.NaN)]
    [TestCase(1, double.PositiveInfinity)]
    public void Impossible_counts_are_refused_rather_than_answered_with_NaN(double good, double n) =>
        Assert.That(() => Wilson.Of(good, n), Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(95)]
    public void A_confidence_level_is_strictly_between_0_and_1(double level) =>
        Assert.That(() => Wilson.Of(1, 2, level), Throws.TypeOf<ArgumentOutOfRangeException>());
}
