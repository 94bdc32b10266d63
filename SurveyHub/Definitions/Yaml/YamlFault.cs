using YamlDotNet.Core;

namespace SurveyHub.Definitions.Yaml;

/// <summary>Says in a survey owner's words what a YAML parser means.</summary>
internal static class YamlFault
{
    public const string TooDeep = "too deep", Nameless = "nameless";

    private static readonly (string Part, string Message, string Hint)[] Words =
    [
        (Nameless, "A colon here has no word before it.", "Write the property's name before the colon."),
        (TooDeep, "The file is nested more than 16 levels deep.", "Check the brackets and the indentation here."),
        ("found invalid mapping", "There is a second colon on this line, or the indentation is not that of the lines around it.",
            "Put a text that has a colon in it between quotation marks, and indent the line as the lines beside it."),
        ("quoted scalar, found unexpected end", "A text begins here with a quotation mark and never ends.", "Write the closing quotation mark."),
        ("unknown escape character", "A backslash in a text between quotation marks is followed by a letter that means nothing.", "Write two backslashes, or use single quotation marks."),
        ("did not find expected ',' or ']'", "The list in square brackets is not closed, or a comma is missing.", "Write a comma between its entries and ] at its end."),
        ("did not find expected ',' or '}'", "The braces are not closed, or a comma is missing.", "Write a comma between the entries and } at the end, or put a text that has a colon in it between quotation marks."),
        ("block mapping, did not find expected key", "This does not belong to what stands above it.",
            "Write a colon and a space behind the property's name, and indent the line as those beside it. If a text has a quotation mark inside, write the mark twice, or put the text between marks of the other kind."),
        ("expected '-' indicator", "The list above is not finished properly.", "Start each of its entries with a hyphen, at the same indentation."),
        ("cannot start any token", "A text begins with a character that means something else in YAML (@, ` or %).", "Put the text between quotation marks."),
        ("could not find expected ':'", "The line is no property: it has no colon.", "Write a colon and a space behind the property's name, or indent the line if it continues the text above."),
        ("entries are not allowed in this context", "A list begins on the property's own line.", "Start the list on the next line."),
        ("did not find expected node content", "A text begins with a character that means something else in YAML.", "Put the text between quotation marks."),
    ];

    public static (string Message, string Hint) InWords(YamlException error)
    {
        foreach (var (part, message, hint) in Words)
            if (error.Message.Contains(part, StringComparison.Ordinal)) return (message, hint);
        return ($"The line is not YAML: {error.Message.TrimEnd('.')}.", "Compare it with one of the files that come with the product.");
    }
}
