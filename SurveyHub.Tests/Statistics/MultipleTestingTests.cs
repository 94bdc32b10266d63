using System.Text.Json;
using SurveyHub.Statistics;

namespace SurveyHub.Tests.Statistics;

public sealed class MultipleTestingTests
{
    [Test]
    public void Adjusted_values_are_those_of_R()
    {
        var cases = Vectors.Json("03_multiple_testing.json");
        Assert.That(cases, Has.Count.GreaterThan(5));
        foreach (var family in cases)
        {
            var name = family.GetProperty("id").GetString()!;
            var p = Values("p");
            Compare(Values("bh"), MultipleTesting.BenjaminiHochberg(p));
            Compare(Values("holm"), MultipleTesting.Holm(p));
            Assert.That(MultipleTesting.BenjaminiHochberg(p).Select(q => q <= 0.05), Is.EqualTo(family.GetProperty("rejected_bh_05").Items().Select(r => r.ValueKind == JsonValueKind.True)), name);

            double?[] Values(string property) => [.. family.GetProperty(property).Items().Select(item => item.Number())];

            void Compare(double?[] expected, IReadOnlyList<double?> actual)
            {
                Assert.That(actual, Has.Count.EqualTo(expected.Length));
                for (var i = 0; i < expected.Length; i++)
                    Close.To(expected[i], actual[i], Vectors.Exact, name);
            }
        }
    }

    [Test]
    public void A_smaller_p_never_gets_a_larger_adjusted_p() => Property.Holds(Property.PValues, p =>
        KeepsOrder(p, MultipleTesting.BenjaminiHochberg([.. p.Cast<double?>()]))
        && KeepsOrder(p, MultipleTesting.Holm([.. p.Cast<double?>()])));

    [Test]
    public void The_order_of_the_rows_does_not_matter() => Property.Holds(Property.PValues, p =>
    {
        double?[] forward = [.. p], backward = [.. p.Reverse()];
        return MultipleTesting.BenjaminiHochberg(forward).SequenceEqual(MultipleTesting.BenjaminiHochberg(backward).Reverse())
            && MultipleTesting.Holm(forward).SequenceEqual(MultipleTesting.Holm(backward).Reverse());
    });

    [Test]
    public void Rows_that_were_not_tested_do_not_count()
    {
        Assert.That(MultipleTesting.BenjaminiHochberg([0.02, null, 0.04]), Is.EqualTo(new double?[] { 0.04, null, 0.04 }).Within(1e-15));
        Assert.That(MultipleTesting.Holm([null, null]), Is.EqualTo(new double?[] { null, null }));
        Assert.That(MultipleTesting.BenjaminiHochberg([]), Is.Empty);
    }

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void What_is_not_a_probability_is_refused(double p) =>
        Assert.That(() => MultipleTesting.BenjaminiHochberg([p]), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static bool KeepsOrder(double[] p, IReadOnlyList<double?> adjusted) =>
        Enumerable.Range(0, p.Length).All(i =>
            adjusted[i] >= p[i] - 1e-12 && adjusted[i] <= 1
            && Enumerable.Range(0, p.Length).All(j => p[i] > p[j] || adjusted[i] <= adjusted[j]));
}
