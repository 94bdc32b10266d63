using System.Globalization;
using SurveyHub.Definitions;
using SurveyHub.Surveys;

namespace SurveyHub.Tests.Definitions;

public sealed class DefinitionReaderTests
{
    [Test]
    public void A_file_without_a_fault_gives_what_it_says()
    {
        var definition = SmallSurvey.Read(SmallSurvey.Text).Definition!;
        var questionnaire = definition.AllYears;

        Assert.Multiple(() =>
        {
            Assert.That(definition.Survey, Is.EqualTo("small"));
            Assert.That(definition.Opens?.In(2026), Is.EqualTo(new DateOnly(2026, 3, 1)));
            Assert.That(definition.Closes?.In(2026), Is.EqualTo(new DateOnly(2026, 3, 31)));
            Assert.That(questionnaire.Title.In("de"), Is.EqualTo("Klein"));
            Assert.That(questionnaire.Services[0].Target, Is.EqualTo(0.8));
            Assert.That(questionnaire.Scales[0].FavourableCodes, Is.EqualTo(new[] { 3 }));
            Assert.That(questionnaire.ServiceQuestions[1].ShowIf, Is.Not.Null);
            Assert.That(questionnaire.ServiceQuestions[1].ShowIf!.Conditions, Is.EqualTo(new[] { new ShowCondition("overall", ShowOperator.AtMost, "1") }));
            Assert.That(questionnaire.LastQuestions[2].Maximum, Is.EqualTo(60m));
            Assert.That(questionnaire.Groups[0].Source, Is.EqualTo(GroupSource.Asked));
        });
    }

    [Test]
    public void What_is_left_out_gets_its_documented_default()
    {
        var questionnaire = SmallSurvey.Read(SmallSurvey.Text).Definition!.AllYears;

        Assert.Multiple(() =>
        {
            Assert.That(questionnaire.MinimumAnswers, Is.EqualTo(10));
            Assert.That(questionnaire.MinimumForComments, Is.EqualTo(10));
            Assert.That(questionnaire.RandomServiceOrder, Is.False);
            Assert.That(questionnaire.Screener, Is.Null);
            Assert.That(questionnaire.Scales[0].Version, Is.EqualTo(1));
            Assert.That(questionnaire.ServiceQuestions[1].MaximumLength, Is.EqualTo(2000));
            Assert.That(questionnaire.LastQuestions[2].Minimum, Is.Zero);
        });
    }

    [TestCase("80 %", 0.8)]
    [TestCase("80%", 0.8)]
    [TestCase("0.80", 0.8)]
    [TestCase("82.5 %", 0.825)]
    [TestCase("100 %", 1)]
    [TestCase("0", 0)]
    [TestCase("\"80 %\"", 0.8)]
    public void A_target_is_a_percentage_or_a_share(string written, double target)
    {
        Assert.That(SmallSurvey.With("target: 80 %", $"target: {written}").Definition!.AllYears.Services[0].Target, Is.EqualTo(target));
        Assert.That(SmallSurvey.With("minutes: 3", $"minutes: 3\ntarget: {written}").Definition!.AllYears.Target, Is.EqualTo(target), "of the headline");
    }

    [TestCase(2019, "printing")]
    [TestCase(2020, "wifi,printing")]
    [TestCase(2024, "wifi,printing")]
    [TestCase(2025, "printing")]
    public void An_edition_asks_about_the_services_active_in_its_year(int year, string services) =>
        Assert.That(string.Join(",", SmallSurvey.Read(SmallSurvey.Text).Definition!.For(year).Services.Select(s => s.Key)), Is.EqualTo(services));

    [Test]
    public void A_plain_text_will_do_when_there_is_one_language()
    {
        var text = SmallSurvey.Text.Replace("[en, de]", "en", StringComparison.Ordinal);

        var result = SmallSurvey.Read(System.Text.RegularExpressions.Regex.Replace(text, @"\{ en: ([^,]*), de: [^}]* \}", "$1"));

        Assert.That(result.Problems, Is.Empty);
        Assert.That(result.Definition!.AllYears.Title, Is.EqualTo(new LocalText("en", "Small")));
    }

    [Test]
    public void The_words_no_and_yes_are_words()
    {
        var questionnaire = SmallSurvey.With("languages: [en, de]", "languages: [no]").Problems;

        Assert.That(questionnaire.Select(p => p.Message), Has.None.Contains("language tag"), "no is Norwegian, not false");
    }

    [Test]
    public void Texts_follow_the_order_of_the_languages_whatever_the_order_in_the_file() =>
        Assert.That(Frozen(SmallSurvey.With("{ en: Small, de: Klein }", "{ de: Klein, en: Small }")), Is.EqualTo(Frozen(SmallSurvey.Read(SmallSurvey.Text))));

    [Test]
    public void All_faults_of_a_file_are_told_at_once_from_top_to_bottom()
    {
        var spoilt = SmallSurvey.Text
            .Replace("minutes: 3", "minutes: soon", StringComparison.Ordinal)
            .Replace("name: { en: Wi-Fi, de: WLAN }", "name: { en: Wi-Fi }", StringComparison.Ordinal)
            .Replace("code: 3, role: favourable", "code: 3, role: good", StringComparison.Ordinal)
            .Replace("operator: at_most", "operator: atmost", StringComparison.Ordinal)
            .Replace("kind: number", "kind: numbr", StringComparison.Ordinal);

        SmallSurvey.AssertProblems(SmallSurvey.Read(spoilt),
            "5: error: “minutes” of the survey is “soon”. Write a whole number from 1 to 60.",
            "15: error: The name of the service “wifi” is missing in “de”. Write one line for each language: en: …, de: …",
            "29: error: “role” of the scale option “3” is “good”. Write role: unfavourable, neutral or favourable.",
            "40: error: “operator” of the condition is “atmost”. Did you mean “at_most”?",
            "61: error: “kind” of the question “lost” is “numbr”. Did you mean “number”?");
    }

    [Test]
    public void A_low_minimum_is_allowed_with_a_warning()
    {
        var result = SmallSurvey.With("headline: overall", "minimum_answers: 5\nheadline: overall");

        SmallSurvey.AssertProblems(result,
            "9: warning: Figures will be shown from 5 answers on; in a small group people may guess who gave them. Write 10 unless you have a reason.");
        Assert.That(result.Definition!.AllYears.MinimumForComments, Is.EqualTo(10));
    }

    [Test]
    public void Comments_need_no_fewer_answers_than_figures_unless_the_file_says_so() =>
        Assert.That(SmallSurvey.With("headline: overall", "minimum_answers: 25\nheadline: overall").Definition!.AllYears.MinimumForComments, Is.EqualTo(25));

    [TestCase(300, 0)]
    [TestCase(301, 1)]
    public void A_survey_has_at_most_300_services(int services, int problems)
    {
        var list = string.Concat(Enumerable.Range(1, services - 2).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"  - {{ key: s{i}, provider: it, name: {{ en: Service {i}, de: Dienst {i} }} }}\n")));

        Assert.That(SmallSurvey.With("services:\n", $"services:\n{list}").Problems.Count(p => p.Message == "“services” of the survey has 301 entries; at most 300 are allowed."), Is.EqualTo(problems));
    }

    [TestCase(50, 0)]
    [TestCase(51, 1)]
    public void A_service_has_at_most_50_questions(int questions, int problems)
    {
        var list = string.Concat(Enumerable.Range(1, questions - 2).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"  - {{ key: q{i}, kind: long_text, text: {{ en: Why {i}?, de: Warum {i}? }} }}\n")));

        Assert.That(SmallSurvey.With("groups:\n", $"{list}groups:\n").Problems, Has.Count.EqualTo(problems));
    }

    [Test]
    public void A_file_that_is_not_there_is_a_problem_like_any_other()
    {
        var missing = Path.Combine(Path.GetTempPath(), "surveyhub-no-such-file.yaml");

        var problem = DefinitionReader.ReadFile(missing, "surveys/gone.yaml").Problems.Single();

        Assert.That(problem.ToString(), Does.StartWith("surveys/gone.yaml:1: error: The file cannot be read: ").And.EndWith("Check that it is there and that you may read it."));
    }

    private static string Frozen(DefinitionResult result) => QuestionnaireJson.Write(result.Definition!.AllYears);
}
