namespace SurveyHub.Tests.Definitions.Faults;

/// <summary>Rules that show a question depending on an earlier answer.</summary>
public sealed class ShowRuleFaultTests
{
    [TestCase("question: overall, operator: at_most, value: 1", "question: overal, operator: at_most, value: 1",
        "40: error: There is no question “overal” among the service questions before “comment”. Did you mean “overall”?")]
    [TestCase("question: overall, operator: at_most, value: 1", "question: lost, operator: at_most, value: 1",
        "40: error: There is no question “lost” among the service questions before “comment”. Write overall.")]
    [TestCase("question: overall, operator: at_most, value: 1", "question: comment, operator: answered",
        "40: error: “comment” is shown depending on itself. Name an earlier question.")]
    [TestCase("question: overall, operator: at_most, value: 1", "operator: at_most, value: 1",
        "40: error: The condition has no question. Write question: and the key of an earlier question.")]
    [TestCase("question: overall, operator: at_most, value: 1", "question: overall, value: 1",
        "40: error: The condition has no operator. Write operator: is, is_not, includes, at_least, at_most or answered.")]
    [TestCase("question: overall, operator: at_most, value: 1", "question: overall, operator: less, value: 1",
        "40: error: “operator” of the condition is “less”. Write operator: is, is_not, includes, at_least, at_most or answered.")]
    [TestCase("question: overall, operator: at_most, value: 1", "question: overall, operator: includes, value: 1",
        "40: error: “overall” is a question of the kind rating and cannot be compared by includes. Write is, is_not, at_least, at_most or answered.")]
    [TestCase("question: overall, operator: at_most, value: 1", "question: overall, operator: at_most, value: 9",
        "40: error: “9” is no answer to “overall”. Write 1, 2 or 3.")]
    [TestCase("question: overall, operator: at_most, value: 1", "question: overall, operator: at_most",
        "40: error: The condition has no value. Write value: and what the answer is compared with.")]
    [TestCase("question: overall, operator: at_most, value: 1", "question: overall, operator: answered, value: 1",
        "40: error: The operator answered compares with nothing. Delete the value.")]
    [TestCase("all:\n", "every:\n",
        "39: error: The show_if rule has no property “every”. Write all or any.")]
    [TestCase("all:\n        - { question: overall, operator: at_most, value: 1 }", "all: []",
        "39: error: “all” of the show_if rule is an empty list. Write at least one entry.")]
    [TestCase("all:\n        - { question: overall, operator: at_most, value: 1 }", "all:\n        - { question: overall, operator: at_most, value: 1 }\n      any:\n        - { question: overall, operator: at_most, value: 1 }",
        "39: error: The show_if rule has both all and any. Write one of them: all if every condition must hold, any if one is enough.")]
    [TestCase("    show_if:\n      all:\n        - { question: overall, operator: at_most, value: 1 }", "    show_if: overall",
        "38: error: show_if is not a rule. Write all: or any: below it, and below that a list of conditions.")]
    [TestCase("    show_if:\n      all:\n        - { question: overall, operator: at_most, value: 1 }", "    show_if: {}",
        "38: error: The show_if rule has no conditions. Write one of them: all if every condition must hold, any if one is enough.")]
    [TestCase("text: { en: Heard by?, de: Gehört durch? }", "text: { en: Heard by?, de: Gehört durch? }\n    show_if:\n      any:\n        - { question: lost, operator: at_least, value: 1 }",
        "59: error: “lost” is asked after “news”, so it has no answer yet. Move “lost” before “news”, or name an earlier question.")]
    [TestCase("maximum: 60", "show_if:\n      any:\n        - { question: news, operator: includes, value: male }",
        "65: error: “male” is no answer to “news”. Write mail or none.")]
    [TestCase("maximum: 60", "show_if:\n      any:\n        - { question: news, operator: is, value: mail }",
        "65: error: “news” is a question of the kind multiple_choice and cannot be compared by is. Write includes or answered.")]
    [TestCase("maximum: 60", "show_if:\n      any:\n        - { question: wifi, operator: answered }",
        "65: error: There is no question “wifi” among the last questions before “lost”. Write overall or news.")]
    [TestCase("maximum: 60", "maximum: 60\n  - key: more\n    kind: long_text\n    text: { en: More?, de: Mehr? }\n    show_if:\n      any:\n        - { question: lost, operator: at_least, value: many }\n        - { question: lost, operator: is, value: 2 }",
        "69: error: “many” is no answer to “lost”, which asks for a number. Write a number.",
        "70: error: “lost” is a question of the kind number and cannot be compared by is. Write at_least, at_most or answered.")]
    [TestCase("maximum: 60", "maximum: 60\n  - key: hello\n    kind: information\n    text: { en: Hello, de: Hallo }\n  - key: more\n    kind: long_text\n    text: { en: More?, de: Mehr? }\n    show_if:\n      any:\n        - { question: hello, operator: answered }",
        "72: error: “hello” is a question of the kind information and cannot be compared by answered. Name another question: this one asks nothing.")]
    public void A_rule_that_could_never_be_judged_is_told(string part, string replacement, params string[] problems) =>
        SmallSurvey.AssertProblems(SmallSurvey.With(part, replacement), problems);
}
