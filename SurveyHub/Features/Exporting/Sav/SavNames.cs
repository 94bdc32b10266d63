using System.Security.Cryptography;
using System.Text;

namespace SurveyHub.Features.Exporting.Sav;

/// <summary>
/// Names that SPSS takes: letters, digits and underscores, at most 64 bytes, no word of its language, unlike each other without regard to
/// capitals. A name that has to be cut, or that another one has already, ends in a hash of what it was made from and not in a number: so it
/// is the same next year, whatever stands before it then.
/// </summary>
public static class SavNames
{
    private const int Longest = 64;
    private const int HashLetters = 6;

    private static readonly HashSet<string> Reserved =
        new(["ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"], StringComparer.OrdinalIgnoreCase);

    /// <returns>A name for each key, in their order.</returns>
    public static IReadOnlyList<string> Of(IEnumerable<string> keys)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>();
        foreach (var key in keys)
        {
            var name = Allowed(key);
            for (var again = 0; name.Length > Longest || !taken.Add(name); again++) name = WithHash(Allowed(key), again == 0 ? key : $"{key} {again}");
            names.Add(name);
        }
        return names;
    }

    private static string Allowed(string key)
    {
        var name = string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')).TrimEnd('_');
        return name.Length == 0 || !char.IsAsciiLetter(name[0]) || Reserved.Contains(name) ? $"v_{name}".TrimEnd('_') : name;
    }

    private static string WithHash(string name, string of)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..HashLetters];
        return $"{name[..Math.Min(name.Length, Longest - HashLetters - 1)].TrimEnd('_')}_{hash}";
    }
}
