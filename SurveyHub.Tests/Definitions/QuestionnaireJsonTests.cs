using System.Text.Json;
using SurveyHub.Definitions;
using SurveyHub.Surveys;

namespace SurveyHub.Tests.Definitions;

public sealed class QuestionnaireJsonTests
{
    /// <summary>If this text changes, the hash of every questionnaire changes. It may grow at its ends; it must not be rearranged.</summary>
    private const string Small =
        """
        {"survey":"small","title":{"en":"Small","de":"Klein"},"organisation":{"en":"House & Söhne"},"languages":["en","de"],"minutes":2,"anonymity":"anonymous",
        "minimum_answers":10,"minimum_for_comments":12,"headline":"mean_of_services","random_service_order":true,"providers":[{"key":"it","name":{"en":"IT"}}],
        "services":[{"key":"wifi","name":{"en":"Wi-Fi"},"provider":"it","target":0.8,"active_from":2020}],
        "scales":[{"key":"two","version":3,"options":[{"code":1,"label":{"en":"Bad"},"role":"unfavourable"},{"code":2,"label":{"en":"Good"},"role":"favourable"}],"cannot_judge":{"en":"?"}}],
        "service_questions":[{"key":"overall","kind":"rating","text":{"en":"How?"},"scale":"two","options":[],"required":true,"maximum_length":2000,"version":1}],
        "groups":[{"key":"role","name":{"en":"Role"},"text":{"en":"Your role?"},"source":"asked","options":[{"key":"nurse","code":1,"label":{"en":"Nurse"},"exclusive":false}]}],
        "last_questions":[{"key":"lost","kind":"number","text":{"en":"Hours?"},"options":[],"required":false,"show_if":{"all":false,"conditions":[{"question":"overall","operator":"at_most","value":"1"}]},
        "minimum":0,"maximum":1.50,"maximum_length":2000,"version":2}]}
        """;

    private static string OneLine => Small.ReplaceLineEndings("");

    [Test]
    public void A_questionnaire_is_frozen_as_exactly_this_text() =>
        Assert.That(QuestionnaireJson.Write(QuestionnaireJson.Read(OneLine)), Is.EqualTo(OneLine));

    [Test]
    public void The_demonstration_survey_comes_back_byte_for_byte()
    {
        var frozen = QuestionnaireJson.Write(ShippedFiles.InternalServices());

        Assert.That(QuestionnaireJson.Write(QuestionnaireJson.Read(frozen)), Is.EqualTo(frozen));
    }

    [Test]
    public void That_the_unanimous_are_protected_is_frozen_and_a_text_without_it_stays_as_it_was()
    {
        var strict = QuestionnaireJson.Write(QuestionnaireJson.Read(OneLine) with { ProtectUnanimous = true });

        Assert.That(QuestionnaireJson.Read(strict).ProtectUnanimous, Is.True);
        Assert.That(QuestionnaireJson.Write(QuestionnaireJson.Read(strict) with { ProtectUnanimous = null }), Is.EqualTo(OneLine));
        Assert.That(SmallSurvey.With("minutes: 3", "minutes: 3\nprotect_unanimous: true").Definition!.AllYears.ProtectUnanimous, Is.True);
        Assert.That(SmallSurvey.With("minutes: 3", "minutes: 3\nprotect_unanimous: false").Definition!.AllYears.ProtectUnanimous, Is.Null);
    }

    [Test]
    public void The_target_of_the_headline_is_frozen_and_a_text_without_one_stays_as_it_was()
    {
        var aimed = QuestionnaireJson.Write(QuestionnaireJson.Read(OneLine) with { Target = 0.9 });

        Assert.That(aimed, Does.Contain("\"target\":0.9"));
        Assert.That(QuestionnaireJson.Read(aimed).Target, Is.EqualTo(0.9));
        Assert.That(QuestionnaireJson.Write(QuestionnaireJson.Read(aimed) with { Target = null }), Is.EqualTo(OneLine));
    }

    [Test]
    public void Expectations_are_frozen_and_a_text_of_before_reads_without_them_and_stays_as_it_was()
    {
        var expecting = QuestionnaireJson.Write(QuestionnaireJson.Read(OneLine) with { Expectations = new() { Minimum = "least", Desired = "ideal" } });

        Assert.That(expecting, Does.EndWith(",\"expectations\":{\"minimum\":\"least\",\"desired\":\"ideal\"}}"), "the navigation looks for this text");
        Assert.That(QuestionnaireJson.Read(expecting).Expectations, Is.EqualTo(new Expectations { Minimum = "least", Desired = "ideal" }));
        Assert.That(QuestionnaireJson.Read(OneLine).Expectations, Is.Null);
        Assert.That(QuestionnaireJson.Write(QuestionnaireJson.Read(expecting) with { Expectations = null }), Is.EqualTo(OneLine));
    }

    [Test]
    public void A_bridge_is_frozen_and_a_question_without_one_stays_as_it_was()
    {
        var questionnaire = QuestionnaireJson.Read(OneLine);
        var bridged = QuestionnaireJson.Write(questionnaire with { LastQuestions = [questionnaire.LastQuestions[0] with { Bridge = "overall" }] });

        Assert.That(bridged, Does.Contain(",\"bridge\":\"overall\"}"), "the navigation looks for this text");
        Assert.That(QuestionnaireJson.Read(bridged).HasBridges, Is.True);
        Assert.That(QuestionnaireJson.Read(OneLine).HasBridges, Is.False);
    }

    [Test]
    public void What_a_later_version_added_is_passed_over()
    {
        var later = OneLine.Replace("\"minutes\":2", "\"minutes\":2,\"mood\":{\"colour\":[1,2]}", StringComparison.Ordinal);

        Assert.That(QuestionnaireJson.Write(QuestionnaireJson.Read(later)), Is.EqualTo(OneLine));
    }

    [Test]
    public void Texts_keep_their_languages_in_the_order_in_which_they_were_written() =>
        Assert.That(QuestionnaireJson.Read(OneLine).Title.ByLanguage.Select(t => t.Key), Is.EqualTo(new[] { "en", "de" }));

    [Test]
    public void What_is_left_out_gets_its_default()
    {
        var question = QuestionnaireJson.Read(OneLine.Replace(",\"maximum_length\":2000,\"version\":2", "", StringComparison.Ordinal)).LastQuestions[0];

        Assert.Multiple(() =>
        {
            Assert.That(question.MaximumLength, Is.EqualTo(2000));
            Assert.That(question.Version, Is.EqualTo(1));
        });
    }

    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("[1]")]
    [TestCase("{\"survey\":")]
    public void A_text_that_is_no_questionnaire_is_refused(string text) =>
        Assert.That(() => QuestionnaireJson.Read(text), Throws.InstanceOf<JsonException>());

    [TestCase("\"anonymous\"", "\"secret\"")]
    [TestCase("\"anonymous\"", "0")]
    [TestCase("\"title\":{\"en\":\"Small\",\"de\":\"Klein\"}", "\"title\":{}")]
    [TestCase("\"title\":{\"en\":\"Small\",\"de\":\"Klein\"}", "\"title\":{\"en\":\"Small\",\"en\":\"Again\"}")]
    [TestCase("\"title\":{\"en\":\"Small\",\"de\":\"Klein\"}", "\"title\":\"Small\"")]
    [TestCase("\"title\":{\"en\":\"Small\",\"de\":\"Klein\"}", "\"title\":{\"en\":3}")]
    [TestCase("\"minutes\":2", "\"minutes\":2,\"minutes\":3")]
    public void A_damaged_text_is_refused_rather_than_guessed_at(string part, string damaged) =>
        Assert.That(() => QuestionnaireJson.Read(OneLine.Replace(part, damaged, StringComparison.Ordinal)), Throws.InstanceOf<JsonException>());

    /// <summary>SHA-256 of "abc" from FIPS 180-2, appendix B.1.</summary>
    [Test]
    public void The_hash_is_sha_256_in_lower_case_hexadecimal() =>
        Assert.That(QuestionnaireJson.Sha256("abc"), Is.EqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));

    [Test]
    public void Items_of_the_frozen_text_are_those_of_the_questionnaire()
    {
        var questionnaire = ShippedFiles.InternalServices();
        var read = QuestionnaireJson.Read(QuestionnaireJson.Write(questionnaire));

        Assert.That(ItemList.Of(read).All.Select(i => (i.No, i.Key, i.Kind)), Is.EqualTo(ItemList.Of(questionnaire).All.Select(i => (i.No, i.Key, i.Kind))));
    }
}
