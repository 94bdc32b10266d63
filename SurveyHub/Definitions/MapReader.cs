using System.Globalization;
using System.Text.RegularExpressions;
using SurveyHub.Definitions.Yaml;
using SurveyHub.Surveys;

namespace SurveyHub.Definitions;

/// <summary>
/// Takes typed values out of one group of properties. Every value that is missing or wrong becomes a finding and a harmless stand-in,
/// so that reading goes on and all problems are told at once.
/// </summary>
internal sealed partial class MapReader
{
    private const int LongestKey = 40;

    private readonly YamlMap _map;
    private readonly string _what;
    private readonly Findings _findings;
    private readonly TextReading _texts;

    /// <summary>Properties that were written with a slip: they are not missing as well.</summary>
    private readonly HashSet<string> _meant = new(StringComparer.Ordinal);

    // what: whose properties these are, for the messages: service 'wifi'.
    public MapReader(YamlMap map, string what, IReadOnlyList<string> known, TextReading texts, Findings findings)
    {
        (_map, _what, _findings, _texts) = (map, what, findings, texts);
        foreach (var name in map.Entries.Select(e => e.Name).Where(n => !known.Contains(n.Value, StringComparer.Ordinal)))
        {
            var near = NearestWord.To(name.Value, known);
            if (near is not null) _meant.Add(near);
            findings.Error(name, $"The {what} has no property “{name.Value}”.", NearestWord.Hint(name.Value, known));
        }
    }

    /// <summary>A reader whose messages name the thing by its own key or code: <c>service 'wifi'</c>.</summary>
    public static MapReader For(YamlMap map, string kind, string name, IReadOnlyList<string> known, TextReading texts, Findings findings) =>
        // A paragraph in the place of a key would be repeated in every message.
        new(map, map.Find(name)?.Value is YamlText { IsNothing: false, Value.Length: <= LongestKey } own ? $"{kind} “{own.Value}”" : kind, known, texts, findings);

    public YamlMap Map => _map;

    /// <summary>The value where one was written; nothing behind the colon counts as not written.</summary>
    public YamlNode? Node(string property) => _map.Find(property)?.Value is { } node and not YamlText { IsNothing: true } ? node : null;

    public LocalText Text(string property, int most, string example)
    {
        if (Node(property) is { } node) return _texts.Read(node, $"{property} of the {_what}", most);
        Missing(property, $"{property}: {example}");
        return _texts.StandIn;
    }

    public LocalText? OptionalText(string property, int most) =>
        Node(property) is { } node ? _texts.Read(node, $"{property} of the {_what}", most) : null;

    /// <summary>A stable name. A wrong one is returned as it stands, so that whoever refers to it is not blamed as well.</summary>
    public string Key(string property, bool hyphens = false)
    {
        if (Word(property) is not { } key)
        {
            if (Node(property) is null) Missing(property, $"{property}: and a name of lower-case letters, digits and {(hyphens ? "hyphens" : "underscores")}");
            return "";
        }
        if (key.Length > LongestKey || !(hyphens ? HyphenKey() : UnderscoreKey()).IsMatch(key))
            _findings.Error(Node(property)!, $"“{key}” cannot be a key: keys have at most {LongestKey} lower-case letters, digits and {(hyphens ? "hyphens" : "underscores")}, and begin with a letter.",
                AsKey(key, hyphens ? '-' : '_') is { } better ? $"Write {better}." : "Write a short name that begins with a letter.");
        return key;
    }

    /// <summary>One line of text that is the same in every language.</summary>
    public string? Word(string property, int most = 200)
    {
        if (Node(property) is not { } node) return null;
        if (node is not YamlText text)
        {
            _findings.Error(node, $"“{property}” of the {_what} is a list or a group of properties.", "Write one word or number.");
            return null;
        }
        if (text.Value.Length > most)
            _findings.Error(node, $"“{property}” of the {_what} has {text.Value.Length} characters; at most {most} are allowed.", "Shorten it.");
        return text.Value.Trim();
    }

    public T Choice<T>(string property, T? byDefault = null) where T : struct, Enum
    {
        var words = DefinitionShape.WordsFor<T>();
        if (Word(property) is not { } word)
        {
            if (Node(property) is null && byDefault is null) Missing(property, Alternatives(property, words));
            return byDefault ?? default;
        }
        foreach (var member in Enum.GetValues<T>())
            if (DefinitionShape.WordFor(member) == word) return member;
        Wrong(property, word, NearestWord.To(word, words) is { } near ? $"Did you mean “{near}”?" : $"Write {Alternatives(property, words)}.");
        return byDefault ?? default;
    }

    public bool Flag(string property, bool byDefault)
    {
        if (Word(property) is not { } word) return byDefault;
        if (word is "true" or "false") return word == "true";
        Wrong(property, word, "Write true or false.");
        return byDefault;
    }

    public int? Whole(string property, int least, int most)
    {
        if (Word(property) is not { } word) return null;
        if (int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && least <= number && number <= most) return number;
        Wrong(property, word, $"Write a whole number from {least} to {most}.");
        return null;
    }

    public int RequiredWhole(string property, int least, int most)
    {
        if (Node(property) is null) Missing(property, $"{property}: and a whole number from {least} to {most}");
        return Whole(property, least, most) ?? least;
    }

    public decimal? Number(string property, decimal least, decimal most, string hint)
    {
        if (Word(property) is not { } word) return null;
        if (decimal.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && least <= number && number <= most)
            return number;
        Wrong(property, word, hint);
        return null;
    }

    /// <summary>A share from 0 to 1, written <c>0.80</c> or <c>80 %</c>.</summary>
    public double? Share(string property)
    {
        if (Word(property) is not { } word) return null;
        var percent = word.EndsWith('%');
        if (decimal.TryParse(percent ? word[..^1].TrimEnd() : word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= (percent ? 100 : 1))
            return (double)(percent ? number / 100 : number);
        Wrong(property, word, "Write a percentage such as 80 %, or a number from 0 to 1 such as 0.80.");
        return null;
    }

    public DayOfYear? Day(string property)
    {
        if (Word(property) is not { } word) return null;
        // A common year: 29 February does not come every year.
        if (DateOnly.TryParseExact($"2025-{word}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new(day.Month, day.Day);
        Wrong(property, word, "Write the month and a day that every year has, with two digits each: 03-31 is 31 March.");
        return null;
    }

    /// <summary>The groups of properties in a list; empty when it was left out.</summary>
    public IEnumerable<YamlMap> Maps(string property, int most, bool required = false)
    {
        if (Node(property) is not { } node)
        {
            if (required) Missing(property, $"{property}: and below it a list, each entry beginning with a hyphen");
            yield break;
        }
        if (node is not YamlList list)
        {
            _findings.Error(node, $"“{property}” of the {_what} is not a list.", "Begin each entry on its own line with a hyphen.");
            yield break;
        }
        if (list.Items.Count == 0 && required) _findings.Error(list, $"“{property}” of the {_what} is an empty list.", "Write at least one entry.");
        if (list.Items.Count > most)
            _findings.Error(list, $"“{property}” of the {_what} has {list.Items.Count} entries; at most {most} are allowed.", "Delete some, or make two surveys.");
        foreach (var item in list.Items.Take(most))
            if (item is YamlMap map) yield return map;
            else _findings.Error(item, $"An entry of “{property}” of the {_what} is not a group of properties.", "Write its properties below each other, the first behind the hyphen.");
    }

    public void Missing(string property, string example)
    {
        if (!_meant.Contains(property)) _findings.Error(_map, $"The {_what} has no {property}.", $"Write {example}.");
    }

    private void Wrong(string property, string word, string hint) => _findings.Error(Node(property)!, $"“{property}” of the {_what} is “{word}”.", hint);

    private static string Alternatives(string property, IReadOnlyList<string> words) => $"{property}: {NearestWord.Either(words)}";

    private static string? AsKey(string words, char separator)
    {
        var key = NotInKeys().Replace(words.ToLowerInvariant(), separator.ToString()).Trim(separator);
        return key is [>= 'a' and <= 'z', ..] && key.Length <= LongestKey ? key : null;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex UnderscoreKey();

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex HyphenKey();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotInKeys();
}
