using System.Globalization;
using System.Text;

namespace SurveyHub.Definitions.Yaml;

/// <summary>From a file's bytes to its text: everything that can be wrong before YAML begins.</summary>
internal static class YamlBytes
{
    public const int MostBytes = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without its byte order mark; null when it cannot be read, and the findings say why.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, Findings findings)
    {
        if (bytes.Length > MostBytes)
        {
            TooLarge(bytes.Length, findings);
            return null;
        }
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            findings.Error(1, 1, "The file is saved as UTF-16.", "Save it as UTF-8.");
            return null;
        }
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
        try
        {
            var text = Strict.GetString(bytes);
            return HasNoTabs(text, findings) && HasNoControls(text, findings) ? text : null;
        }
        catch (DecoderFallbackException error)
        {
            var line = 1 + bytes[..Math.Max(0, error.Index)].Count((byte)'\n');
            findings.Error(line, 1, "This line has bytes that are not UTF-8.", "Save the file as UTF-8; a letter with an accent on this line is the likely cause.");
            return null;
        }
    }

    public static void TooLarge(long bytes, Findings findings) => findings.Error(1, 1,
        string.Create(CultureInfo.InvariantCulture, $"The file has {bytes / (1024 * 1024.0):0.0} MB; at most 1 MB is read."), "Check that this is the file you mean.");

    private static bool HasNoTabs(string text, Findings findings) => LinesAreFree(text, findings, static line =>
    {
        var indent = line.Length - line.AsSpan().TrimStart([' ', '\t']).Length;
        return line.AsSpan(0, indent).IndexOf('\t');
    }, "The line is indented with a tab.", "YAML is indented with spaces: write two spaces for each step.");

    private static bool HasNoControls(string text, Findings findings) => LinesAreFree(text, findings,
        static line => line.AsSpan().IndexOfAnyInRange('\0', '\b'),
        "The line has a control character.", "Delete it; if there are many, this is not a text file.");

    // find: the position of what is wrong in a line, or -1.
    private static bool LinesAreFree(string text, Findings findings, Func<string, int> find, string message, string hint)
    {
        var free = true;
        var number = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            number++;
            if (find(text[range]) is var at and >= 0)
            {
                findings.Error(number, at + 1, message, hint);
                free = false;
            }
        }
        return free;
    }
}
