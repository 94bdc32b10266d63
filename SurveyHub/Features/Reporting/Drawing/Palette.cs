using SurveyHub.Shell.Components;

namespace SurveyHub.Features.Reporting.Drawing;

/// <summary>The light colours of tokens.css, written out: a picture on a slide has no page around it.</summary>
internal static class Palette
{
    public const string Ink = "#16242b";
    public const string Muted = "#4a5b64";
    public const string Faint = "#71828b";
    public const string Line = "#d9e1e4";
    public const string Paper = "#ffffff";
    public const string Good = "#1f6fb2";
    public const string GoodWash = "#dfebf5";
    public const string Bad = "#d9731a";
    public const string Neutral = "#b9c3c8";
    public const string Flag = "#a3300b";

    /// <summary>Letters: a little darker than the marks of the same meaning.</summary>
    public static string InkOf(VerdictKind kind) => kind switch
    {
        VerdictKind.Better => Good,
        VerdictKind.Worse or VerdictKind.Flagged => Flag,
        _ => Muted,
    };

    public static string MarkOf(VerdictKind kind) => kind switch
    {
        VerdictKind.Better => Good,
        VerdictKind.Worse => Bad,
        VerdictKind.Flagged => Flag,
        _ => Faint,
    };

    /// <summary>The background of a cell, −4 to 4: the tints of the page.</summary>
    public static string Shade(int shade) => shade == 0 ? Paper : Mixed(shade < 0 ? Bad : Good, Math.Abs(shade) switch { 1 => 0.12, 2 => 0.26, 3 => 0.42, _ => 0.60 });

    private static string Mixed(string colour, double part)
    {
        var of = Convert.FromHexString(colour.AsSpan(1));
        return "#" + Convert.ToHexStringLower([.. of.Select(c => (byte)Math.Round(255 + (c - 255) * part))]);
    }
}
