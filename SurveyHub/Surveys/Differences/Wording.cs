using System.Globalization;

namespace SurveyHub.Surveys.Differences;

/// <summary>Compares texts and tells the difference.</summary>
internal static class Wording
{
    private static readonly char[] Spaces = [' ', '\t', '\r', '\n'];

    /// <summary>Whether the words differ in a language that both have. A language more or less is no rewording, nor is another line break.</summary>
    public static bool Differs(LocalText? before, LocalText? now) =>
        (before is null) != (now is null) || (before is not null && now is not null && LanguagesThatDiffer(before, now).Any());

    /// <summary><c>it was “How good?” and is now “How good is it?”</c>; names the language when the default one is unchanged.</summary>
    public static string Change(LocalText before, LocalText now, string language)
    {
        var differing = LanguagesThatDiffer(before, now).ToList();
        var shown = differing.Contains(language) ? language : differing[0];
        var where = shown == language ? "" : $"in “{shown}” ";
        return $"{where}it was “{Plain(before.Exactly(shown)!)}” and is now “{Plain(now.Exactly(shown)!)}”";
    }

    /// <summary><c>a, b and c</c></summary>
    public static string And(IEnumerable<string> words)
    {
        var all = words.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
    }

    public static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static IEnumerable<string> LanguagesThatDiffer(LocalText before, LocalText now) =>
        from text in before.ByLanguage
        let other = now.Exactly(text.Key)
        where other is not null && Plain(text.Value) != Plain(other)
        select text.Key;

    private static string Plain(string words) => string.Join(' ', words.Split(Spaces, StringSplitOptions.RemoveEmptyEntries));
}
