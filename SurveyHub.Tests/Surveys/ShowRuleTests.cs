using SurveyHub.Surveys;

namespace SurveyHub.Tests.Surveys;

public sealed class ShowRuleTests
{
    [TestCase(ShowOperator.Is, "2", "2", true)]
    [TestCase(ShowOperator.Is, "2", "3", false)]
    [TestCase(ShowOperator.Is, "2", null, false)]
    [TestCase(ShowOperator.IsNot, "2", "3", true)]
    [TestCase(ShowOperator.IsNot, "2", "2", false)]
    [TestCase(ShowOperator.IsNot, "2", null, true)]
    [TestCase(ShowOperator.Includes, "mail", "intranet,mail", true)]
    [TestCase(ShowOperator.Includes, "mail", "mailing,intranet", false)]
    [TestCase(ShowOperator.Includes, "mail", null, false)]
    [TestCase(ShowOperator.AtLeast, "4", "4", true)]
    [TestCase(ShowOperator.AtLeast, "4", "10", true)]
    [TestCase(ShowOperator.AtLeast, "4", "3", false)]
    [TestCase(ShowOperator.AtLeast, "4", null, false)]
    [TestCase(ShowOperator.AtLeast, "4", "many", false)]
    [TestCase(ShowOperator.AtMost, "2", "2", true)]
    [TestCase(ShowOperator.AtMost, "2", "1.5", true)]
    [TestCase(ShowOperator.AtMost, "2", "3", false)]
    [TestCase(ShowOperator.AtMost, "2", null, false)]
    [TestCase(ShowOperator.Answered, "", "3", true)]
    [TestCase(ShowOperator.Answered, "", "", false)]
    [TestCase(ShowOperator.Answered, "", null, false)]
    public void A_condition_compares_the_answer_with_its_value(ShowOperator @operator, string value, string? answer, bool holds) =>
        Assert.That(Rule(all: true, new ShowCondition("q", @operator, value)).Holds(_ => answer), Is.EqualTo(holds));

    [TestCase(ShowOperator.AtMost, false)]
    [TestCase(ShowOperator.AtLeast, false)]
    [TestCase(ShowOperator.Is, false)]
    [TestCase(ShowOperator.IsNot, true)]
    [TestCase(ShowOperator.Answered, true)]
    public void Who_cannot_judge_has_answered_and_has_rated_neither_low_nor_high(ShowOperator @operator, bool holds) =>
        Assert.That(Rule(all: true, new ShowCondition("q", @operator, "2")).Holds(_ => "-8"), Is.EqualTo(holds));

    [TestCase(true, "1", "1", true)]
    [TestCase(true, "1", "2", false)]
    [TestCase(true, "2", "2", false)]
    [TestCase(false, "1", "2", true)]
    [TestCase(false, "2", "1", true)]
    [TestCase(false, "2", "2", false)]
    public void All_conditions_must_hold_or_any_one(bool all, string first, string second, bool holds)
    {
        var rule = Rule(all, new ShowCondition("a", ShowOperator.Is, "1"), new ShowCondition("b", ShowOperator.Is, "1"));

        Assert.That(rule.Holds(question => question == "a" ? first : second), Is.EqualTo(holds));
    }

    /// <summary>A number is the same on a German server.</summary>
    [Test]
    [SetCulture("de-DE")]
    public void Numbers_are_read_alike_in_every_country() =>
        Assert.That(Rule(all: true, new ShowCondition("q", ShowOperator.AtMost, "1.5")).Holds(_ => "1.25"), Is.True);

    private static ShowRule Rule(bool all, params ShowCondition[] conditions) => new() { All = all, Conditions = conditions };
}
