using System.Buffers;

namespace SurveyHub.Features.People.Upload;

/// <summary>Whether something can be a mail address. Only delivery proves that it is one; this finds what cannot be.</summary>
internal static class MailAddress
{
    private const int Longest = 254;
    private static readonly SearchValues<char> NeverInside = SearchValues.Create("<>()[]\\,;:\"");

    /// <summary>What to do about it; null when nothing is wrong.</summary>
    public static string? Fault(string text)
    {
        if (text.IndexOf('<') is >= 0 and var opened && text.EndsWith('>'))
            return $"Write the address alone: {text[(opened + 1)..^1]}";
        if (text.AsSpan().ContainsAny(',', ';')) return "Write one address, and nothing else.";
        if (text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return "Take out the blank.";
        if (text.AsSpan().ContainsAny(NeverInside)) return "Take out the characters that no address has.";
        if (text.Length > Longest) return $"An address has at most {Longest} characters.";
        return text.Split('@') is [{ Length: > 0 and <= 64 } local, { Length: > 0 } host]
            ? local is ['.', ..] or [.., '.'] || local.Contains("..", StringComparison.Ordinal) ? "Take out the superfluous dot before the @." : HostFault(host)
            : "Write a name, one @ and a domain, as in anna@example.org.";
    }

    private static string? HostFault(string host)
    {
        var labels = host.Split('.');
        return labels.Length < 2 ? "The part after the @ needs a dot, as in example.org."
            : labels.All(IsLabel) ? null
            : "The part after the @ is no domain. Write it as in example.org.";
    }

    private static bool IsLabel(string label) =>
        label is { Length: > 0 and <= 63 } and not ['-', ..] and not [.., '-'] && label.All(c => char.IsLetterOrDigit(c) || c == '-');
}
