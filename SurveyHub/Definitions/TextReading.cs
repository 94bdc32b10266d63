using System.Text.RegularExpressions;
using SurveyHub.Definitions.Yaml;
using SurveyHub.Surveys;

namespace SurveyHub.Definitions;

/// <summary>Reads texts in the survey's languages: a plain text in the only language, or one line for each language.</summary>
internal sealed partial class TextReading(IReadOnlyList<string> languages, Findings findings)
{
    private const int MostLanguages = 30;

    private readonly Dictionary<string, (YamlNode First, int Texts)> _undeclared = new(StringComparer.Ordinal);

    public LocalText StandIn { get; } = new(languages[0], "");

    /// <summary>The survey's languages, the default first; English when the file does not say.</summary>
    public static IReadOnlyList<string> Languages(YamlMap survey, Findings findings)
    {
        if (survey.Find("languages")?.Value is not { } node || node is YamlText { IsNothing: true })
        {
            findings.Error(survey, "The survey has no languages.", "Write languages: [en] with the default language first.");
            return ["en"];
        }
        var tags = node is YamlList list ? list.Items : [node];
        if (tags.Count > MostLanguages)
            findings.Error(node, $"The survey has {tags.Count} languages; at most {MostLanguages} are allowed.", "Delete some.");
        var languages = new List<string>();
        foreach (var tag in tags.Take(MostLanguages))
            if (tag is not YamlText { Value: var language } || !Tag().IsMatch(language))
                findings.Error(tag, $"“{(tag as YamlText)?.Value}” is no language tag.", "Write two letters such as en or de, with the country only where it matters: pt-BR.");
            else if (languages.Contains(language))
                findings.Error(tag, $"The language “{language}” stands twice.", "Delete one of the two.");
            else
                languages.Add(language);
        if (tags.Count == 0) findings.Error(node, "The list of languages is empty.", "Write languages: [en] with the default language first.");
        return languages.Count == 0 ? ["en"] : languages;
    }

    /// <param name="node">The text.</param>
    /// <param name="what">Whose text it is: <c>name of the service 'wifi'</c>.</param>
    /// <param name="most">Characters allowed in one language.</param>
    public LocalText Read(YamlNode node, string what, int most)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        switch (node)
        {
            case YamlText text:
                words[languages[0]] = Checked(text, languages.Count == 1 ? what : $"{what} in “{languages[0]}”", most);
                break;
            case YamlMap map:
                ReadLanguages(map, what, most, words);
                break;
            default:
                findings.Error(node, $"The {what} is a list.", "Write a text, or one line for each language.");
                return StandIn;
        }
        var missing = languages.Where(l => !words.ContainsKey(l)).ToList();
        if (missing.Count > 0)
            findings.Error(node, $"The {what} is missing in {string.Join(" and ", missing.Select(l => $"“{l}”"))}.",
                $"Write one line for each language: {string.Join(", ", languages.Select(l => $"{l}: …"))}");
        var known = languages.Where(words.ContainsKey).Select(l => KeyValuePair.Create(l, words[l])).ToList();
        return known.Count == 0 ? StandIn : new(known);
    }

    /// <summary>Says once for each language, when everything has been read, that its texts are for nobody.</summary>
    public void WarnOfUndeclared()
    {
        foreach (var (language, (first, texts)) in _undeclared)
            findings.Warning(first, $"The language “{language}” is not offered, but {(texts == 1 ? "one text has" : $"{texts} texts have")} it, the first here.",
                $"Add {language} to languages, or delete it.");
    }

    private void ReadLanguages(YamlMap map, string what, int most, Dictionary<string, string> words)
    {
        foreach (var (name, value) in map.Entries)
        {
            var language = name.Value;
            if (value is not YamlText text)
            {
                words[language] = "";
                findings.Error(value, $"The {what} in “{language}” is a list or a group of properties.", "Write a text.");
            }
            else if (languages.Contains(language, StringComparer.Ordinal))
            {
                if (!text.IsNothing) words[language] = Checked(text, $"{what} in “{language}”", most);
            }
            else if (Tag().IsMatch(language))
                _undeclared[language] = _undeclared.TryGetValue(language, out var seen) ? seen with { Texts = seen.Texts + 1 } : (name, 1);
            else
                findings.Error(name, $"“{language}” in the {what} is no language.",
                    text.IsNothing ? "A comma ends a text between braces: put the text between quotation marks." : $"Write {string.Join(" or ", languages)}.");
        }
    }

    private string Checked(YamlText text, string what, int most)
    {
        var words = text.Value.Trim();
        if (words.Length > most)
            findings.Error(text, $"The {what} has {words.Length} characters; at most {most} are allowed.", "Shorten it.");
        if (words.Any(c => char.IsControl(c) && c != '\n'))
            findings.Error(text, $"The {what} has a control character.", "Delete it.");
        if (words.Length == 0)
            findings.Error(text, $"The {what} is empty.", "Write the text.");
        return words;
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
