using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>Options of customer groups that no file lists: the values found in the data, in alphabetical order.</summary>
internal sealed class OpenOptions
{
    public const int Most = 500;

    /// <summary>"IT" and "it" are one group: two of them would be two smaller ones.</summary>
    public static readonly StringComparer Same = StringComparer.OrdinalIgnoreCase;

    private const int LongestKey = 40, DigitsOfMark = 8;
    private static readonly Dictionary<char, string> Spelt = new() { ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th" };

    private readonly Dictionary<string, SortedSet<string>> _values = new(Same);

    public void Add(string group, string value)
    {
        if (!_values.TryGetValue(group, out var values)) _values[group] = values = new(Same);
        if (values.Count <= Most) values.Add(value);
    }

    /// <summary>Groups with more values than a report could show.</summary>
    public IEnumerable<string> Overfull => _values.Where(v => v.Value.Count > Most).Select(v => v.Key);

    /// <summary>The options of each group, the same in all editions of one import.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ChoiceOption>> Options(string language) =>
        _values.ToDictionary(v => v.Key, v => Options(v.Value, language), StringComparer.Ordinal);

    private static IReadOnlyList<ChoiceOption> Options(SortedSet<string> values, string language)
    {
        // Neither of two values with one spelling gets it: next year only the other of the two may be there, and a key joins the years.
        var twins = values.GroupBy(v => Spelling(v).Key).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var options = new List<ChoiceOption>();
        foreach (var value in values)
        {
            var key = twins.Contains(Spelling(value).Key) ? Marked(value, DigitsOfMark) : KeyFor(value);
            for (var digits = DigitsOfMark; !keys.Add(key); digits++) key = Marked(value, digits + 1);
            options.Add(new() { Key = key, Code = options.Count + 1, Label = new(language, value) });
        }
        return options;
    }

    /// <summary>
    /// As a survey file may write it, so that one can continue the series: "Children and family" is children_and_family. Where letters would be
    /// lost, a mark made of the whole value stands behind what is left. A key follows from its value, whatever other values there are.
    /// </summary>
    public static string KeyFor(string value) => Spelling(value) is (var key, true) ? key : Marked(value, DigitsOfMark);

    private static string Marked(string value, int digits)
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value.ToUpperInvariant())))[..digits];
        var key = Spelling(value).Key;
        return $"{key[..Math.Min(key.Length, LongestKey - digits - 1)].TrimEnd('_')}_{mark}";
    }

    /// <summary>The value in the letters of a key, and whether that says all of its letters.</summary>
    private static (string Key, bool IsWhole) Spelling(string value)
    {
        var (key, whole) = (new StringBuilder(), true);
        foreach (var letter in value.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                key.Append(letter);
                continue;
            }
            if (Spelt.TryGetValue(letter, out var spelt))
            {
                key.Append(spelt);
                continue;
            }
            // Half of a pair is a letter beyond the first plane.
            whole &= !char.IsLetterOrDigit(letter) && !char.IsSurrogate(letter);
            if (char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && key is { Length: > 0 } && key[^1] != '_') key.Append('_');
        }
        var plain = key.ToString().TrimEnd('_');
        if (plain.Length == 0) (plain, whole) = ("other", false);
        if (char.IsAsciiDigit(plain[0])) plain = $"no_{plain}";
        return plain.Length <= LongestKey ? (plain, whole) : (plain[..LongestKey].TrimEnd('_'), false);
    }
}
