using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Tests.Statistics;

public sealed class StudentTTests
{
    // Quantiles of the t distribution as R's qt(0.975, df) prints them.
    [TestCase(1, 12.7062047361747)]
    [TestCase(2, 4.30265272974946)]
    [TestCase(10, 2.22813885198627)]
    [TestCase(109, 1.98196748967355)]
    [TestCase(199, 1.97195654434725)]
    [TestCase(1e7, 1.95996422055165)]
    public void The_quantiles_are_those_of_the_tables(double degrees, double expected) =>
        Assert.That(StudentT.Quantile(0.95, degrees), Is.EqualTo(expected).Within(2e-9));

    [TestCase(1, 1, 0.5)]
    [TestCase(0, 7, 1)]
    [TestCase(double.PositiveInfinity, 3, 0)]
    public void Its_tails_are_known_at_a_few_places(double t, double degrees, double expected) =>
        Assert.That(StudentT.TwoSidedP(t, degrees), Is.EqualTo(expected).Within(1e-14));

    [Test]
    public void The_quantile_undoes_the_tail()
    {
        foreach (var degrees in new[] { 1.0, 2.5, 7, 40, 1234 })
            foreach (var level in new[] { 0.01, 0.5, 0.9, 0.95, 0.998 })
                Assert.That(StudentT.TwoSidedP(StudentT.Quantile(level, degrees), degrees), Is.EqualTo(1 - level).Within(1e-11), $"{level}, {degrees}");
    }

    [Test]
    public void Without_degrees_of_freedom_or_a_level_there_is_nothing_to_say()
    {
        Assert.That(() => StudentT.TwoSidedP(1, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => StudentT.Quantile(1, 5), Throws.TypeOf<ArgumentOutOfRangeException>());
    }
}
