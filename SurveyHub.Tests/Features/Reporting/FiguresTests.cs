using SurveyHub.Features.Reporting;

namespace SurveyHub.Tests.Features.Reporting;

public sealed class FiguresTests
{
    [TestCase(0.614, "61 %")]
    [TestCase(0.645, "65 %", Description = "half away from zero, never to the even neighbour")]
    [TestCase(0.005, "1 %")]
    [TestCase(0, "0 %")]
    [TestCase(1, "100 %")]
    public void A_share_is_per_cent_without_decimals(double share, string words) => Assert.That(Figures.Percent(share).Replace('\u00A0', ' '), Is.EqualTo(words));

    [Test]
    public void No_line_breaks_between_a_number_and_its_sign() => Assert.That(Figures.Percent(0.5), Does.Contain('\u00A0').And.Not.Contain(' '));

    [Test]
    public void An_interval_has_an_en_dash() => Assert.That(Figures.Interval(0.5849, 0.6351), Is.EqualTo("58–64\u00A0%"));

    [TestCase(0.064, false, "+6")]
    [TestCase(-0.071, true, "−7")]
    [TestCase(0.025, true, "+3")]
    [TestCase(-0.025, true, "−3")]
    [TestCase(0.004, false, "0")]
    [TestCase(-0.004, false, "0")]
    [TestCase(0.004, true, "+0.4", Description = "a confirmed change never reads as none")]
    [TestCase(-0.0041, true, "−0.4")]
    public void A_difference_is_in_points_with_a_true_sign(double difference, bool confirmed, string words) =>
        Assert.That(Figures.Points(difference, confirmed), Is.EqualTo(words));

    [TestCase(1402, "1,402")]
    [TestCase(7, "7")]
    [TestCase(0, "0")]
    public void A_large_number_is_grouped(int number, string words) => Assert.That(Figures.Count(number), Is.EqualTo(words));

    [TestCase("2025-11-03", "2025-11-28", "3–28 Nov 2025")]
    [TestCase("2025-10-28", "2025-11-03", "28 Oct – 3 Nov 2025")]
    [TestCase("2025-12-20", "2026-01-09", "20 Dec 2025 – 9 Jan 2026")]
    [TestCase("2025-11-03", "2025-11-03", "3 Nov 2025")]
    public void Days_are_written_once(string first, string last, string words) =>
        Assert.That(Figures.Days(DateOnly.Parse(first, null), DateOnly.Parse(last, null)), Is.EqualTo(words));
}
