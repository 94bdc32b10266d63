using SurveyHub.Statistics.Clustering;

namespace SurveyHub.Tests.Statistics.Clustering;

public sealed class PairedChangeTests
{
    // ratesci prints six decimals.
    private const double Printed = 2e-6;

    [Test]
    public void The_same_people_in_both_years_are_compared_as_ratesci_and_R_do()
    {
        var rows = Vectors.Csv("11_change_linked/paired_2x2.csv").ToList();
        Assert.That(rows, Has.Count.GreaterThan(3));
        foreach (var row in rows)
        {
            var change = new PairedChange(row.Count("both_good"), row.Count("good_first_only"), row.Count("good_second_only"), row.Count("neither"));
            Assert.That(change.People, Is.EqualTo(row.Count("n")));
            Close.To(row.Number("diff_second_minus_first"), change.Difference, Vectors.Exact, row);
            Close.To(row.Number("newcombe_paired_lower"), change.Interval?.Lower, Printed, row);
            Close.To(row.Number("newcombe_paired_upper"), change.Interval?.Upper, Printed, row);
            Close.To(row.Number("mcnemar_chisq"), change.McNemar, Vectors.Exact, row);
            if (row.Number("mcnemar_p") is { } p) Close.ToP(p, change.P, row);
            Close.To(row.Number("exact_p"), change.ExactP, Vectors.Exact, row);
        }
    }

    [Test]
    public void Nobody_has_no_change_and_nobody_changing_is_no_evidence()
    {
        Assert.That(new PairedChange(0, 0, 0, 0).Interval, Is.Null);
        Assert.That((new PairedChange(5, 0, 0, 5).P, new PairedChange(5, 0, 0, 5).ExactP), Is.EqualTo((1.0, 1.0)));
    }
}
