using SurveyHub.Statistics.Precision;

namespace SurveyHub.Tests.Statistics.Precision;

public sealed class DetectableChangeTests
{
    [Test]
    public void The_smallest_change_that_is_found_four_times_in_five_is_the_one_of_R()
    {
        var rows = Vectors.Csv("08_detectable_change.csv").ToList();
        Assert.That(rows, Has.Count.EqualTo(24));
        foreach (var row in rows)
        {
            var found = DetectableChange.From(row.Number("p1")!.Value, row.Count("n_per_year"));
            Close.To(row.Number("smallest_higher_p2"), found.Higher, Vectors.Exact, row);
            Close.To(row.Number("smallest_lower_p2"), found.Lower, Vectors.Exact, row);
        }
    }

    [Test]
    public void From_150_ratings_and_71_per_cent_84_and_55_would_be_found()
    {
        var found = DetectableChange.From(0.71, 150);

        Assert.That((Math.Round(found.Higher!.Value, 2), Math.Round(found.Lower!.Value, 2)), Is.EqualTo((0.84, 0.55)));
    }

    [Test]
    public void At_a_stricter_level_less_is_found()
    {
        // R: uniroot over power.prop.test(n = 120, p1 = 101/120, sig.level = 0.01).
        var found = DetectableChange.From(101.0 / 120, 120, level: 0.01);

        Assert.That(found.Higher, Is.EqualTo(0.9698075).Within(1e-6));
        Assert.That(found.Lower, Is.EqualTo(0.6508299).Within(1e-6));
    }

    [Test]
    public void With_too_few_ratings_no_rise_at_all_would_be_found() =>
        Assert.That(DetectableChange.From(0.92, 30).Higher, Is.Null);

    [Test]
    public void From_none_good_only_a_rise_can_be_found_and_from_all_good_only_a_fall()
    {
        Assert.That(DetectableChange.From(0, 200).Lower, Is.Null);
        Assert.That(DetectableChange.From(0, 200).Higher, Is.InRange(0.01, 0.1));
        Assert.That(DetectableChange.From(1, 200).Higher, Is.Null);
        Assert.That(DetectableChange.From(1, 200).Lower, Is.InRange(0.9, 0.99));
    }

    [Test]
    public void Two_years_of_different_size_are_worth_their_harmonic_mean()
    {
        Assert.That(DetectableChange.CommonBase(150, 150), Is.EqualTo(150));
        Assert.That(DetectableChange.CommonBase(100, 300), Is.EqualTo(150).Within(1e-12));
    }

    [TestCase(-0.1, 100)]
    [TestCase(1.1, 100)]
    [TestCase(double.NaN, 100)]
    [TestCase(0.5, 0)]
    public void What_cannot_be_is_refused(double share, double perYear) =>
        Assert.That(() => DetectableChange.From(share, perYear), Throws.TypeOf<ArgumentOutOfRangeException>());
}
