using System.Globalization;
using Microsoft.VisualBasic.FileIO;
using SurveyHub.Features.Reporting;

namespace SurveyHub.Tests.Features.Reporting;

/// <summary>A report file read with a CSV reader that is not ours, and its figures rounded as a screen would.</summary>
internal static class ReportFile
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Parse(string text)
    {
        using var parser = new TextFieldParser(new StringReader(text.TrimStart('\uFEFF'))) { Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        var columns = parser.ReadFields()!;
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (parser.ReadFields() is { } cells)
        {
            Assert.That(cells, Has.Length.EqualTo(columns.Length));
            rows.Add(columns.Zip(cells).ToDictionary(c => c.First, c => c.Second));
        }
        return rows;
    }

    extension(IReadOnlyDictionary<string, string> row)
    {
        public double? Number(string column) => row[column].Length == 0 ? null : double.Parse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture);

        /// <summary>"61 %", or nothing where the file has nothing.</summary>
        public string Percent(string column) => row.Number(column) is { } share ? Figures.Percent(share).Replace('\u00A0', ' ') : "";

        public string Interval(string lower, string upper) =>
            row.Number(lower) is { } from && row.Number(upper) is { } to ? Figures.Interval(from, to).Replace('\u00A0', ' ') : "";

        public string Count(string column) => row.Number(column) is { } number ? Figures.Count((long)number) : "";
    }
}
