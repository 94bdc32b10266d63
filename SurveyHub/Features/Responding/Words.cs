using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace SurveyHub.Features.Responding;

/// <summary>Our own words on a customer's page, in one language. Read once and kept: a page asks for a score of them.</summary>
public sealed class Words
{
    private const string Fallback = "en";
    private static readonly ResourceManager Resources = new("SurveyHub.Features.Responding.RespondTexts", typeof(Words).Assembly);
    private static readonly ConcurrentDictionary<string, Words> Known = new(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> _words;

    private Words(string language)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(language);
        IsRightToLeft = Culture.TextInfo.IsRightToLeft;
        // What a language lacks comes from the neutral texts, which are English.
        _words = ReadAll(CultureInfo.InvariantCulture).Concat(ReadAll(Culture))
            .GroupBy(w => w.Key, StringComparer.Ordinal).ToFrozenDictionary(w => w.Key, w => w.Last().Value, StringComparer.Ordinal);
    }

    public string Language { get; }

    public CultureInfo Culture { get; }

    public bool IsRightToLeft { get; }

    public string this[string key] => _words[key];

    /// <param name="language">A tag as in survey files; unknown ones are given English words.</param>
    public static Words In(string language) => Known.GetOrAdd(language, static tag => new(IsLanguage(tag) ? tag : Fallback));

    public string Format(string key, params ReadOnlySpan<object?> arguments) => string.Format(Culture, _words[key], arguments);

    /// <summary>A day as it is said in a sentence: 31 March; with the year where it is not this one.</summary>
    public string Day(DateOnly day, DateOnly today)
    {
        // Plain "en" writes March 31; our English is the one of the survey's owner in Europe and of most of the world.
        var culture = Language == Fallback ? CultureInfo.GetCultureInfo("en-GB") : Culture;
        var pattern = culture.DateTimeFormat.MonthDayPattern;
        return day.ToString(day.Year == today.Year ? pattern : $"{pattern} yyyy", culture);
    }

    /// <summary>A language by its own name: Deutsch, français.</summary>
    public static string NameOf(string language) =>
        IsLanguage(language) && CultureInfo.GetCultureInfo(language).NativeName is { Length: > 0 } name
            ? char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..] : language;

    private static bool IsLanguage(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true) is { Name.Length: > 0 };
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> ReadAll(CultureInfo culture) =>
        Resources.GetResourceSet(culture, createIfNotExists: true, tryParents: true) is { } set
            ? set.Cast<System.Collections.DictionaryEntry>().Select(e => KeyValuePair.Create((string)e.Key, (string)e.Value!))
            : [];
}
