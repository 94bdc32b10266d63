namespace SurveyHub.Tests.Definitions.Faults;

/// <summary>What is no YAML, or more YAML than a survey file may use.</summary>
public sealed class YamlFaultTests
{
    [TestCase("survey: a: b",
        "1: error: There is a second colon on this line, or the indentation is not that of the lines around it. Put a text that has a colon in it between quotation marks, and indent the line as the lines beside it.")]
    [TestCase("survey: 'x\ntitle: b",
        "1: error: A text begins here with a quotation mark and never ends. Write the closing quotation mark.")]
    [TestCase("title: \"x\\q\"",
        "1: error: A backslash in a text between quotation marks is followed by a letter that means nothing. Write two backslashes, or use single quotation marks.")]
    [TestCase("languages: [en, de\ntitle: x",
        "2: error: The line is not YAML, or a bracket or a quotation mark above it is not closed. Look for a missing ], } or quotation mark.")]
    [TestCase("title: { en: x\nminutes: 3",
        "2: error: The line is not YAML, or a bracket or a quotation mark above it is not closed. Look for a missing ], } or quotation mark.")]
    [TestCase("languages: [en, de",
        "2: error: The list in square brackets is not closed, or a comma is missing. Write a comma between its entries and ] at its end.")]
    [TestCase("title: { en: x",
        "2: error: The braces are not closed, or a comma is missing. Write a comma between the entries and } at the end, or put a text that has a colon in it between quotation marks.")]
    [TestCase("a:\n  - b\n c: d",
        "3: error: This does not belong to what stands above it. Write a colon and a space behind the property's name, and indent the line as those beside it. If a text has a quotation mark inside, write the mark twice, or put the text between marks of the other kind.")]
    [TestCase("- a\nb: c",
        "2: error: The list above is not finished properly. Start each of its entries with a hyphen, at the same indentation.")]
    [TestCase("title: @home",
        "1: error: A text begins with a character that means something else in YAML (@, ` or %). Put the text between quotation marks.")]
    [TestCase("minutes\nsurvey: x",
        "2: error: There is a second colon on this line, or the indentation is not that of the lines around it. Put a text that has a colon in it between quotation marks, and indent the line as the lines beside it.")]
    [TestCase("minutes: 3\nsurvey x\ntitle: y",
        "2: error: This does not belong to what stands above it. Write a colon and a space behind the property's name, and indent the line as those beside it. If a text has a quotation mark inside, write the mark twice, or put the text between marks of the other kind.")]
    [TestCase("survey: - x",
        "1: error: A list begins on the property's own line. Start the list on the next line.")]
    [TestCase("title: 'it's'",
        "1: error: This does not belong to what stands above it. Write a colon and a space behind the property's name, and indent the line as those beside it. If a text has a quotation mark inside, write the mark twice, or put the text between marks of the other kind.")]
    [TestCase("providers:\n  - : it\n    name: IT",
        "3: error: A colon here has no word before it. Write the property's name before the colon.")]
    [TestCase("title: }",
        "1: error: A text begins with a character that means something else in YAML. Put the text between quotation marks.")]
    [TestCase("title: ? x",
        "1: error: The line is not YAML: Mapping keys are not allowed in this context. Compare it with one of the files that come with the product.")]
    [TestCase("survey x\n",
        "1: error: The file is not a list of properties. Start with survey: and its key, on a line of its own.")]
    [TestCase("- survey\n",
        "1: error: The file is not a list of properties. Start with survey: and its key, on a line of its own.")]
    [TestCase("42",
        "1: error: The file is not a list of properties. Start with survey: and its key, on a line of its own.")]
    [TestCase("",
        "1: error: The file is empty. Start from one of the files that come with the product.")]
    [TestCase("# nothing\n",
        "1: error: The file is empty. Start from one of the files that come with the product.")]
    [TestCase("---\n",
        "1: error: The file is empty. Start from one of the files that come with the product.")]
    [TestCase("null",
        "1: error: The file is empty. Start from one of the files that come with the product.")]
    [TestCase("\tsurvey: x\n \ttitle: y",
        "1: error: The line is indented with a tab. YAML is indented with spaces: write two spaces for each step.",
        "2: error: The line is indented with a tab. YAML is indented with spaces: write two spaces for each step.")]
    [TestCase("survey: small\n---\nsurvey: more",
        "2: error: A second document starts here. One file has one document: delete the line ---, or move what follows to a file of its own.")]
    [TestCase("survey: &a small\ntitle: *a",
        "1: error: &a names this place for later (an anchor). Delete it: these files have no anchors and aliases.",
        "2: error: *a refers to another place in the file (an alias). Write the text out: these files have no anchors and aliases.")]
    [TestCase("<<: *defaults",
        "1: error: *defaults refers to another place in the file (an alias). Write the text out: these files have no anchors and aliases.")]
    [TestCase("survey: x\0y\n\a",
        "1: error: The line has a control character. Delete it; if there are many, this is not a text file.",
        "2: error: The line has a control character. Delete it; if there are many, this is not a text file.")]
    [TestCase("? [a]\n: b",
        "1: error: A list or a group of properties stands before the colon. Write one word before the colon.")]
    [TestCase("? {a: b}\n: c",
        "1: error: A list or a group of properties stands before the colon. Write one word before the colon.")]
    [TestCase("PK\u0003\u0004",
        "1: error: The line has a control character. Delete it; if there are many, this is not a text file.")]
    public void What_is_no_survey_file_is_told_in_plain_words(string text, params string[] problems) => SmallSurvey.AssertProblems(SmallSurvey.Read(text), problems);

    [TestCase("minutes: 3", "minutes: 3\nminutes: 4",
        "6: error: “minutes” stands twice here; the first is in line 5. Delete one of the two.")]
    [TestCase("minutes: 3", "minutes: !!int 3",
        "5: error: The tag tag:yaml.org,2002:int asks for a special type. Delete it: these files have plain texts, lists and properties only.")]
    [TestCase("minutes: 3", "minutes: &m 3",
        "5: error: &m names this place for later (an anchor). Delete it: these files have no anchors and aliases.")]
    [TestCase("minutes: 3", "minutes: [[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]",
        "5: error: The file is nested more than 16 levels deep. Check the brackets and the indentation here.")]
    public void What_survey_files_do_not_use_of_YAML_is_refused(string part, string replacement, params string[] problems) =>
        SmallSurvey.AssertProblems(SmallSurvey.With(part, replacement), problems);
}
