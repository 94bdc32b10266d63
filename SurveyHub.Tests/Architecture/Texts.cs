using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SurveyHub.Tests.Architecture;

/// <summary>The words of the product in all its languages: <c>Name.resx</c> and a <c>Name.LANGUAGE.resx</c> for each other one.</summary>
internal sealed partial class Texts(string root)
{
    private readonly IReadOnlyList<Language> _languages = [.. SourceTree.Files(root, ".resx").Select(Read)];

    private readonly string _sources = string.Join('\n', SourceTree.Files(root, ".cs", ".razor").Where(IsProduct(root)).Select(File.ReadAllText));

    public IEnumerable<string> MissingKeys() =>
        from set in _languages.GroupBy(language => language.Set)
        let all = set.SelectMany(language => language.Words.Keys).ToHashSet()
        from language in set
        from key in all.Except(language.Words.Keys)
        select $"{language.File} lacks {key}";

    public IEnumerable<string> OtherPlaceholders() =>
        from set in _languages.GroupBy(language => language.Set)
        let first = set.OrderBy(language => language.File.Length).First()
        from language in set
        from word in language.Words
        where first.Words.TryGetValue(word.Key, out var original) && !Placeholders(original).SetEquals(Placeholders(word.Value))
        select $"{language.File}: {word.Key} has other placeholders than {first.File}";

    public IEnumerable<string> EmptyWords() =>
        from language in _languages
        from word in language.Words
        where string.IsNullOrWhiteSpace(word.Value)
        select $"{language.File}: {word.Key} is empty";

    /// <summary>A key is used where it stands in quotes, or where its beginning stands before something put together.</summary>
    public IEnumerable<string> UnusedKeys() =>
        from key in _languages.SelectMany(language => language.Words.Keys).Distinct()
        where !_sources.Contains($"\"{key}\"", StringComparison.Ordinal) && !Beginnings(key).Any(start => _sources.Contains($"$\"{start}{{", StringComparison.Ordinal))
        select key;

    public IEnumerable<string> UnknownKeys() =>
        from Match match in AskedFor().Matches(_sources)
        let key = match.Groups["key"].Value
        where _languages.All(language => !language.Words.ContainsKey(key))
        select key;

    private static Func<string, bool> IsProduct(string root) => file =>
        Path.GetRelativePath(root, file).StartsWith("SurveyHub" + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static Language Read(string file) => new(
        Path.GetFileName(file),
        Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileName(file).Split('.')[0]),
        XDocument.Load(file).Root!.Elements("data").ToDictionary(data => (string)data.Attribute("name")!, data => (string?)data.Element("value") ?? ""));

    private static HashSet<string> Placeholders(string words) => [.. Placeholder().Matches(words).Select(match => match.Value)];

    private static IEnumerable<string> Beginnings(string key) =>
        from at in Enumerable.Range(1, key.Length - 1)
        where key[at - 1] == '.'
        select key[..at];

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\b_?[Tt]exts?\[""(?<key>[^""{]+)""")]
    private static partial Regex AskedFor();

    private sealed record Language(string File, string Set, IReadOnlyDictionary<string, string> Words);
}
