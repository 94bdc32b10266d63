using System.Security.Cryptography;
using System.Text;

namespace SurveyHub.Features.Exporting.Sav;

/// <summary>Texts in a file that counts bytes: cut between characters, never within one.</summary>
internal static class SavText
{
    private const int HashBytes = 8;

    /// <summary>As much of a text as fits, in UTF-8, on one line.</summary>
    public static byte[] Cut(string text, int bytes)
    {
        var line = OneLine(text);
        return Encoding.UTF8.GetBytes(line[..Fitting(line, bytes)]);
    }

    /// <summary>The text where it fits; a longer one keeps its beginning and ends in a hash of all of it, so that two do not become one.</summary>
    public static string Unmistakable(string text, int bytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= bytes) return text;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashBytes));
        return $"{text[..Fitting(text, bytes - hash.Length - 1)]}~{hash}";
    }

    /// <summary>A text in lines of so many bytes, broken at blanks where there are any.</summary>
    public static IEnumerable<string> Lines(string text, int bytes)
    {
        for (var rest = OneLine(text).Trim(); rest.Length > 0;)
        {
            var fits = Fitting(rest, bytes);
            var blank = fits < rest.Length ? rest.LastIndexOf(' ', fits) : -1;
            var end = blank > 0 ? blank : fits;
            yield return rest[..end];
            rest = rest[end..].TrimStart();
        }
    }

    private static string OneLine(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;

    /// <summary>How many of a text's chars fit into so many bytes.</summary>
    private static int Fitting(string text, int bytes)
    {
        var (fitting, used) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            used += rune.Utf8SequenceLength;
            if (used > bytes) break;
            fitting += rune.Utf16SequenceLength;
        }
        return fitting;
    }
}
