using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Tests.Statistics;

public sealed class NormalDistributionTests
{
    // From the power series in 900-digit decimal arithmetic.
    [TestCase(0, 0.5)]
    [TestCase(0.5, 0.30853753872598689637)]
    [TestCase(1.959963984540054, 0.025000000000000013765)]
    [TestCase(2.4999, 0.0062114183749445860467)]
    [TestCase(2.5, 0.0062096653257761351670)]
    [TestCase(6, 9.8658764503769814070e-10)]
    [TestCase(13.5, 7.8188073056578912157e-42)]
    [TestCase(20, 2.7536241186062336951e-89)]
    [TestCase(37, 5.7255712225245768227e-300)]
    public void The_upper_tail_is_right_to_twelve_digits_however_far_out(double z, double expected) =>
        Assert.That(NormalDistribution.UpperTail(z) / expected, Is.EqualTo(1).Within(1e-12));

    [Test]
    public void The_tails_mirror_each_other()
    {
        for (var z = -9.0; z <= 9; z += 0.37)
            Assert.That(NormalDistribution.Cdf(-z), Is.EqualTo(NormalDistribution.UpperTail(z)));
    }

    [TestCase(0.975, NormalDistribution.Z95)]
    [TestCase(0.5, 0)]
    [TestCase(0.025, -NormalDistribution.Z95)]
    [TestCase(0.2, -0.8416212335729142)]
    [TestCase(0.9999, 3.7190164854557084)]
    [TestCase(1e-20, -9.262340089798405)]
    [TestCase(1e-300, -37.0470962993612)]
    public void The_quantile_is_the_one_of_the_tables(double probability, double z) =>
        Assert.That(NormalDistribution.Quantile(probability), Is.EqualTo(z).Within(1e-13));

    [Test]
    public void The_quantile_undoes_the_distribution_function()
    {
        for (var z = -37.0; z <= 5; z += 0.21)
            Assert.That(NormalDistribution.Quantile(NormalDistribution.Cdf(z)), Is.EqualTo(z).Within(1e-9), $"z = {z}");
    }

    [Test]
    public void The_ends_are_infinite_and_outside_there_is_no_quantile()
    {
        Assert.That(NormalDistribution.Quantile(0), Is.EqualTo(double.NegativeInfinity));
        Assert.That(NormalDistribution.Quantile(1), Is.EqualTo(double.PositiveInfinity));
        Assert.That(() => NormalDistribution.Quantile(1.1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => NormalDistribution.Quantile(double.NaN), Throws.TypeOf<ArgumentOutOfRangeException>());
    }
}
