using SurveyHub.Statistics;

namespace SurveyHub.Tests.Statistics;

public sealed class RoundingTests
{
    [Test]
    public void The_tables_printed_by_the_Civil_Service_come_out()
    {
        var published = Vectors.JsonObject("14_published_examples.json");
        var table = published.GetProperty("table_a_distribution");
        var total = table.GetProperty("total").GetInt32();
        var counts = table.Counts("counts_strongly_agree_to_strongly_disagree");

        Assert.That(counts.Select(count => $"{Rounding.Percent(new GoodCount(count, total))}%"), Is.EqualTo(table.GetProperty("displayed").Items().Select(text => text.GetString())));
        Assert.That(counts.Select(count => Rounding.Percent(new GoodCount(count, total), 2)), Is.EqualTo(table.GetProperty("percent_2dp").Items().Select(item => item.GetDecimal())));
        Assert.That($"{Rounding.Percent(new GoodCount(table.GetProperty("positive_count").GetInt32(), total))}%", Is.EqualTo(table.GetProperty("positive_displayed").GetString()));

        var difference = published.GetProperty("table_b_difference");
        var points = difference.GetProperty("group").GetDouble() - difference.GetProperty("benchmark").GetDouble();
        Assert.That($"{Rounding.HalfAway(points)}", Is.EqualTo(difference.GetProperty("displayed_difference").GetString()));
    }

    [Test]
    public void Halves_go_away_from_zero()
    {
        foreach (var example in Vectors.JsonObject("14_published_examples.json").GetProperty("half_rounding_percent").EnumerateArray())
            Assert.That($"{Rounding.HalfAway(example[0].GetDouble())}", Is.EqualTo(example[1].GetString()));
    }

    [TestCase(129, 200, 65)]
    [TestCase(1, 200, 1)]
    [TestCase(0, 7, 0)]
    [TestCase(7, 7, 100)]
    [TestCase(1, 3, 33)]
    [TestCase(2_000_000_000, 2_000_000_001, 100)]
    public void A_percentage_is_exact_on_its_counts(int good, int valid, int percent) =>
        Assert.That(Rounding.Percent(new GoodCount(good, valid)), Is.EqualTo(percent));

    [Test]
    public void Nobody_rated_has_no_percentage()
    {
        Assert.That(Rounding.Percent(default), Is.Null);
        Assert.That(Rounding.Percent(default, 1), Is.Null);
    }

    [TestCase(200)]
    [TestCase(160, Description = "where quarters and eighths of a point are halves of a decimal")]
    public void Points_are_rounded_as_the_fractions_are_whatever_binary_numbers_made_of_them(int valid)
    {
        for (var from = 0; from <= valid; from++)
            for (var to = 0; to <= valid; to++)
            {
                var points = Rounding.Points((double)to / valid - (double)from / valid);
                Assert.That(Rounding.HalfAway(points), Is.EqualTo(Exact(to - from, valid, 0)), $"{from} to {to} of {valid}");
                Assert.That(Rounding.HalfAway(points, 1), Is.EqualTo(Exact(to - from, valid, 1)), $"{from} to {to} of {valid}");
            }
    }

    [Test]
    public void Very_many_ratings_are_no_reason_to_round_otherwise()
    {
        const int many = 700_000;
        for (var good = 0; good < many - 3_500; good += 97)
        {
            var points = Rounding.Points((good + 3_500) / (double)many - good / (double)(many - 1));
            Assert.That(Rounding.HalfAway(points), Is.EqualTo(Exact((good + 3_500L) * (many - 1) - (long)good * many, (long)many * (many - 1), 0)), $"{good}");
        }
    }

    [Test]
    public void A_change_of_exactly_three_points_is_not_small()
    {
        for (var from = 0; from <= 9_700; from++)
            Assert.That(Verdicts.IsSmall((from + 300) / 10_000.0 - from / 10_000.0), Is.False, $"{from}");
        Assert.That(Verdicts.IsSmall(8_299 / 10_000.0 - 8_000 / 10_000.0));
    }

    // Half away from zero, in whole numbers.
    private static decimal Exact(long difference, long valid, int decimals)
    {
        var unit = decimals == 0 ? 1 : 10;
        return (decimal)(Math.Sign(difference) * ((2 * 100 * Int128.Abs(difference) * unit + valid) / (2 * (Int128)valid))) / unit;
    }

    [Test]
    public void Binary_noise_does_not_decide_a_half()
    {
        Assert.That(Rounding.HalfAway((0.1 + 0.2) * 100 + 34.5), Is.EqualTo(65));
        Assert.That(Rounding.HalfAway((169 / 200.0 - 160 / 200.0) * 100), Is.EqualTo(5));
    }

    [TestCase(-1)]
    [TestCase(7)]
    public void Decimals_are_few(int decimals) =>
        Assert.That(() => Rounding.Percent(new GoodCount(1, 2), decimals), Throws.TypeOf<ArgumentOutOfRangeException>());
}
