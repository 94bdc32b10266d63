using System.Globalization;

namespace SurveyHub.Shell.Csv;

/// <summary>What a spreadsheet would run instead of show (OWASP, "CSV Injection").</summary>
internal static class Formulas
{
    public static bool MayBegin(string text) =>
        text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' && !IsNumber(text);

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
}
