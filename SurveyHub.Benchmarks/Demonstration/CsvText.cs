using System.Text;

namespace SurveyHub.Benchmarks.Demonstration;

/// <summary>Rows as the text of a CSV file: RFC 4180, LF.</summary>
internal static class CsvText
{
    public static string Of(string[] header, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(header)) text.AppendJoin(',', row.Select(Cell)).Append('\n');
        return text.ToString();
    }

    private static string Cell(string value) =>
        value.AsSpan().ContainsAny(",\"\n\r") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
