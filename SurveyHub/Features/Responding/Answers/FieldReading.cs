using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace SurveyHub.Features.Responding.Answers;

/// <summary>What a form said about one field: a value that can be kept, or why it cannot.</summary>
public readonly partial record struct FieldReading
{
    private const string Unreadable = "\uFFFD";

    /// <summary>Of Arabic numbers.</summary>
    private const int DecimalSeparator = 0x066B;

    /// <summary>The sign that is no hyphen.</summary>
    private const int Minus = 0x2212;

    /// <summary>What came, in the form in which it is kept; what was typed, if it cannot be kept.</summary>
    public required string Value { get; init; }

    public AnswerProblem? Refusal { get; init; }

    /// <summary>Reads what a form sent under a field's name. Whether it answers the question well is not judged here.</summary>
    /// <param name="field">The field.</param>
    /// <param name="step">Its page.</param>
    /// <param name="sent">Its values.</param>
    /// <param name="hasBrokenText">Somewhere in the form are bytes that are no text; they may be here.</param>
    public static FieldReading Of(Field field, Step step, StringValues sent, bool hasBrokenText) =>
        field.IsBoxes ? Boxes(field, step, sent)
        : field.IsChoice ? Choice(field, step, sent)
        : Text(field, step, hasBrokenText ? Escape().Replace(sent.ToString(), Unreadable) : sent.ToString());

    private static FieldReading Choice(Field field, Step step, StringValues sent)
    {
        var value = sent.Count > 0 ? sent[^1] ?? "" : "";
        return value.Length == 0 || field.Option(value) is not null
            ? new() { Value = value }
            : Refused(value, new(step, field.Name, ProblemKind.UnknownOption));
    }

    private static FieldReading Boxes(Field field, Step step, StringValues sent)
    {
        // In the questionnaire's order, so that the same boxes are always the same text.
        var ticked = string.Join(',', field.Options.Select(o => o.Value).Where(sent.Contains));
        var isUnknown = sent.Any(value => !string.IsNullOrEmpty(value) && field.Option(value) is null);
        return isUnknown
            ? Refused(ticked, new(step, field.Name, field.Kind == FieldKind.Services ? ProblemKind.UnknownService : ProblemKind.UnknownOption))
            : new() { Value = ticked };
    }

    private static FieldReading Text(Field field, Step step, string sent)
    {
        if (sent.Contains(Unreadable, StringComparison.Ordinal)) return Refused(sent, new(step, field.Name, ProblemKind.Unreadable));
        var text = Clean(sent);
        var length = Length(text);
        return length > field.MaximumLength
            ? Refused(text, new(step, field.Name, ProblemKind.TooLong, field.MaximumLength, length))
            : new() { Value = text };
    }

    private static FieldReading Refused(string value, AnswerProblem problem) => new() { Value = value, Refusal = problem };

    /// <summary>Characters as people count them: a line break is one, whatever the browser sends for it, and so is an emoji.</summary>
    public static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes()) length++;
        return length;
    }

    /// <summary>A number as people write it: in the digits of any script, with a point or a comma. Null where there is none, or two.</summary>
    public static decimal? Number(string text) =>
        Plain(text) is var plain && !Thousand().IsMatch(plain)
        && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    /// <summary>1,000 and 1.000: a thousand to some, one to others, whatever the language of the page.</summary>
    public static bool IsUnclear(string text) => Thousand().IsMatch(Plain(text));

    // The script reads a number in the same way (wwwroot/survey.js, "holds"): what the one shows and the other hides is asked for in vain.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // What an Arabic keyboard puts in to turn the direction is not seen.
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format) continue;
            if (Rune.IsDigit(rune)) plain.Append((int)Rune.GetNumericValue(rune));
            else plain.Append(rune.Value switch { ',' or DecimalSeparator => ".", Minus => "-", _ => rune.ToString() });
        }
        return plain.ToString();
    }

    /// <summary>Line breaks as one character, no space at the ends, and no control characters: nobody typed those, and PostgreSQL cannot keep all of them.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '\r') clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else clean.Append(char.IsControl(character) && character is not ('\n' or '\t') ? ' ' : character);
        }
        return clean.ToString().Trim();
    }

    [GeneratedRegex("^[-+]?[1-9][0-9]{0,2}[.][0-9]{3}$")]
    private static partial Regex Thousand();

    /// <summary>A byte beyond ASCII that is no text is left as its escape by whoever reads forms.</summary>
    [GeneratedRegex("%[89A-Fa-f][0-9A-Fa-f]")]
    private static partial Regex Escape();
}
