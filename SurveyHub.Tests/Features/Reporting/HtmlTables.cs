using System.Net;
using System.Text.RegularExpressions;

namespace SurveyHub.Tests.Features.Reporting;

/// <summary>The tables of a page as somebody reads them: rows of cells, tags taken away, blanks made one.</summary>
internal static partial class HtmlTables
{
    /// <summary>All rows with cells of all tables whose class has the word.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(string html, string tableClass) =>
        [.. from table in Table().Matches(html)
            where table.Groups["class"].Value.Split(' ').Contains(tableClass)
            from row in Row().Matches(table.Groups["body"].Value)
            select (IReadOnlyList<string>)[.. Cell().Matches(row.Value).Select(c => Text(c.Groups["text"].Value))]];

    /// <summary>The row that begins with this.</summary>
    public static IReadOnlyList<string> Row(string html, string tableClass, string first) =>
        Rows(html, tableClass).FirstOrDefault(r => r[0].StartsWith(first, StringComparison.Ordinal))
        ?? throw new AssertionException($"No row of the table \"{tableClass}\" begins with \"{first}\":\n{html}");

    /// <summary>A row with its tags and attributes.</summary>
    public static string RawRow(string html, string first) =>
        Row().Matches(html).Select(m => m.Value).First(row => Text(Cell().Match(row).Groups["text"].Value).StartsWith(first, StringComparison.Ordinal));

    public static string Text(string html) => Blanks().Replace(WebUtility.HtmlDecode(Tag().Replace(EndOfBlock().Replace(html, " "), "")), " ").Trim();

    [GeneratedRegex("<table[^>]*class=\"(?<class>[^\"]*)\"[^>]*>(?<body>.*?)</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("<tr\\b.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t[hd]\\b[^>]*>(?<text>.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("</(p|li|h\\d|div|section|header|t[rhd]|d[td]|a|button|summary|option)>")]
    private static partial Regex EndOfBlock();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("[\\s\u00A0]+")]
    private static partial Regex Blanks();
}
