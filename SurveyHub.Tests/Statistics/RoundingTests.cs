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
    public void Nobody_rated_has_no_percentage_and_no_change()
    {
        Assert.That(Rounding.Percent(default), Is.Null);
        Assert.That(Rounding.Percent(default, 1), Is.Null);
        Assert.That(Rounding.Points(default, new GoodCount(1, 2)), Is.Null);
        Assert.That(Rounding.Points(default, new GoodCount(1, 2), Verdict.Better), Is.Null);
    }

    [Test]
    public void Points_come_from_the_unrounded_shares()
    {
        // 70.4 and 75.6 per cent print as 70 and 76; the change is 5.2 points, not 6.
        Assert.That(Rounding.Points(new GoodCount(704, 1000), new GoodCount(756, 1000)), Is.EqualTo(5));
        Assert.That(Rounding.Points(new GoodCount(704, 1000), new GoodCount(756, 1000), 1), Is.EqualTo(5.2m));
        Assert.That(Rounding.Points(new GoodCount(129, 200), new GoodCount(0, 200)), Is.EqualTo(-65));
    }

    [Test]
    public void A_confirmed_change_never_reads_as_no_change()
    {
        var (from, to) = (new GoodCount(80_000, 100_000), new GoodCount(80_420, 100_000));

        Assert.That(Rounding.Points(from, to, Verdict.Better), Is.EqualTo(new RoundedPoints(0.4m, 1)));
        Assert.That(Rounding.Points(from, to, Verdict.NoClearChange), Is.EqualTo(new RoundedPoints(0, 0)));
        Assert.That(Rounding.Points(from, to, null), Is.EqualTo(new RoundedPoints(0, 0)));
        Assert.That(Rounding.Points(from, new GoodCount(83_000, 100_000), Verdict.Better), Is.EqualTo(new RoundedPoints(3, 0)));
    }

    [Test]
    public void Binary_noise_does_not_decide_a_half() =>
        Assert.That(Rounding.HalfAway((0.1 + 0.2) * 100 + 34.5), Is.EqualTo(65));

    [TestCase(-1)]
    [TestCase(7)]
    public void Decimals_are_few(int decimals) =>
        Assert.That(() => Rounding.Percent(new GoodCount(1, 2), decimals), Throws.TypeOf<ArgumentOutOfRangeException>());
}
