namespace SurveyHub.Tests.Definitions.Faults;

/// <summary>Which questions ask what customers expect: each fault with its line, what is wrong and what would be right.</summary>
public sealed class ExpectationFaultTests
{
    private const string Questions =
        """
        service_questions:
          - { key: overall, kind: rating, scale: quality, text: { en: How good?, de: Wie gut? } }
          - { key: least, kind: rating, scale: quality, text: { en: What would do?, de: Was würde reichen? } }
          - { key: ideal, kind: rating, scale: quality, text: { en: What do you wish for?, de: Was wünschen Sie? } }
          - { key: grade, kind: rating, scale: other, text: { en: Which grade?, de: Welche Note? } }
          - key: comment
            kind: long_text
            text: { en: Why?, de: Warum? }
        expectations:
        """;

    private const string Other =
        """
          - key: other
            cannot_judge: { en: Cannot judge, de: Weiß nicht }
            options:
              - { code: 1, role: unfavourable, label: { en: "No", de: Nein } }
              - { code: 2, role: favourable, label: { en: "Yes", de: Ja } }
        """;

    [TestCase(" { minimum: least, desired: ideal }")]
    [TestCase(" { minimum: least, desired: ideal, perceived: overall }")]
    public void Two_further_ratings_on_the_scale_of_the_first_one_are_read(string written)
    {
        var expectations = With(written).Definition!.For(2024).Expectations!;

        Assert.That((expectations.Minimum, expectations.Desired), Is.EqualTo(("least", "ideal")));
    }

    [TestCase(" least", "43: error: “expectations” of the survey does not say which questions ask what customers expect. Write expectations: { minimum: …, desired: … } with the keys of service questions.")]
    [TestCase(" { minimum: least }", "43: error: The expectations has no desired. Write desired: and a name of lower-case letters, digits and underscores.")]
    [TestCase(" { minimum: least, desired: ideal, wish: ideal }", "43: error: The expectations has no property “wish”. Write minimum, desired or perceived.")]
    [TestCase(" { minimum: leest, desired: ideal }", "43: error: There is no service question “leest” for “minimum” of the expectations. Did you mean “least”?")]
    [TestCase(" { minimum: least, desired: comment }", "43: error: “comment” is no rating, so it cannot be “desired” of the expectations. Write overall, least, ideal or grade.")]
    [TestCase(" { minimum: least, desired: least }", "43: error: The expectations name “least” twice. What would just do, what is wished for and what is had are three questions.")]
    [TestCase(" { minimum: least, desired: ideal, perceived: ideal }", "43: error: The expectations name “ideal” twice. What would just do, what is wished for and what is had are three questions.")]
    [TestCase(" { minimum: overall, desired: ideal }", "43: error: “overall” gives each service its share, so it cannot ask what customers expect. Name another rating, or write it behind the rating that asks how good the service is.")]
    [TestCase(" { minimum: least, desired: grade }", "43: error: “grade” is rated on the scale “other”, and “overall” on “quality”: there is no difference between two scales. Write scale: quality for both.")]
    public void A_wrong_expectation_is_told_with_its_line_and_what_would_be_right(string written, string problem) =>
        SmallSurvey.AssertProblems(With(written), problem);

    [Test]
    public void Every_fault_is_told_at_the_line_where_it_stands() =>
        SmallSurvey.AssertProblems(With("\n  minimum: nothing_like_it\n  desired: overall"),
            "44: error: There is no service question “nothing_like_it” for “minimum” of the expectations. Write overall, least, ideal or grade.",
            "45: error: “overall” gives each service its share, so it cannot ask what customers expect. Name another rating, or write it behind the rating that asks how good the service is.");

    private static SurveyHub.Definitions.DefinitionResult With(string written)
    {
        var text = SmallSurvey.Text.Replace(SmallSurvey.Scales, $"{SmallSurvey.Scales}\n{Other}", StringComparison.Ordinal);
        var (from, to) = (text.IndexOf("service_questions:", StringComparison.Ordinal), text.IndexOf("groups:", StringComparison.Ordinal));
        return SmallSurvey.Read($"{text[..from]}{Questions}{written}\n{text[to..]}");
    }
}
