namespace SurveyHub.Tests.Definitions.Faults;

/// <summary>Texts in the languages of the survey.</summary>
public sealed class TextFaultTests
{
    [TestCase("name: { en: IT, de: IT }", "name: IT",
        "12: error: The name of the provider “it” is missing in “de”. Write one line for each language: en: …, de: …")]
    [TestCase("name: { en: IT, de: IT }", "name: { en: IT }",
        "12: error: The name of the provider “it” is missing in “de”. Write one line for each language: en: …, de: …")]
    [TestCase("name: { en: IT, de: IT }", "name: { en: IT, de: }",
        "12: error: The name of the provider “it” is missing in “de”. Write one line for each language: en: …, de: …")]
    [TestCase("name: { en: IT, de: IT }", "name: { en: IT, de: \"\" }",
        "12: error: The name of the provider “it” in “de” is empty. Write the text.")]
    [TestCase("name: { en: IT, de: IT }", "name:",
        "11: error: The provider “it” has no name. Write name: and the department's name.")]
    [TestCase("name: { en: IT, de: IT }", "name: { fr: [IT] }",
        "12: error: The name of the provider “it” is missing in “en” and “de”. Write one line for each language: en: …, de: …",
        "12: error: The name of the provider “it” in “fr” is a list or a group of properties. Write a text.")]
    [TestCase("name: { en: IT, de: IT }", "name: [IT]",
        "12: error: The name of the provider “it” is a list. Write a text, or one line for each language.")]
    [TestCase("name: { en: IT, de: IT }", "name: { en: IT, de: [IT] }",
        "12: error: The name of the provider “it” in “de” is a list or a group of properties. Write a text.")]
    [TestCase("name: { en: IT, de: IT }", "name: { en: IT, Rooms, de: IT }",
        "12: error: “Rooms” in the name of the provider “it” is no language. A comma ends a text between braces: put the text between quotation marks.")]
    [TestCase("name: { en: IT, de: IT }", "name: { en: IT, de: IT, german: IT }",
        "12: error: “german” in the name of the provider “it” is no language. Write en or de.")]
    [TestCase("name: { en: IT, de: IT }", "name: { en: IT, de: \"I\\u0007T\" }",
        "12: error: The name of the provider “it” in “de” has a control character. Delete it.")]
    [TestCase("name: { en: IT, de: IT }", "name: { en: IT, de: IT, fr: IT }",
        "12: warning: The language “fr” is not offered, but one text has it, the first here. Add fr to languages, or delete it.")]
    public void A_text_that_is_missing_or_wrong_is_told_with_its_language(string part, string replacement, params string[] problems) =>
        SmallSurvey.AssertProblems(SmallSurvey.With(part, replacement), problems);
}
