using System.Globalization;
using System.Text;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>Options of customer groups that no file lists: the values found in the data, in alphabetical order.</summary>
internal sealed class OpenOptions
{
    public const int Most = 500;

    /// <summary>"IT" and "it" are one group: two of them would be two smaller ones.</summary>
    public static readonly StringComparer Same = StringComparer.OrdinalIgnoreCase;

    private const int LongestKey = 40;
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
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var options = new List<ChoiceOption>();
        foreach (var value in values)
        {
            var (plain, key) = (KeyFor(value), KeyFor(value));
            for (var twin = 2; !keys.Add(key); twin++)
            {
                var number = string.Create(CultureInfo.InvariantCulture, $"_{twin}");
                key = plain[..Math.Min(plain.Length, LongestKey - number.Length)] + number;
            }
            options.Add(new() { Key = key, Code = options.Count + 1, Label = new(language, value) });
        }
        return options;
    }

    /// <summary>As a survey file may write it, so that one can continue the series: "Children and family" is children_and_family.</summary>
    public static string KeyFor(string value)
    {
        var key = new StringBuilder();
        foreach (var letter in value.Normalize(NormalizationForm.FormD).ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(letter)) key.Append(letter);
            else if (Spelt.TryGetValue(letter, out var spelt)) key.Append(spelt);
            else if (char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && key is { Length: > 0 } && key[^1] != '_') key.Append('_');
        var plain = key.ToString();
        if (plain.Length == 0) plain = "other";
        if (char.IsAsciiDigit(plain[0])) plain = $"no_{plain}";
        return plain[..Math.Min(plain.Length, LongestKey)].TrimEnd('_');
    }
}
