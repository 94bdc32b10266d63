using SurveyHub.Statistics;

namespace SurveyHub.Tests.Statistics;

public sealed class ChangeTests
{
    [Test]
    public void Size_and_evidence_are_those_R_computes()
    {
        var rows = Vectors.Csv("02_two_proportions.csv").ToList();
        Assert.That(rows, Has.Count.GreaterThan(100));
        foreach (var row in rows)
        {
            // The file's difference is first minus second.
            var change = Change.Between(new GoodCount(row.Count("k2"), row.Count("n2")), new GoodCount(row.Count("k1"), row.Count("n1")));
            Close.To(row.Number("diff_p1_minus_p2"), change.Difference, Vectors.Exact, row);
            Close.To(row.Number("newcombe_lower"), change.Interval.Lower, Vectors.Exact, row);
            Close.To(row.Number("newcombe_upper"), change.Interval.Upper, Vectors.Exact, row);
            Close.To(row.Number("z_pooled"), change.Z, Vectors.Exact, row);
            Close.ToP(row.Number("p_pearson") ?? 1, change.PPearson, row);
            Close.To(row.Number("min_expected") ?? 0, change.MinimumExpected, Vectors.Exact, row);
            Close.ToP(row.Number("p_fisher"), change.PFisher, row);
        }
    }

    [Test]
    public void The_worked_examples_of_Newcombe_1998_come_out()
    {
        foreach (var example in Vectors.JsonObject("14_published_examples.json").GetProperty("newcombe_1998_method_10").EnumerateArray())
        {
            var interval = Change.Between(Count("k2", "n2"), Count("k1", "n1")).Interval;
            Assert.That(interval.Lower, Is.EqualTo(example.GetProperty("lower").GetDouble()).Within(0.00005));
            Assert.That(interval.Upper, Is.EqualTo(example.GetProperty("upper").GetDouble()).Within(0.00005));

            GoodCount Count(string good, string valid) => new(example.GetProperty(good).GetInt32(), example.GetProperty(valid).GetInt32());
        }
    }

    [Test]
    public void Looking_back_instead_of_forward_only_changes_the_sign() => Property.Holds(
        Property.TwoRatedCounts, pair =>
        {
            var forward = Change.Between(pair.From, pair.To);
            var backward = Change.Between(pair.To, pair.From);
            return Near(forward.Difference, -backward.Difference)
                && Near(forward.Interval.Lower, -backward.Interval.Upper)
                && Near(forward.Interval.Upper, -backward.Interval.Lower)
                && Near(forward.P, backward.P);
        });

    [Test]
    public void The_interval_contains_the_difference_and_stays_within_one_hundred_points() => Property.Holds(
        Property.TwoRatedCounts, pair =>
        {
            var change = Change.Between(pair.From, pair.To);
            return change.Interval.Contains(change.Difference) && change.Interval.Lower >= -1 - 1e-12 && change.Interval.Upper <= 1 + 1e-12
                && change.P is >= 0 and <= 1 && change.PFisher is >= 0 and <= 1;
        });

    [Test]
    public void Everybody_satisfied_in_both_years_is_no_evidence_of_change()
    {
        var change = Change.Between(new GoodCount(60, 60), new GoodCount(57, 57));

        Assert.That(change.Z, Is.Null);
        Assert.That(change.P, Is.EqualTo(1));
        Assert.That(change.MinimumExpected, Is.Zero);
    }

    [Test]
    public void A_small_expected_count_is_left_to_Fisher()
    {
        var change = Change.Between(new GoodCount(64, 64), new GoodCount(64, 66));

        Assert.That(change.MinimumExpected, Is.LessThan(5));
        Assert.That(change.P, Is.EqualTo(change.PFisher));
    }

    [Test]
    public void A_year_without_ratings_cannot_be_compared() =>
        Assert.That(() => Change.Between(new GoodCount(0, 0), new GoodCount(1, 2)), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-9;
}
