using System.Globalization;
using System.Text;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>Options of customer groups that no file lists: the values found in the data, in alphabetical order.</summary>
internal sealed class OpenOptions
{
    public const int Most = 500;

    private readonly Dictionary<string, SortedSet<string>> _values = new(StringComparer.Ordinal);

    public void Add(string group, string value)
    {
        if (!_values.TryGetValue(group, out var values)) _values[group] = values = new(StringComparer.Ordinal);
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
            var key = KeyFor(value);
            for (var twin = 2; !keys.Add(key); twin++) key = string.Create(CultureInfo.InvariantCulture, $"{KeyFor(value)}_{twin}");
            options.Add(new() { Key = key, Code = options.Count + 1, Label = new(language, value) });
        }
        return options;
    }

    /// <summary>As a survey file would write it: "Children and family" is children_and_family.</summary>
    public static string KeyFor(string value)
    {
        var key = new StringBuilder();
        foreach (var letter in value.Normalize(NormalizationForm.FormD))
            if (char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            else if (char.IsLetterOrDigit(letter)) key.Append(char.ToLowerInvariant(letter));
            else if (key is { Length: > 0 } && key[^1] != '_') key.Append('_');
        var plain = key.ToString().TrimEnd('_');
        return plain switch
        {
            "" => "other",
            [>= '0' and <= '9', ..] => $"no_{plain}",
            _ => plain,
        };
    }
}
