using SurveyHub.Statistics;
using SurveyHub.Statistics.Importance;

namespace SurveyHub.Tests.Statistics.Importance;

public sealed class PriorityMatrixTests
{
    [Test]
    public void The_medians_divide_the_services_into_four_quadrants()
    {
        var matrix = PriorityMatrix.Of([Service("A", 60, 0.7), Service("B", 90, 0.6), Service("C", 50, 0.1), Service("D", 95, 0.2)])!;

        Assert.That(matrix.MedianShare, Is.EqualTo(0.75));
        Assert.That(matrix.MedianImportance, Is.EqualTo(0.4));
        Assert.That(matrix.Points.Select(point => point.Quadrant), Is.EqualTo(new[] { Quadrant.FixFirst, Quadrant.KeepUp, Quadrant.Watch, Quadrant.Fine }));
        Assert.That(matrix.Points[0].Priority, Is.EqualTo(0.7 * 0.4).Within(1e-12));
        Assert.That(matrix.Points[0].ShareInterval, Is.EqualTo(Wilson.Of(60, 100)));
    }

    [Test]
    public void A_service_on_the_line_is_important_and_rated_high() =>
        Assert.That(PriorityMatrix.Of([Service("A", 80, 0.5)])!.Points[0].Quadrant, Is.EqualTo(Quadrant.KeepUp));

    [Test]
    public void A_noisy_importance_is_marked_uncertain()
    {
        var matrix = PriorityMatrix.Of([Service("A", 60, 0.62, pairs: 30), Service("B", 70, 0.5, pairs: 900), Service("C", 80, 0.2, pairs: 900)])!;

        Assert.That(matrix.Points.Select(point => point.IsUncertain), Is.EqualTo(new[] { true, true, false }));
        // tanh(atanh(0.62) ± 1.96 · 1.03 / sqrt(27))
        Assert.That(matrix.Points[0].ImportanceInterval.Lower, Is.EqualTo(Math.Tanh(Math.Atanh(0.62) - 1.959963984540054 * 1.03 / Math.Sqrt(27))).Within(1e-12));
    }

    [Test]
    public void Services_with_too_few_pairs_or_without_a_correlation_are_not_drawn()
    {
        var matrix = PriorityMatrix.Of([Service("A", 60, 0.6, pairs: 29), Service("B", 70, null), Service("C", 80, 0.2)])!;

        Assert.That(matrix.Points.Select(point => point.Service), Is.EqualTo(new[] { "C" }));
        Assert.That(PriorityMatrix.Of([Service("A", 60, null)]), Is.Null);
    }

    private static PriorityCandidate Service(string code, int good, double? importance, int pairs = 100) =>
        new(code, new GoodCount(good, 100), pairs, importance);
}
