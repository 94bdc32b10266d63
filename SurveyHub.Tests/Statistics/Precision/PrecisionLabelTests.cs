using SurveyHub.Statistics;
using SurveyHub.Statistics.Precision;

namespace SurveyHub.Tests.Statistics.Precision;

public sealed class PrecisionLabelTests
{
    [TestCase(0.80, 0.88, PrecisionLabel.Precise)]
    [TestCase(0.5, 0.625, PrecisionLabel.Fair)]
    [TestCase(0.5, 0.75, PrecisionLabel.Rough)]
    [TestCase(0.25, 0.75, PrecisionLabel.IntervalOnly)]
    [TestCase(1, 1, PrecisionLabel.Precise)]
    public void The_width_of_the_interval_decides_what_a_figure_is_called(double lower, double upper, PrecisionLabel expected) =>
        Assert.That(PrecisionLabels.Of(new Interval(lower, upper)), Is.EqualTo(expected));
}
