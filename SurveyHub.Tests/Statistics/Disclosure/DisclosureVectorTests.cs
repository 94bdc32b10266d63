using System.Globalization;
using System.Text.Json;
using SurveyHub.Statistics.Disclosure;

namespace SurveyHub.Tests.Statistics.Disclosure;

public sealed class DisclosureVectorTests
{
    private static IEnumerable<JsonElement> Tables(int dimensions) =>
        Vectors.Json("13_suppression.json").Where(table => table.GetProperty("dims").Items().Count() == dimensions);

    [Test]
    public void One_way_tables_hide_exactly_what_the_rule_says()
    {
        Assert.That(Tables(1).Count(), Is.GreaterThan(5));
        foreach (var table in Tables(1))
        {
            var counts = Counts(table);
            var result = OneWayRule.Apply(counts, table.GetProperty("min_n").GetInt32());
            var hidden = HiddenIn(result.Cells);

            Assert.That(hidden, Is.EqualTo(table.Counts("rule_one_way_hidden_cells")), Name(table));
            Assert.That(!result.Total.IsHidden, Is.EqualTo(table.GetProperty("rule_one_way_total_shown").GetBoolean()), Name(table));
            Assert.That(hidden.Sum(cell => counts[cell]), Is.EqualTo(table.GetProperty("rule_one_way_hidden_sum").GetInt32()), Name(table));
            Assert.That(Primary(result.Cells), Is.EqualTo(table.Counts("primary_cells")), Name(table));
        }
    }

    [Test]
    public void Two_way_tables_hide_exactly_what_the_rule_says()
    {
        Assert.That(Tables(2).Count(), Is.GreaterThan(3));
        foreach (var table in Tables(2))
        {
            var counts = TwoWayCounts(table);
            var result = TwoWayRule.Apply(counts, table.GetProperty("min_n").GetInt32());
            CellDisclosure[] cells = [.. from column in Enumerable.Range(0, counts.GetLength(1))
                                         from row in Enumerable.Range(0, counts.GetLength(0))
                                         select result[row, column]];

            Assert.That(HiddenIn(cells), Is.EqualTo(table.Counts("rule_two_way_hidden_cells")), Name(table));
            Assert.That(Primary(cells), Is.EqualTo(table.Counts("primary_cells")), Name(table));
            Assert.That(result.Rows.Concat(result.Columns).Where(total => total.IsHidden), Is.Empty, Name(table));
            Assert.That(table.GetProperty("rule_two_way_hidden_margins").GetArrayLength(), Is.Zero, Name(table));
        }
    }

    [Test]
    public void What_a_reader_can_work_out_of_hidden_cells_is_what_linear_programming_says()
    {
        var (intervals, exposed) = (0, 0);
        foreach (var table in Vectors.Json("13_suppression.json"))
            foreach (var (audit, hidden) in new[] { ("audit_primary_only", "primary_cells"), ("audit_reference", "reference_hidden_cells"), ("audit_rule_two_way", "rule_two_way_hidden_cells") })
            {
                // Of two tables a pattern hides margins as well; what is known then is another question.
                if (!table.TryGetProperty(audit, out var expected) || (audit == "audit_reference" && table.GetProperty("reference_hidden_margins").GetArrayLength() > 0)) continue;
                var cells = table.Counts(hidden);
                var known = new HiddenIntervals(KnownSums(table, cells), cells.Length);
                foreach (var interval in expected.EnumerateObject())
                {
                    double[] bounds = [.. interval.Value.EnumerateArray().Select(b => b.GetDouble())];
                    var at = Array.IndexOf(cells, int.Parse(interval.Name, CultureInfo.InvariantCulture));
                    var (low, high) = known.Of(at);
                    Assert.That((low, high), Is.EqualTo((bounds[0], bounds[1])).Within(1e-9), $"{Name(table)} {audit} {interval.Name}");
                    Assert.That(known.IsExposed(at), Is.EqualTo(bounds[0] == bounds[1]));
                    (intervals, exposed) = (intervals + 1, exposed + (bounds[0] == bounds[1] ? 1 : 0));
                }
            }
        Assert.That(intervals, Is.GreaterThan(40));
        Assert.That(exposed, Is.GreaterThan(3));
    }

    /// <summary>Every line with a shown total, and the sum of its hidden cells.</summary>
    private static (IReadOnlyCollection<int> Cells, double Sum)[] KnownSums(JsonElement table, int[] hidden)
    {
        var counts = Counts(table);
        var lines = table.GetProperty("dims").Items().Select(d => d.GetString()!)
            .SelectMany(d => hidden.Index().GroupBy(cell => table.GetProperty("cells")[cell.Item].GetProperty(d).GetString(), cell => cell.Index));
        // The lines of the only dimension are the cells; their total is that of the table.
        if (table.GetProperty("dims").GetArrayLength() == 1) lines = hidden.Index().GroupBy(_ => (string?)"", cell => cell.Index);
        return [.. lines.Select(line => ((IReadOnlyCollection<int>)[.. line], (double)line.Sum(at => counts[hidden[at]])))];
    }

    private static string Name(JsonElement table) => table.GetProperty("id").GetString()!;

    private static int[] Counts(JsonElement table) => [.. table.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("n").GetInt32())];

    private static int[] HiddenIn(IEnumerable<CellDisclosure> cells) => [.. cells.Index().Where(cell => cell.Item.IsHidden).Select(cell => cell.Index)];

    private static int[] Primary(IEnumerable<CellDisclosure> cells) =>
        [.. cells.Index().Where(cell => cell.Item.Visibility == CellVisibility.HiddenPrimary).Select(cell => cell.Index)];

    // The file runs down the rows of the first column, then of the second, as R does.
    private static int[,] TwoWayCounts(JsonElement table)
    {
        var dimension = table.GetProperty("dims").EnumerateArray().First().GetString()!;
        var rows = table.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty(dimension).GetString()).Distinct().Count();
        var cells = Counts(table);
        var counts = new int[rows, cells.Length / rows];
        for (var i = 0; i < cells.Length; i++)
            counts[i % rows, i / rows] = cells[i];
        return counts;
    }
}
