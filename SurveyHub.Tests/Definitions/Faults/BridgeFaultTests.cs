namespace SurveyHub.Tests.Definitions.Faults;

/// <summary>Which question is asked in the place of which: each fault with its line, what is wrong and what would be right.</summary>
public sealed class BridgeFaultTests
{
    private const string Questions =
        """
        service_questions:
          - { key: overall, kind: rating, scale: quality, text: { en: How good?, de: Wie gut? } }
          - { key: fitting, kind: rating, scale: quality, text: { en: How fitting?, de: Wie passend? }, BRIDGE }
          - key: comment
            kind: long_text
            text: { en: Why?, de: Warum? }
            show_if: { all: [ { question: overall, operator: at_most, value: 1 } ] }
        """;

    [Test]
    public void A_rating_may_stand_in_the_place_of_an_earlier_one() =>
        Assert.That(With("bridge: overall").Definition!.For(2024).ServiceQuestions.Select(q => q.Bridge), Is.EqualTo(new[] { null, "overall", null }));

    [TestCase("bridge: overal", "32: error: There is no service question “overal” before “fitting”. Did you mean “overall”?")]
    [TestCase("bridge: fitting", "32: error: There is no service question “fitting” before “fitting”. Write overall.")]
    [TestCase("bridge: comment", "32: error: There is no service question “comment” before “fitting”. Write overall.")]
    [TestCase("bridge: [overall]", "32: error: “bridge” of the question “fitting” is a list or a group of properties. Write one word or number.")]
    [TestCase("bridge: overall, show_if: { all: [ { question: overall, operator: at_most, value: 1 } ] }", "32: error: “fitting” is shown depending on other answers, so the two halves would not be alike. Only questions that everybody is asked can have a bridge: delete show_if, or the bridge.")]
    [TestCase("bridge: overall, required: true", "32: error: “fitting” must be answered and “overall” need not, so the two halves would not be alike. Write the same under required for both.")]
    public void A_wrong_bridge_is_told_with_its_line_and_what_would_be_right(string written, string problem) => SmallSurvey.AssertProblems(With(written), problem);

    [Test]
    public void Two_questions_cannot_stand_in_the_place_of_one_nor_one_in_the_place_of_another_that_does()
    {
        const string Third = "bridge: overall }\n  - { key: third, kind: rating, scale: quality, text: { en: How third?, de: Wie dritt? }, bridge: ";

        SmallSurvey.AssertProblems(With(Third + "overall"), "33: error: Another question is asked in the place of “overall” already. A bridge compares two wordings of one question.");
        SmallSurvey.AssertProblems(With(Third + "fitting"), "33: error: “fitting” itself is asked in the place of “overall”. A bridge compares two wordings of one question. Name the question with the old words.");
    }

    [Test]
    public void A_question_of_another_kind_has_no_bridge() =>
        SmallSurvey.AssertProblems(SmallSurvey.Read(SmallSurvey.Text.Replace("    maximum: 60", "    maximum: 60\n    bridge: overall", StringComparison.Ordinal)),
            "64: error: A question of the kind number has no bridge. Delete it, or change the kind.");

    /// <summary>The small survey with a second rating, of which something is written.</summary>
    internal static string Text(string written)
    {
        var text = SmallSurvey.Text;
        var (from, to) = (text.IndexOf("service_questions:", StringComparison.Ordinal), text.IndexOf("groups:", StringComparison.Ordinal));
        return $"{text[..from]}{Questions.Replace("BRIDGE", written, StringComparison.Ordinal)}\n{text[to..]}";
    }

    private static SurveyHub.Definitions.DefinitionResult With(string written) => SmallSurvey.Read(Text(written));
}
