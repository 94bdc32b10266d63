using System.Globalization;
using System.Text.RegularExpressions;

namespace SurveyHub.Shell.Csv;

/// <summary>What a spreadsheet would run instead of show (OWASP, "CSV Injection").</summary>
internal static partial class Formulas
{
    public static bool MayBegin(string text) =>
        text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' && !IsNumber(text);

    /// <summary>
    /// A mail address that no spreadsheet can run although it begins with + or -: letters, digits, dots, hyphens, underscores and plus signs
    /// call no function and name no other file, sheet or program (that takes one of ( ! | : ' " \ [), and the @ between two names is no
    /// operator, so that the cell is no formula at all and is shown as it is.
    /// </summary>
    public static bool IsPlainAddress(string text) => PlainAddress().IsMatch(text);

    [GeneratedRegex(@"\A[A-Za-z0-9+-][A-Za-z0-9._+-]*@[A-Za-z0-9.-]*[A-Za-z][A-Za-z0-9.-]*\z")]
    private static partial Regex PlainAddress();

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
}
