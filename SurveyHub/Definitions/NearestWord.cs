namespace SurveyHub.Definitions;

/// <summary>Finds what somebody probably meant to write.</summary>
internal static class NearestWord
{
    private const int MostListed = 30;

    /// <summary>The candidate that takes fewest changes, if these are few for the word's length; null when nothing is near.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        var normal = Normal(word);
        // A long word comes from a stray paragraph, not from a slip of the finger.
        if (normal.Length is 0 or > 60) return null;
        var (nearest, distance) = candidates
            .Select(c => (Candidate: c, Distance: Distance(normal, Normal(c))))
            .OrderBy(c => c.Distance)
            .FirstOrDefault((Candidate: "", Distance: int.MaxValue));
        return distance <= Math.Max(1, normal.Length / 3) ? nearest : null;
    }

    /// <summary>What to write instead: the word probably meant, or all that are possible.</summary>
    public static string Hint(string word, IEnumerable<string> candidates)
    {
        var all = candidates.ToList();
        if (To(word, all) is { } near) return $"Did you mean “{near}”?";
        return all.Count > MostListed
            ? $"Write one of: {string.Join(", ", all.Take(MostListed))} … ({all.Count} in all)."
            : $"Write {Either(all)}.";
    }

    /// <summary><c>a, b or c</c></summary>
    public static string Either(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";

    private static string Normal(string word) => word.Trim().ToLowerInvariant().Replace('-', '_').Replace(' ', '_');

    /// <summary>Changes from one word to the other: a letter more, less or other, or two neighbours swapped.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var other = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(other, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        return rows[a.Length, b.Length];
    }
}
