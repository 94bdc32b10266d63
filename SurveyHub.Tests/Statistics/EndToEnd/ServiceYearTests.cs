using SurveyHub.Statistics;

namespace SurveyHub.Tests.Statistics.EndToEnd;

[TestFixture("20_end_to_end", false)]
[TestFixture("20_end_to_end", true)]
[TestFixture("21_edge_cases", false)]
[TestFixture("21_edge_cases", true)]
internal sealed class ServiceYearTests(string folder, bool alternativeGood)
{
    private readonly VectorSurvey _survey = alternativeGood ? VectorSurvey.ReadWithAlternativeGood(folder) : VectorSurvey.Read(folder);

    [Test]
    public void Every_item_of_every_year_has_the_counts_the_share_and_the_interval_of_R()
    {
        var rows = _survey.Expected(alternativeGood ? "service_year_alternative_scale" : "service_year").ToList();
        Assert.That(rows, Has.Count.GreaterThan(20));
        foreach (var year in rows.GroupBy(row => row.Count("year")))
        {
            var table = _survey.Count(year.Key);
            Assert.That(year.Select(row => row["item"]), Is.EqualTo(_survey.Items));
            foreach (var (row, tally) in year.Zip(table.Items))
                Compare(row, tally, table.People);
        }
    }

    private static void Compare(VectorRow row, ItemTally tally, int people)
    {
        var state = CellStates.Of(tally);
        Assert.That(ExportWords.Of(state), Is.EqualTo(row["display"]), $"{row}");
        Assert.That(people, Is.EqualTo(row.Count("respondents")), $"{row}");
        Assert.That(tally.Valid, Is.EqualTo(row.Count("n_valid")), $"{row}");
        Assert.That(tally.NotApplicable, Is.EqualTo(row.Count("n_not_applicable")), $"{row}");
        // The file calls an item that nobody was asked missing for everybody.
        Assert.That(state == CellState.NotAsked ? people : tally.Skipped, Is.EqualTo(row.Count("n_missing")), $"{row}");
        Assert.That(tally.Good, Is.EqualTo(row.Count("k_good")), $"{row}");
        Close.To(row.Number("share_good"), tally.Share, Vectors.Exact, row);
        Close.To(row.Number("wilson_lower"), tally.GoodCount.Interval?.Lower, Vectors.Exact, row);
        Close.To(row.Number("wilson_upper"), tally.GoodCount.Interval?.Upper, Vectors.Exact, row);
        Close.To(row.Number("share_top_code"), tally.BestShare, Vectors.Exact, row);
        Close.To(row.Number("mean_code"), tally.MeanCode, Vectors.Exact, row);
        Close.To(row.Number("sd_code"), tally.CodeDeviation, Vectors.Exact, row);
    }
}
