using SurveyHub.Statistics.Precision;

namespace SurveyHub.Tests.Statistics.Precision;

public sealed class StabilityRuleTests
{
    [TestCase(0.5, 0.05, 0.01, Stability.Stable)]
    [TestCase(0.49, 0.05, 0.01, Stability.FairlyStable)]
    [TestCase(0.8, 0.06, 0.0, Stability.FairlyStable)]
    [TestCase(0.8, 0.0, -0.02, Stability.FairlyStable)]
    [TestCase(0.3, 0.10, 0.03, Stability.FairlyStable)]
    [TestCase(0.29, 0.0, 0.0, Stability.Shaky)]
    [TestCase(0.9, 0.11, 0.0, Stability.Shaky)]
    [TestCase(0.9, 0.0, -0.031, Stability.Shaky)]
    [TestCase(null, 0.0, 0.0, Stability.CannotBeJudged)]
    [TestCase(0.9, null, null, Stability.CannotBeJudged)]
    [TestCase(0.9, null, 0.0, Stability.Stable)]
    [TestCase(0.9, 0.0, null, Stability.Stable)]
    public void The_worst_of_what_is_known_decides_and_a_rate_alone_says_nothing(double? rate, double? unlikeness, double? shift, Stability grade) =>
        Assert.That(StabilityRule.Of(rate, unlikeness, shift, null), Is.EqualTo(grade));
}
