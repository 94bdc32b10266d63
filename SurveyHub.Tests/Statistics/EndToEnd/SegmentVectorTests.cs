using SurveyHub.Statistics;
using SurveyHub.Statistics.Disclosure;

namespace SurveyHub.Tests.Statistics.EndToEnd;

[TestFixture("20_end_to_end")]
[TestFixture("21_edge_cases")]
internal sealed class SegmentVectorTests(string folder)
{
    private readonly VectorSurvey _survey = VectorSurvey.Read(folder);

    [Test]
    public void Every_department_has_the_share_the_hiding_and_the_test_of_R()
    {
        foreach (var year in _survey.Expected("segments_overall").GroupBy(row => row.Count("year")))
        {
            var tallies = year.Select(row => _survey.Count(year.Key, person => person.Department == row["segment"]).Items[^1]).ToArray();
            var everyone = _survey.Count(year.Key).Items[^1].GoodCount;
            var disclosure = OneWayRule.Apply([.. tallies.Select(tally => tally.Valid)]);
            var compared = Segments.Compare([.. year.Select((row, i) =>
                new SegmentCell(row["segment"], VectorSurvey.Overall, tallies[i], everyone, disclosure.Cells[i].IsHidden))]);
            foreach (var (row, (segment, cell)) in year.Zip(compared.Zip(disclosure.Cells)))
                Compare(row, segment, cell);
        }
    }

    private static void Compare(VectorRow row, SegmentComparison segment, CellDisclosure cell)
    {
        var count = segment.Cell.Tally.GoodCount;
        Assert.That(count.Valid, Is.EqualTo(row.Count("n_valid")), $"{row}");
        Assert.That(count.Good, Is.EqualTo(row.Count("k_good")), $"{row}");
        Close.To(row.Number("share_good"), count.Share, Vectors.Exact, row);
        Close.To(row.Number("wilson_lower"), count.Interval?.Lower, Vectors.Exact, row);
        Close.To(row.Number("wilson_upper"), count.Interval?.Upper, Vectors.Exact, row);
        Assert.That(Reason(cell), Is.EqualTo(row["hidden_reason"]), $"{row}");
        Assert.That(cell.IsHidden, Is.EqualTo(row["hidden"] == "true"), $"{row}");
        Assert.That(segment.State == CellState.Hidden, Is.EqualTo(cell.IsHidden), $"{row}");
        Close.ToP(row.Number("p_versus_rest"), segment.VersusRest?.P, row);
        Close.ToP(row.Number("bh_versus_rest"), segment.AdjustedP, row);
    }

    private static string Reason(CellDisclosure cell) => cell.Visibility switch
    {
        CellVisibility.HiddenPrimary => "primary",
        CellVisibility.HiddenComplementary => "complementary",
        _ => "",
    };
}
