using SurveyHub.Statistics;

namespace SurveyHub.Tests.Statistics;

public sealed class SegmentsTests
{
    private static readonly ScaleCodes YesNo = new([0, 1]);

    [Test]
    public void A_group_far_from_everyone_else_differs()
    {
        var rows = Compared([Cell("day", 90, 100), Cell("night", 40, 100), Cell("weekend", 65, 100)], 195, 300);

        Assert.That(rows.Select(row => row.AdjustedP <= Verdicts.Alpha), Is.EqualTo(new[] { true, true, false }));
        Assert.That(rows[1].VersusRest!.Difference, Is.EqualTo(0.40 - 155 / 200.0).Within(1e-12));
    }

    [Test]
    public void Everyone_else_must_be_enough_people_too()
    {
        var rows = Compared([Cell("large", 70, 100), Cell("small", 5, 29)], 75, 129);

        Assert.That(rows.Select(row => row.VersusRest), Is.All.Null);
        Assert.That(rows.Select(row => row.State), Is.EqualTo(new[] { CellState.Shown, CellState.SmallBase }));
    }

    [Test]
    public void A_hidden_group_is_not_tested_and_does_not_count_among_the_tests()
    {
        var hidden = Compared([Cell("day", 90, 100), Cell("night", 70, 100, isHidden: true)], 200, 300);
        var alone = Compared([Cell("day", 90, 100)], 200, 300);

        Assert.That(hidden[1].VersusRest, Is.Null);
        Assert.That(hidden[1].State, Is.EqualTo(CellState.Hidden));
        Assert.That(hidden[0].AdjustedP, Is.EqualTo(alone[0].AdjustedP));
    }

    [Test]
    public void A_group_larger_than_everyone_is_refused() =>
        Assert.That(() => Compared([Cell("day", 90, 100)], 80, 90), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static (string, ItemTally, bool) Cell(string segment, int good, int valid, bool isHidden = false) =>
        (segment, ItemTally.Of(YesNo, new Dictionary<int, int> { [0] = valid - good, [1] = good }), isHidden);

    private static IReadOnlyList<SegmentComparison> Compared((string Segment, ItemTally Tally, bool IsHidden)[] cells, int good, int valid) =>
        Segments.Compare([.. cells.Select(cell => new SegmentCell(cell.Segment, "overall", cell.Tally, new GoodCount(good, valid), cell.IsHidden))]);
}
