using System.Globalization;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Benchmarking;
using SurveyHub.Tests.Architecture;

namespace SurveyHub.Tests.Statistics.Benchmarking;

public sealed class BenchmarkNormTests
{
    [Test]
    public void Quartiles_are_those_of_R_type_7()
    {
        var norm = BenchmarkNorm.Of([0.9, 0.5, 0.7, 0.6, 0.8, 1.0])!;

        Assert.That(norm.Organisations, Is.EqualTo(6));
        Assert.That((norm.LowerQuartile, norm.Median, norm.UpperQuartile), Is.EqualTo((0.625, 0.75, 0.875)).Within(1e-12));
    }

    // Quartiles by R: quantile(x, c(.25, .5, .75), type = 7) over the 109 published organisations of the UK Civil Service People Survey 2019.
    [TestCase(3, 59, 63, 67)]
    [TestCase(4, 73, 77, 80)]
    [TestCase(5, 79, 83, 87)]
    [TestCase(6, 67, 71, 73)]
    [TestCase(11, 28, 34, 41)]
    [TestCase(12, 43, 48, 57)]
    public void Quartiles_of_real_organisations_are_those_of_R(int column, int lower, int median, int upper)
    {
        var file = Path.GetFullPath(Path.Combine(SourceTree.Root, "../shared/real/civil-service-2019/organisations.csv"));
        if (!File.Exists(file)) Assert.Ignore("The organisations are not part of the project, and do not lie beside it.");
        double[] shares = [.. File.ReadLines(file).Skip(1).Select(line => int.Parse(line.Split(',')[^(13 - column)].TrimEnd('%'), CultureInfo.InvariantCulture) / 100.0)];

        var norm = BenchmarkNorm.Of(shares)!;

        Assert.That(norm.Organisations, Is.EqualTo(109));
        Assert.That((norm.LowerQuartile, norm.Median, norm.UpperQuartile), Is.EqualTo((lower / 100.0, median / 100.0, upper / 100.0)).Within(1e-12));
    }

    [Test]
    public void Fewer_than_five_organisations_are_no_benchmark() =>
        Assert.That(BenchmarkNorm.Of([0.5, 0.6, 0.7, 0.8]), Is.Null);

    [Test]
    public void Our_share_is_tested_against_the_median_as_if_that_were_exact()
    {
        var norm = BenchmarkNorm.Of([0.6, 0.7, 0.8, 0.9, 0.85])!;

        var (difference, p) = norm.Compare(new GoodCount(70, 100));

        Assert.That(difference, Is.EqualTo(-0.1).Within(1e-12));
        Assert.That(p, Is.EqualTo(0.0124193306515).Within(1e-9), "z = −2.5");
    }

    [Test]
    public void Where_all_organisations_are_perfect_only_perfection_equals_them()
    {
        var norm = BenchmarkNorm.Of([1, 1, 1, 1, 1])!;

        Assert.That((norm.Compare(new GoodCount(40, 40)).P, norm.Compare(new GoodCount(39, 40)).P), Is.EqualTo((1.0, 0.0)));
    }

    [Test]
    public void What_is_no_share_is_refused() =>
        Assert.That(() => BenchmarkNorm.Of([0.5, 0.6, 0.7, 0.8, 71]), Throws.TypeOf<ArgumentOutOfRangeException>());
}
