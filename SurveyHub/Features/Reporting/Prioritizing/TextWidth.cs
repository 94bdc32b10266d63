using System.Globalization;
using System.Text;

namespace SurveyHub.Features.Reporting.Prioritizing;

/// <summary>
/// How wide a text will be, without a browser to ask: a little more than it is in any of the fonts that staff pages use, so that what was
/// placed beside it stays free.
/// </summary>
public static class TextWidth
{
    /// <summary>In pixels of a font of 12.</summary>
    public static double Of(string text) => text.EnumerateRunes().Sum(Of);

    /// <summary>A text of at most so many letters, as somebody reads them; what is left out is told by three dots.</summary>
    public static string Shortened(string text, int letters)
    {
        var elements = new StringInfo(text);
        return elements.LengthInTextElements <= letters ? text : elements.SubstringByTextElements(0, letters - 1).TrimEnd() + "…";
    }

    private static double Of(Rune rune) => rune.Value switch
    {
        < 128 when "ijl.,;:'|!()[] ".Contains((char)rune.Value, StringComparison.Ordinal) => 4.4,
        < 128 when "mwMW@%".Contains((char)rune.Value, StringComparison.Ordinal) => 11.8,
        < 128 when Rune.IsUpper(rune) => 9,
        < 0x250 => 7.8,
        >= 0x1100 and < 0x1200 or >= 0x2E80 => 13,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : 9.5,
    };
}
