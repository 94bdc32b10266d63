using FsCheck.Fluent;
using SurveyHub.Results.Tables;
using SurveyHub.Tests.Statistics;

namespace SurveyHub.Tests.Features.Frame;

/// <summary>Nobody's answering shows: neither in a line, nor when lines are taken from the total.</summary>
public sealed class SmallGroupsTests
{
    [TestCase("120 80 30", "120|80|30")]
    [TestCase("120 6 30 5", "120|30|6+5")]
    [TestCase("120 6 30", "120|6+30")]
    [TestCase("120 3 3 30 3", "120|3+3+30+3")]
    [TestCase("5 4", "5+4")]
    [TestCase("0 120 0", "0|120|0")]
    [TestCase("0 120 4 30", "0|120|4+30")]
    [TestCase("", "")]
    public void Small_groups_stand_together_until_they_are_enough(string invited, string expected)
    {
        var rows = invited.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).Select(Row).ToList();

        var lines = SmallGroups.Together(rows);

        Assert.That(string.Join('|', lines.Select(line => string.Join('+', line.Select(r => r.Listed)))), Is.EqualTo(expected));
    }

    [Test]
    public void Whatever_the_sizes_no_line_is_small_unless_all_are_small_together_and_everybody_stands_in_one_line() =>
        Property.Holds(Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 12), Gen.Choose(0, 300))), sizes =>
        {
            var rows = sizes.Select(Row).ToList();
            var lines = SmallGroups.Together(rows);
            var small = lines.Where(line => line.Sum(r => r.Listed) is > 0 and < 10).ToList();
            return lines.SelectMany(line => line).Order(ByReference).SequenceEqual(rows.Order(ByReference))
                && (small.Count == 0 || (small.Count == 1 && sizes.Sum() == small[0].Sum(r => r.Listed)));
        });

    private static readonly Comparer<ResponseRateRow> ByReference = Comparer<ResponseRateRow>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));

    private static ResponseRateRow Row(int invited, int number) => new() { Year = 2026, Attribute = "department", Value = $"{number:000}", ValueKey = $"{number}", Listed = invited, Ineligible = 0 };
}
