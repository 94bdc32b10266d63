using System.Globalization;
using SurveyHub.Results;
using SurveyHub.Tests.Statistics;

namespace SurveyHub.Tests.Results;

/// <summary>Compares a table of the report with the expected file of the shared vectors: same rows, same order, same numbers.</summary>
internal static class ExpectedTable
{
    /// <param name="table">The table; its columns that the file has too are compared.</param>
    /// <param name="rows">Its rows, of all editions.</param>
    /// <param name="expected">The file's rows.</param>
    /// <param name="isHidden">Rows whose numbers the file has and the report hides: of these the texts are compared, and that no number is left.</param>
    public static void Compare<TRow>(ReportTable<TRow> table, IReadOnlyList<TRow> rows, IReadOnlyList<VectorRow> expected, Predicate<TRow>? isHidden = null)
    {
        Assert.That(rows, Has.Count.EqualTo(expected.Count), table.Name);
        var compared = table.Columns.Index().Where(c => expected[0].Has(c.Item.Name)).ToArray();
        Assert.That(compared, Has.Length.GreaterThan(2), table.Name);
        Assert.Multiple(() =>
        {
            foreach (var (row, vector) in rows.Zip(expected))
            {
                var cells = table.Cells(row);
                foreach (var (place, column) in compared)
                    Compare(cells[place], vector, column, isHidden?.Invoke(row) == true);
            }
        });
    }

    private static void Compare(object? cell, VectorRow expected, ReportColumn column, bool hidden)
    {
        var where = $"{expected}: {column.Name}";
        if (column.Kind == ColumnKind.Flag) Assert.That(cell is true ? "true" : "false", Is.EqualTo(expected[column.Name]), where);
        else if (column.Kind == ColumnKind.Text) Assert.That(cell ?? "", Is.EqualTo(expected[column.Name]), where);
        else if (hidden && column.Kind != ColumnKind.Year && column.Name != "respondents") Assert.That(cell, Is.Null, where);
        else if (column.Kind == ColumnKind.P) Close.ToP(expected.Number(column.Name), Number(cell), where);
        else Close.To(expected.Number(column.Name), Number(cell), column.Name.Contains("_n_eff", StringComparison.Ordinal) ? 1e-5 : Vectors.Exact, where);
    }

    private static double? Number(object? cell) => cell is null ? null : Convert.ToDouble(cell, CultureInfo.InvariantCulture);
}
