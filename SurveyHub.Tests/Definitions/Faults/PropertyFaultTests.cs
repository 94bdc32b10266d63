namespace SurveyHub.Tests.Definitions.Faults;

/// <summary>Properties and values: each fault with its line, what is wrong and what would be right.</summary>
public sealed class PropertyFaultTests
{
    [TestCase("languages: [en, de]\n", "",
        "1: error: The survey has no languages. Write languages: [en] with the default language first.",
        "3: warning: The language “de” is not offered, but 20 texts have it, the first here. Add de to languages, or delete it.")]
    [TestCase("languages: [en, de]", "languages: []",
        "2: error: The list of languages is empty. Write languages: [en] with the default language first.",
        "4: warning: The language “de” is not offered, but 20 texts have it, the first here. Add de to languages, or delete it.")]
    [TestCase("languages: [en, de]", "languages: [en, deutsch, de, en]",
        "2: error: “deutsch” is no language tag. Write two letters such as en or de, with the country only where it matters: pt-BR.",
        "2: error: The language “en” stands twice. Delete one of the two.")]
    [TestCase("languages: [en, de]", "languages: [en, de, fr-fr]",
        "2: error: “fr-fr” is no language tag. Write two letters such as en or de, with the country only where it matters: pt-BR.")]
    [TestCase("minutes: 3\n", "",
        "1: error: The survey has no minutes. Write minutes: and a whole number from 1 to 60.")]
    [TestCase("minutes: 3", "minutes:",
        "1: error: The survey has no minutes. Write minutes: and a whole number from 1 to 60.")]
    [TestCase("minutes: 3", "minutes: three",
        "5: error: “minutes” of the survey is “three”. Write a whole number from 1 to 60.")]
    [TestCase("minutes: 3", "minutes: 61",
        "5: error: “minutes” of the survey is “61”. Write a whole number from 1 to 60.")]
    [TestCase("minutes: 3", "minuts: 3",
        "5: error: The survey has no property “minuts”. Did you mean “minutes”?")]
    [TestCase("minutes: 3", "minutes: 3\ncolour: red",
        "6: error: The survey has no property “colour”. Write survey, languages, organisation, title, purpose, since_last_year, minutes, opens, closes, anonymity, minimum_answers, minimum_for_comments, headline, random_service_order, providers, services, scales, screener, service_questions, groups, last_questions, lineage, weighting, census, protect_unanimous, target or expectations.")]
    [TestCase("opens: 03-01", "opens: 2026-03-01",
        "6: error: “opens” of the survey is “2026-03-01”. Write the month and a day that every year has, with two digits each: 03-31 is 31 March.")]
    [TestCase("opens: 03-01", "opens: 02-29",
        "6: error: “opens” of the survey is “02-29”. Write the month and a day that every year has, with two digits each: 03-31 is 31 March.")]
    [TestCase("opens: 03-01", "opens: 04-30",
        "7: error: The survey closes before it opens. Write a later day of the same year.")]
    [TestCase("anonymity: anonymous", "anonymity: anonymus",
        "8: error: “anonymity” of the survey is “anonymus”. Did you mean “anonymous”?")]
    [TestCase("anonymity: anonymous", "anonymity: none",
        "8: error: “anonymity” of the survey is “none”. Write anonymity: anonymous, confidential or identified.")]
    [TestCase("anonymity: anonymous", "anonymity: [anonymous]",
        "8: error: “anonymity” of the survey is a list or a group of properties. Write one word or number.")]
    [TestCase("anonymity: anonymous\n", "",
        "1: error: The survey has no anonymity. Write anonymity: anonymous, confidential or identified.")]
    [TestCase("headline: overall_question", "headline: pooled",
        "9: error: “headline” of the survey is “pooled”. Write headline: overall_question, mean_of_services or pooled_ratings.")]
    [TestCase("headline: overall", "random_service_order: yes\nheadline: overall",
        "9: error: “random_service_order” of the survey is “yes”. Write true or false.")]
    [TestCase("headline: overall", "minimum_answers: 4\nheadline: overall",
        "9: error: “minimum_answers” of the survey is “4”. Write a whole number from 5 to 1000.")]
    [TestCase("headline: overall", "minimum_for_comments: 9\nheadline: overall",
        "9: error: “minimum_for_comments” of the survey is “9”. Write a whole number from 10 to 1000.")]
    [TestCase("survey: small", "survey: Small Survey",
        "1: error: “Small Survey” cannot be a key: keys have at most 40 lower-case letters, digits and hyphens, and begin with a letter. Write small-survey.")]
    [TestCase("survey: small", "survey: small_survey",
        "1: error: “small_survey” cannot be a key: keys have at most 40 lower-case letters, digits and hyphens, and begin with a letter. Write small-survey.")]
    [TestCase("survey: small\n", "",
        "1: error: The survey has no survey. Write survey: and a name of lower-case letters, digits and hyphens.")]
    [TestCase("survey: small", "survey: other",
        "1: error: The file small.yaml holds the survey “other”. Rename it to other.yaml, or write another key.")]
    [TestCase("  - key: printing", "  - key: Printing Room",
        "20: error: “Printing Room” cannot be a key: keys have at most 40 lower-case letters, digits and underscores, and begin with a letter. Write printing_room.")]
    [TestCase("  - key: printing", "  - key: 2nd_floor",
        "20: error: “2nd_floor” cannot be a key: keys have at most 40 lower-case letters, digits and underscores, and begin with a letter. Write a short name that begins with a letter.")]
    [TestCase("  - key: printing", "  - key: Drucken und so weiter und so fort im ganzen Haus",
        "20: error: “Drucken und so weiter und so fort im ganzen Haus” cannot be a key: keys have at most 40 lower-case letters, digits and underscores, and begin with a letter. Write a short name that begins with a letter.")]
    [TestCase("  - key: printing\n    name", "  - name",
        "20: error: The service has no key. Write key: and a name of lower-case letters, digits and underscores.")]
    [TestCase("target: 80 %", "target: 80",
        "17: error: “target” of the service “wifi” is “80”. Write a percentage such as 80 %, or a number from 0 to 1 such as 0.80.")]
    [TestCase("target: 80 %", "target: 0,8",
        "17: error: “target” of the service “wifi” is “0,8”. Write a percentage such as 80 %, or a number from 0 to 1 such as 0.80.")]
    [TestCase("target: 80 %", "target: 120 %",
        "17: error: “target” of the service “wifi” is “120 %”. Write a percentage such as 80 %, or a number from 0 to 1 such as 0.80.")]
    [TestCase("target: 80 %", "target: -0.1",
        "17: error: “target” of the service “wifi” is “-0.1”. Write a percentage such as 80 %, or a number from 0 to 1 such as 0.80.")]
    [TestCase("active_to: 2024", "active_to: 2019",
        "19: error: The service “wifi” ends in 2019, before it begins in 2020. Write 2020 or later.")]
    [TestCase("active_to: 2024", "active_to: 24",
        "19: error: “active_to” of the service “wifi” is “24”. Write a whole number from 1990 to 2100.")]
    [TestCase("maximum: 60", "maximum: sixty",
        "63: error: “maximum” of the question “lost” is “sixty”. Write a number from 0 to 1000000000; numbers below zero are kept for missing answers.")]
    [TestCase("maximum: 60", "minimum: -3",
        "63: error: “minimum” of the question “lost” is “-3”. Write a number from 0 to 1000000000; numbers below zero are kept for missing answers.")]
    [TestCase("maximum: 60", "minimum: 70\n    maximum: 60",
        "64: error: The question “lost” accepts at most 60, less than its minimum of 70. Write a greater maximum.")]
    [TestCase("minutes: 3", "minutes: 3\nminimum_answers: 30\nminimum_for_comments: 10",
        "7: error: Comments would be shown from 10 answers on, and figures only from 30. Write 30 or more: words tell more about a person than figures.")]
    [TestCase("kind: long_text", "kind: longtext",
        "36: error: “kind” of the question “comment” is “longtext”. Did you mean “long_text”?")]
    [TestCase("kind: long_text", "kind: essay",
        "36: error: “kind” of the question “comment” is “essay”. Write kind: rating, single_choice, multiple_choice, number, short_text, long_text or information.")]
    [TestCase("kind: long_text", "kind: long_text\n    maximum_length: 10001",
        "37: error: “maximum_length” of the question “comment” is “10001”. Write a whole number from 1 to 10000.")]
    [TestCase("source: asked", "source: aksed",
        "45: error: “source” of the customer group “role” is “aksed”. Did you mean “asked”?")]
    [TestCase("code: 3, role: favourable", "code: 3, role: good",
        "29: error: “role” of the scale option “3” is “good”. Write role: unfavourable, neutral or favourable.")]
    [TestCase("code: 3, role: favourable", "code: 0, role: favourable",
        "29: error: “code” of the scale option “0” is “0”. Write a whole number from 1 to 99.")]
    [TestCase("exclusive: true", "exclusive: ja",
        "59: error: “exclusive” of the option “none” is “ja”. Write true or false.")]
    [TestCase("providers:\n  - key: it\n    name: { en: IT, de: IT }", "providers: it",
        "10: error: “providers” of the survey is not a list. Begin each entry on its own line with a hyphen.")]
    [TestCase("  - key: it\n    name: { en: IT, de: IT }", "  - it",
        "11: error: An entry of “providers” of the survey is not a group of properties. Write its properties below each other, the first behind the hyphen.")]
    public void A_wrong_property_is_told_with_its_line_and_what_would_be_right(string part, string replacement, params string[] problems) =>
        SmallSurvey.AssertProblems(SmallSurvey.With(part, replacement), problems);
}
