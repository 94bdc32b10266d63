namespace SurveyHub.Tests.Definitions.Faults;

/// <summary>Keys that must differ, and what refers to what.</summary>
public sealed class ReferenceFaultTests
{
    [TestCase("    provider: it\n    target", "    provider: itt\n    target",
        "16: error: There is no provider “itt”. Did you mean “it”?")]
    [TestCase("    provider: it\n    target", "    provider: legal\n    target",
        "16: error: There is no provider “legal”. Write it.")]
    [TestCase("    provider: it\n    target", "    target",
        "14: error: The service “wifi” has no provider. Write provider: and the key of one of the providers.")]
    [TestCase("    scale: quality\n    text: { en: How good?", "    scale: qualty\n    text: { en: How good?",
        "33: error: There is no scale “qualty”. Did you mean “quality”?")]
    [TestCase("    scale: quality\n    text: { en: How good?", "    text: { en: How good?",
        "31: error: The question “overall” has no scale. Write scale: and the key of one of the scales.")]
    [TestCase("  - key: it\n", "  - key: hr\n    name: { en: HR, de: Personal }\n  - key: it\n",
        "11: warning: The provider “hr” has no service. Delete it, or give it a service.")]
    [TestCase("  - key: quality\n", "  - key: agreement\n    cannot_judge: { en: \"?\", de: \"?\" }\n    options:\n      - { code: 1, role: neutral, label: { en: No, de: Nein } }\n      - { code: 2, role: favourable, label: { en: Yes, de: Ja } }\n  - key: quality\n",
        "24: warning: No question uses the scale “agreement”. Delete it, or name it in a rating question.")]
    [TestCase("  - key: printing", "  - key: wifi",
        "20: error: The key “wifi” stands for another service already, in line 14. Write another key.")]
    [TestCase("  - key: printing", "  - key: used",
        "20: error: The key “used” is kept for the product's own columns. Write another one, such as used_service.")]
    [TestCase("  - key: printing", "  - key: overall",
        "20: error: The key “overall” is kept for the product's own columns. Write another one, such as overall_service.")]
    [TestCase("  - key: printing", "  - key: lost",
        "60: error: “lost” is the key of a service as well. Write another key for the question, such as lost_question.")]
    [TestCase("  - key: lost", "  - key: weight",
        "60: error: The key “weight” is kept for the product's own columns. Write another one, such as weight_question.")]
    [TestCase("  - key: lost", "  - key: news",
        "60: error: The key “news” stands for another last question already, in line 54. Write another key.")]
    [TestCase("key: doctor, code: 2", "key: doctor, code: 1",
        "48: error: The code “1” stands for another option of the customer group “role” already, in line 47. Write another code.")]
    [TestCase("key: doctor, code: 2", "key: nurse, code: 2",
        "48: error: The key “nurse” stands for another option of the customer group “role” already, in line 47. Write another key.")]
    [TestCase("headline: overall", "weighting: { by: [role] }\nheadline: overall",
        "9: error: “role” is asked of customers, so nobody knows how many people it has. Weight by groups with source: invitation, which the list of people tells.")]
    [TestCase("headline: overall", "weighting: { by: [rule] }\nheadline: overall",
        "9: error: There is no customer group “rule” to weight by. Did you mean “role”?")]
    [TestCase("headline: overall", "weighting: { by: [] }\nheadline: overall",
        "9: error: The weighting names no customer group. Write weighting: { by: [department] } with the keys of customer groups.")]
    [TestCase("headline: overall", "weighting: role\nheadline: overall",
        "9: error: “weighting” of the survey does not say by what. Write weighting: { by: [department] } with the keys of customer groups.")]
    [TestCase("headline: overall", "weighting: { by: [{ key: role }] }\nheadline: overall",
        "9: error: An entry of “by” is no key of a customer group. Write weighting: { by: [department] } with the keys of customer groups.")]
    public void A_key_that_collides_or_leads_nowhere_is_told(string part, string replacement, params string[] problems) =>
        SmallSurvey.AssertProblems(SmallSurvey.With(part, replacement), problems);

    [TestCase("code: 2, role: neutral", "code: 1, role: neutral",
        "28: error: The code “1” stands for another option of the scale “quality” already, in line 27. Write another code.")]
    [TestCase("code: 2, role: neutral", "code: 4, role: neutral",
        "29: error: The codes of the scale “quality” fall from 4 to 3. Write the worst option first and let the codes rise.")]
    [TestCase("code: 3, role: favourable", "code: 3, role: unfavourable",
        "29: error: On the scale “quality” the role falls from neutral to unfavourable. Roles go from unfavourable over neutral to favourable as the codes rise.")]
    [TestCase("code: 3, role: favourable", "code: 3, role: neutral",
        "27: error: The scale “quality” has no favourable option, so nothing can be good or excellent. Write role: favourable for its best options.")]
    [TestCase("      - { code: 2, role: neutral, label: { en: Fair, de: Mittel } }\n      - { code: 3, role: favourable, label: { en: Good, de: Gut } }\n", "      \n",
        "27: error: The scale “quality” has one option only. Write at least two.",
        "27: error: The scale “quality” has no favourable option, so nothing can be good or excellent. Write role: favourable for its best options.")]
    [TestCase("    options:\n      - { code: 1, role: unfavourable, label: { en: Poor, de: Schlecht } }\n      - { code: 2, role: neutral, label: { en: Fair, de: Mittel } }\n      - { code: 3, role: favourable, label: { en: Good, de: Gut } }\n", "    options: []\n",
        "26: error: “options” of the scale “quality” is an empty list. Write at least one entry.")]
    [TestCase("key: doctor, code: 2", "key: doctor, code: 2, exclusive: true",
        "48: error: A customer belongs to one option of “role” anyway. Delete exclusive.")]
    [TestCase("kind: multiple_choice", "kind: single_choice",
        "59: error: Only one option of the single choice “news” can be chosen anyway. Delete exclusive, or write kind: multiple_choice.")]
    [TestCase("kind: long_text", "kind: long_text\n    scale: quality",
        "37: error: A question of the kind long_text has no scale. Delete it, or change the kind.")]
    [TestCase("kind: number", "kind: information",
        "63: error: A question of the kind information has no maximum. Delete it, or change the kind.")]
    [TestCase("kind: number", "kind: short_text",
        "63: error: A question of the kind short_text has no maximum. Delete it, or change the kind.")]
    [TestCase("      - { key: doctor, code: 2, label: { en: Doctor, de: Arzt } }\n", "",
        "47: error: The customer group “role” has one option only. Write at least two.")]
    [TestCase("    options:\n      - { key: mail, code: 1, label: { en: Mail, de: Mail } }\n      - { key: none, code: 2, exclusive: true, label: { en: None, de: Nichts } }\n", "",
        "54: error: The question “news” has no options. Write options: and below it a list, each entry beginning with a hyphen.")]
    [TestCase("kind: rating\n    scale: quality\n    text: { en: How good?, de: Wie gut? }", "kind: short_text\n    text: { en: How good?, de: Wie gut? }",
        "31: error: The service questions have no rating, so no service gets a share. Write a question of the kind rating as the first one.",
        "39: error: “overall” is a question of the kind short_text and cannot be compared by at_most. Write answered.")]
    [TestCase("text: { en: How good?, de: Wie gut? }", "text: { en: How good?, de: Wie gut? }\n    show_if:\n      all:\n        - { question: overall, operator: answered }",
        "36: error: “overall” gives each service its share and must always be asked. Delete show_if, or write another rating before it.",
        "37: error: “overall” is shown depending on itself. Name an earlier question.")]
    [TestCase("kind: rating\n    scale: quality\n    text: { en: All in all?", "kind: short_text\n    text: { en: All in all?",
        "51: error: The last question “overall” is kept for the overall rating of all services together. Write kind: rating, or another key.")]
    [TestCase("  - key: overall\n    kind: rating\n    scale: quality\n    text: { en: All", "  - key: all_in_all\n    kind: rating\n    scale: quality\n    text: { en: All",
        "9: error: The headline is the overall question, and there is none. Write a rating with the key “overall” among last_questions, or headline: mean_of_services.")]
    public void A_scale_or_question_that_does_not_fit_its_kind_is_told(string part, string replacement, params string[] problems) =>
        SmallSurvey.AssertProblems(SmallSurvey.With(part, replacement), problems);
}
