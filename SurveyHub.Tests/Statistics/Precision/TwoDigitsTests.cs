using SurveyHub.Statistics;
using SurveyHub.Statistics.Precision;

namespace SurveyHub.Tests.Statistics.Precision;

[TestFixture]
internal sealed class TwoDigitsTests
{
    [TestCase(0.01849, false, 0.018)]
    [TestCase(0.01849, true, 0.02)]
    [TestCase(634.2, false, 630)]
    [TestCase(634.2, true, 650)]
    [TestCase(0, false, 0)]
    public void Two_digits_are_told_of_an_error_and_half_of_the_second_of_few_people(double exact, bool ofFew, double told) =>
        Assert.That(TwoDigits.Of(exact, ofFew), Is.EqualTo(told));

    [TestCase(0, 0)]
    [TestCase(99, 90)]
    [TestCase(109, 100)]
    [TestCase(956, 950)]
    [TestCase(101234, 100000)]
    public void Of_people_there_are_never_told_more_than_there_are(int exact, int told) => Assert.That(TwoDigits.Down(exact), Is.EqualTo(told));

    [TestCase(Verdict.Better, 0.08, 0.041, 0.04)]
    [TestCase(Verdict.Worse, -0.08, 0.041, 0.04)]
    [TestCase(Verdict.NoClearChange, 0.08, 0.04, 0.041)]
    [TestCase(Verdict.NoClearChange, 0.08, 0.05, 0.05)]
    [TestCase(Verdict.Better, 0.08, 0.02, 0.02)]
    public void The_limits_of_a_change_do_not_contradict_its_verdict(Verdict verdict, double difference, double rounded, double told)
    {
        var interval = TwoDigits.AroundChange(verdict, difference, rounded, ofFew: false);

        Assert.That((interval.Upper - interval.Lower) / 2 / 1.959963984540054, Is.EqualTo(told).Within(1e-12));
        Assert.That(interval.Lower <= 0 && interval.Upper >= 0, Is.EqualTo(verdict == Verdict.NoClearChange));
    }
}
