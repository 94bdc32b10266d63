using System.Globalization;
using SurveyHub.Definitions;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Upload;

/// <summary>What may stand in a column, in all the words for it, and what to answer when something else does.</summary>
/// <param name="names">What to write, as it is suggested: one name for each value.</param>
internal sealed class Choices<T>(IReadOnlyList<string> names)
{
    private readonly Dictionary<string, T> _byWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _hints = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Another word for a value. The first to claim a word has it.</summary>
    public Choices<T> Add(string word, T value)
    {
        _byWord.TryAdd(Plain(word), value);
        return this;
    }

    public bool TryFind(string word, out T? value) => _byWord.TryGetValue(Plain(word), out value);

    /// <summary>Worked out once for each wrong word: a file with one wrong department has it in a thousand rows.</summary>
    public string HintFor(string word)
    {
        if (_hints.TryGetValue(word, out var known)) return known;
        var hint = NearestWord.To(word, [.. names, .. _byWord.Keys]) is { } near ? $"Did you mean \"{near}\"?" : NearestWord.Hint(word, names);
        return _hints[word] = hint;
    }

    private static string Plain(string word) => string.Join(' ', word.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

internal static class Choices
{
    /// <summary>An option by its key or by its label in any language.</summary>
    public static Choices<string> OfGroup(CustomerGroup group)
    {
        var choices = new Choices<string>([.. group.Options.Select(o => o.Label.ToString())]);
        foreach (var option in group.Options) choices.Add(option.Key, option.Key);
        foreach (var option in group.Options)
            foreach (var (_, label) in option.Label.ByLanguage) choices.Add(label, option.Key);
        return choices;
    }

    /// <summary>A language of the survey by its tag (de, de-CH) or its name (German, Deutsch).</summary>
    public static Choices<string> OfLanguages(IReadOnlyList<string> languages)
    {
        var choices = new Choices<string>(languages);
        // Every tag means itself, whatever else a language of the survey could stand for.
        foreach (var tag in languages) choices.Add(tag, tag).Add(tag.Replace('-', '_'), tag);
        foreach (var tag in languages)
        {
            var culture = CultureInfo.GetCultureInfo(tag);
            choices.Add(culture.EnglishName, tag).Add(culture.NativeName, tag);
        }
        // Directories give the region too, and people of every region of a language read it.
        foreach (var region in CultureInfo.GetCultures(CultureTypes.SpecificCultures))
            if (Nearest(region, languages) is { } tag)
                choices.Add(region.Name, tag).Add(region.Name.Replace('-', '_'), tag);
        return choices;
    }

    /// <summary>zh-Hant-TW is zh-Hant before it is any other Chinese; de-AT is de, or de-CH where the survey has no other German.</summary>
    private static string? Nearest(CultureInfo region, IReadOnlyList<string> languages)
    {
        for (var culture = region; culture.Name.Length > 0; culture = culture.Parent)
            if (languages.FirstOrDefault(tag => string.Equals(CultureInfo.GetCultureInfo(tag).Name, culture.Name, StringComparison.OrdinalIgnoreCase)) is { } exact) return exact;
        return languages.FirstOrDefault(tag => CultureInfo.GetCultureInfo(tag).TwoLetterISOLanguageName == region.TwoLetterISOLanguageName);
    }

    /// <summary>What staff may say of a person. That somebody answered, only the answer says.</summary>
    public static Choices<Disposition> OfStatus() => new Choices<Disposition>(["invited", "refused", "undeliverable", "ineligible"])
        .Add("invited", Disposition.Invited).Add("eligible", Disposition.Invited).Add("active", Disposition.Invited)
        .Add("refused", Disposition.Refused).Add("opted out", Disposition.Refused)
        .Add("undeliverable", Disposition.Undeliverable).Add("bounced", Disposition.Undeliverable)
        .Add("ineligible", Disposition.Ineligible).Add("left", Disposition.Ineligible).Add("removed", Disposition.Ineligible);
}
