using SurveyHub.Features.Reporting.Charts;
using SurveyHub.Shell.Charts;

namespace SurveyHub.Tests.Features.Reporting.Charts;

public sealed class TrendGeometryTests
{
    [Test]
    public void No_number_stands_on_the_target_s_line_and_no_letter_on_a_number([Values(340, 760)] int width)
    {
        TrendPoint[] points = [new(2020, 0.78, 0.75, 0.81), new(2021, 0.81, 0.79, 0.84), new(2022, 0.85, 0.82, 0.87), new(2023, 0.86, 0.84, 0.885)];
        TrendPoint[] behind = [new(2020, 0.8, null, null), new(2021, 0.84, null, null), new(2022, null, null, null), new(2023, null, null, null)];
        var geometry = new TrendGeometry(points, width, 300, [behind], target: 0.9);

        var feet = points.Index().Select(p => geometry.ValueY(p.Index)).ToArray();
        var (x, y) = geometry.Marks()[0]!.Value;

        Assert.That(feet.Where(foot => geometry.Y(0.9) > foot - 12 && geometry.Y(0.9) < foot + 2), Is.Empty);
        Assert.That(x - geometry.X(1) > 13 || y - 10 > feet[1] || y < feet[1] - 13, Is.True);
    }

    private static TrendPoint Point(int year, double? share, bool breakBefore = false) => new(year, share, share - 0.02, share + 0.02, breakBefore);

    [TestCase(0.92, 0.5, Description = "half of the scale at least, or noise looks like a landslide")]
    [TestCase(0.56, 0.5)]
    [TestCase(0.41, 0.3)]
    [TestCase(0.03, 0.0)]
    public void The_foot_of_the_chart_lies_below_every_interval_and_never_above_half(double lowest, double floor)
    {
        var geometry = new TrendGeometry([Point(2024, lowest), Point(2025, 0.95)]);

        Assert.That(geometry.Floor, Is.EqualTo(floor).Within(1e-9));
        Assert.That(geometry.Y(floor), Is.EqualTo(geometry.Foot).Within(1e-9));
    }

    [TestCase(0.80)]
    [TestCase(0.72)]
    [TestCase(0.91)]
    public void The_words_at_a_target_cover_no_point_and_no_number(double target)
    {
        foreach (var (width, height) in new[] { (760, 300), (340, 260) })
        {
            var geometry = new TrendGeometry([.. Enumerable.Range(0, 6).Select(i => Point(2020 + i, 0.7 + 0.04 * i))], width, height);
            var (x, y, anchor) = geometry.TargetLabel(target, "target 80 %");
            var (from, to) = anchor switch { "start" => (x, x + 62), "end" => (x - 62, x), _ => (x - 31, x + 31) };

            for (var i = 0; i < 6; i++)
                Assert.That(geometry.X(i) < from - 5 || geometry.X(i) > to + 5 || Math.Abs(geometry.Y(0.7 + 0.04 * i) - (y - 4)) > 9, $"{width}: {2020 + i}");
            Assert.That(from >= 0 && to <= width && y > 0 && y < geometry.Foot);
        }
    }

    [Test]
    public void Higher_shares_stand_higher() =>
        Assert.That(new TrendGeometry([Point(2025, 0.8)]).Y(0.9), Is.LessThan(new TrendGeometry([Point(2025, 0.8)]).Y(0.8)));

    [Test]
    public void A_line_is_drawn_neither_across_a_break_nor_across_a_gap()
    {
        var geometry = new TrendGeometry([Point(2019, 0.7), Point(2020, 0.7), Point(2021, null), Point(2022, 0.7), Point(2023, 0.8, breakBefore: true), Point(2024, 0.8)]);

        Assert.That(geometry.Runs, Is.EqualTo(new[] { (0, 1), (3, 3), (4, 5) }));
        Assert.That(geometry.Breaks.Single(), Is.EqualTo((geometry.X(3) + geometry.X(4)) / 2));
    }

    [Test]
    public void A_single_edition_has_no_band_and_stands_in_the_middle()
    {
        var geometry = new TrendGeometry([Point(2025, 0.8)]);

        Assert.That(geometry.Band((0, 0)), Is.Empty);
        Assert.That(geometry.X(0), Is.EqualTo((geometry.GridLeft + geometry.GridRight) / 2));
    }

    [Test]
    public void An_edition_without_an_interval_has_no_band_that_pretends_one()
    {
        var geometry = new TrendGeometry([Point(2024, 0.8), new(2025, 0.8, null, null)]);

        Assert.That(geometry.Band((0, 1)), Is.Empty);
        Assert.That(geometry.Line(0, 1), Is.Not.Empty);
    }

    [Test]
    public void A_year_without_an_edition_leaves_its_room()
    {
        var geometry = new TrendGeometry([Point(2020, 0.7), Point(2022, 0.7), Point(2023, 0.8)]);

        Assert.That(geometry.X(1) - geometry.X(0), Is.EqualTo(2 * (geometry.X(2) - geometry.X(1))).Within(1e-9));
    }

    [Test]
    public void A_line_to_an_edition_with_few_services_in_common_is_a_dashed_piece_of_its_own()
    {
        var geometry = new TrendGeometry([Point(2019, 0.7), Point(2020, 0.7) with { OverFew = true }, Point(2021, 0.7), Point(2022, 0.8)]);

        Assert.That(geometry.Pieces((0, 3)), Is.EqualTo(new[] { (0, 1, true), (1, 3, false) }));
        Assert.That(geometry.Pieces((1, 3)), Is.EqualTo(new[] { (1, 3, false) }));
    }

    [TestCase(760)]
    [TestCase(340)]
    public void Everything_stays_inside_whatever_the_width_and_the_years_do_not_touch(int width)
    {
        var years = Enumerable.Range(2011, 15).Select(y => Point(y, 0.75)).ToArray();
        var geometry = new TrendGeometry(years, width, 260);
        var labelled = Enumerable.Range(0, years.Length).Where(geometry.IsLabelled).Select(geometry.X).ToArray();

        Assert.That(Enumerable.Range(0, years.Length).Select(geometry.X), Is.All.InRange(geometry.GridLeft, geometry.GridRight));
        Assert.That(labelled.Zip(labelled.Skip(1), (a, b) => b - a), Is.All.GreaterThanOrEqualTo(35));
        Assert.That(geometry.IsLabelled(years.Length - 1));
    }

    [Test]
    public void Numbers_of_a_drawing_are_written_with_points_in_every_country()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = new("de-DE");
        try
        {
            Assert.That(new TrendGeometry([Point(2024, 0.777), Point(2025, 0.8)]).Line(0, 1), Does.Match(@"^M[\d.]+,[\d.]+L[\d.]+,[\d.]+$"));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
