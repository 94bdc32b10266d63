using FsCheck;
using FsCheck.Fluent;
using SurveyHub.Statistics.Disclosure;

namespace SurveyHub.Tests.Statistics.Disclosure;

public sealed class DisclosureTests
{
    private const int Minimum = 10;

    [Test]
    public void What_a_one_way_table_gives_away_joins_two_groups_and_ten_answers() => Property.Holds(
        Gen.ArrayOf(Count),
        counts =>
        {
            var table = OneWayRule.Apply(counts, Minimum);
            int[] hidden = [.. counts.Where((_, cell) => table.Cells[cell].IsHidden)];
            var total = counts.Sum();
            return (hidden.Length == 0 || table.Total.IsHidden || (hidden.Length > 1 && hidden.Sum() >= Minimum))
                && table.Total.IsHidden == total is > 0 and < Minimum
                && counts.Zip(table.Cells).All(cell => cell.First is 0 or >= Minimum || cell.Second.Visibility == CellVisibility.HiddenPrimary)
                && counts.Zip(table.Cells).All(cell => cell.First != 0 || cell.Second == CellDisclosure.Empty);
        },
        2000);

    [Test]
    public void What_a_two_way_table_gives_away_joins_two_groups_and_ten_answers() => Property.Holds(
        Tables,
        counts =>
        {
            var outsider = new Outsider(counts, TwoWayRule.Apply(counts, Minimum));
            return !outsider.Findings(Minimum).Any();
        },
        1500);

    [Test]
    public void Every_small_cell_of_a_two_way_table_is_hidden_and_every_empty_one_stays_empty() => Property.Holds(
        Tables,
        counts =>
        {
            var table = TwoWayRule.Apply(counts, Minimum);
            return Places(counts).All(place => counts[place.Row, place.Column] switch
            {
                0 => table[place.Row, place.Column] == CellDisclosure.Empty,
                < Minimum => table[place.Row, place.Column].Visibility == CellVisibility.HiddenPrimary,
                _ => true,
            });
        });

    [Test]
    public void Where_nothing_is_small_nothing_is_hidden() => Property.Holds(
        Tables,
        counts =>
        {
            foreach (var (row, column) in Places(counts))
                counts[row, column] += Minimum;
            var table = TwoWayRule.Apply(counts, Minimum);
            return Places(counts).All(place => table[place.Row, place.Column] == CellDisclosure.Shown);
        });

    [Test]
    public void Two_lines_set_against_each_other_give_nothing_away()
    {
        // Every line hides two cells and ten answers; but the two upper rows without the two left columns are the 9 alone.
        int[,] counts = { { 5, 6, 50, 50 }, { 6, 5, 9, 50 }, { 50, 60, 8, 7 }, { 60, 50, 7, 9 } };

        var table = TwoWayRule.Apply(counts, Minimum);

        Assert.That(new Outsider(counts, table).Findings(Minimum), Is.Empty);
        Assert.That(Places(counts).Select(place => table[place.Row, place.Column].Reason), Has.Member(HidingReason.WouldGiveAwayAcrossLines));
    }

    [Test]
    public void A_small_cell_on_a_diagonal_takes_its_totals_with_it()
    {
        // Nothing in the column can hide beside the 1, so its total would give it away.
        int[,] counts = { { 10, 1 }, { 0, 10 } };

        var table = TwoWayRule.Apply(counts, Minimum);

        Assert.That(new Outsider(counts, table).Findings(Minimum), Is.Empty);
        Assert.That(table.Rows.Concat(table.Columns).Any(total => total.IsHidden), Is.True);
        Assert.That(table.Total, Is.EqualTo(CellDisclosure.Shown));
    }

    [Test]
    public void Fewer_than_ten_in_the_whole_table_hide_the_whole_table()
    {
        var one = OneWayRule.Apply([3, 0, 4], Minimum);
        var two = TwoWayRule.Apply(new[,] { { 3, 0 }, { 0, 4 } }, Minimum);

        Assert.That(one.Total.Reason, Is.EqualTo(HidingReason.TooFewInTable));
        Assert.That(two.Total.Reason, Is.EqualTo(HidingReason.TooFewInTable));
        Assert.That(two.Rows.All(row => row.IsHidden), Is.True);
        Assert.That(two[1, 1].IsHidden, Is.True);
    }

    [Test]
    public void A_table_without_answers_is_empty_and_not_hidden()
    {
        Assert.That(OneWayRule.Apply([0, 0]).Total, Is.EqualTo(CellDisclosure.Empty));
        Assert.That(OneWayRule.Apply([]).Cells, Is.Empty);
        Assert.That(TwoWayRule.Apply(new int[2, 2]).Total, Is.EqualTo(CellDisclosure.Empty));
        Assert.That(TwoWayRule.Apply(new int[0, 0]).Rows, Is.Empty);
    }

    [Test]
    public void Of_two_equally_small_groups_the_first_hides_with_the_small_one()
    {
        var table = OneWayRule.Apply([40, 12, 12, 9], Minimum);

        Assert.That(table.Cells[1], Is.EqualTo(new CellDisclosure(CellVisibility.HiddenComplementary, HidingReason.WouldGiveAwayTheLine)));
        Assert.That(table.Cells[2], Is.EqualTo(CellDisclosure.Shown));
        Assert.That(table.Cells[3], Is.EqualTo(new CellDisclosure(CellVisibility.HiddenPrimary, HidingReason.TooFewAnswers)));
    }

    [Test]
    public void The_smallest_union_that_can_be_worked_out_is_found() => Property.Holds(
        Tables,
        counts =>
        {
            var network = new UnionNetwork(counts.GetLength(0), counts.GetLength(1));
            foreach (var (row, column) in Places(counts).Where(place => counts[place.Row, place.Column] > 0))
                network.Add(row, column, counts[row, column]);
            return Outsider.OfAllCells(counts).SmallestUnions().All(smallest =>
                network.SmallestUnion(smallest.Row, smallest.Column, int.MaxValue) == smallest.Answers);
        });

    [Test]
    public void Overlapping_sums_that_leave_one_cell_over_are_found()
    {
        // The reader knows a + b + c and a + b: c follows.
        Assert.That(LinearAudit.Exposed([[0, 1, 2], [0, 1]], 3), Is.EqualTo(new[] { 2 }));
        Assert.That(LinearAudit.Exposed([[0, 1, 2], [0, 1], [1]], 3), Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(LinearAudit.Exposed([[0, 1], [2, 3], [0, 2], [1, 3]], 4), Is.Empty);
        Assert.That(LinearAudit.Exposed([], 3), Is.Empty);
        Assert.That(() => LinearAudit.Exposed([[3]], 3), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_minimum_that_protects_nobody_is_refused()
    {
        Assert.That(() => OneWayRule.Apply([1], 4), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => TwoWayRule.Apply(new[,] { { 1 } }, 4), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => OneWayRule.Apply([-1]), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    private static Gen<int> Count => Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 9), Gen.Choose(1, 30), Gen.Choose(10, 200));

    // At most twelve cells, so that all unions can be tried.
    private static Gen<int[,]> Tables =>
        from rows in Gen.Choose(1, 4)
        from columns in Gen.Choose(1, 12 / rows)
        from counts in Gen.ArrayOf(Count, rows * columns)
        select Table(rows, columns, counts);

    private static int[,] Table(int rows, int columns, int[] counts)
    {
        var table = new int[rows, columns];
        for (var i = 0; i < counts.Length; i++)
            table[i / columns, i % columns] = counts[i];
        return table;
    }

    private static IEnumerable<(int Row, int Column)> Places(int[,] counts) =>
        from row in Enumerable.Range(0, counts.GetLength(0))
        from column in Enumerable.Range(0, counts.GetLength(1))
        select (row, column);
}
