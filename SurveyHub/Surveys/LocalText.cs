namespace SurveyHub.Surveys;

/// <summary>The same words in several languages. Keys are language tags ("en", "de"); the first language given is the fallback.</summary>
public sealed record LocalText
{
    /// <summary>Words by language tag, in the order in which they were written.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ByLanguage { get; }

    /// <param name="byLanguage">At least one entry; a language stands once.</param>
    /// <exception cref="ArgumentException">Nothing was given, or a language twice.</exception>
    public LocalText(IEnumerable<KeyValuePair<string, string>> byLanguage)
    {
        ByLanguage = [.. byLanguage];
        if (ByLanguage.Count == 0) throw new ArgumentException("A text needs at least one language.", nameof(byLanguage));
        if (ByLanguage.Select(t => t.Key).Distinct(StringComparer.Ordinal).Count() != ByLanguage.Count)
            throw new ArgumentException("A language stands twice.", nameof(byLanguage));
    }

    public LocalText(string language, string words) : this([new(language, words)]) { }

    /// <summary>The words in a language, or in the fallback language where that one is missing.</summary>
    public string In(string language) => Exactly(language) ?? ByLanguage[0].Value;

    /// <summary>The words in a language; null where they are missing.</summary>
    public string? Exactly(string language)
    {
        foreach (var (tag, words) in ByLanguage)
            if (tag == language) return words;
        return null;
    }

    public bool Equals(LocalText? other) => other is not null && ByLanguage.SequenceEqual(other.ByLanguage);

    public override int GetHashCode() => ByLanguage.Aggregate(0, (hash, text) => HashCode.Combine(hash, text.Key, text.Value));

    public override string ToString() => ByLanguage[0].Value;
}
