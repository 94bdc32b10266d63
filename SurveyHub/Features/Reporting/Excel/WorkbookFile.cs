using Radzen;
using Radzen.Documents.Spreadsheet;

namespace SurveyHub.Features.Reporting.Excel;

/// <summary>Sheets as one XLSX file: headers that stay in sight, columns as wide as they need, and texts that no spreadsheet runs.</summary>
public static class WorkbookFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>In front of a text it says that it is one, and is none of it.</summary>
    private const char SaysText = '\'';

    private const double PixelsACharacter = 7.5;
    private const string Heading = "#E8EDF3";

    public static void Write(Stream output, IEnumerable<Sheet> sheets)
    {
        var workbook = new Workbook();
        foreach (var sheet in sheets) Add(workbook, sheet);
        workbook.SaveToStream(output);
    }

    private static void Add(Workbook workbook, Sheet sheet)
    {
        var page = workbook.AddSheet(sheet.Name, sheet.Rows.Count + 1, sheet.Columns.Count);
        page.Rows.Frozen = 1;
        foreach (var (at, column) in sheet.Columns.Index())
        {
            page.Columns[at] = column.Characters * PixelsACharacter;
            Fill(page.Cells[0, at], column.Name);
            page.Cells[0, at].Format = new Format { Bold = true, BackgroundColor = Heading, WrapText = true, VerticalAlign = VerticalAlign.Top };
            for (var row = 0; row < sheet.Rows.Count; row++)
            {
                if (sheet.Rows[row][at] is not { } value) continue;
                var cell = page.Cells[row + 1, at];
                Fill(cell, value);
                cell.Format = FormatOf(column.Kind, value);
            }
        }
    }

    private static void Fill(Cell cell, object value)
    {
        // A name that begins like a formula is a name, and one of digits is no number.
        if (value is string text) cell.SetValue(SaysText + text);
        else cell.Value = value;
    }

    private static Format FormatOf(SheetKind kind, object value) => value is string
        ? new() { WrapText = kind == SheetKind.Text, VerticalAlign = VerticalAlign.Top, TextAlign = kind == SheetKind.Text ? TextAlign.Left : TextAlign.Right, Italic = kind != SheetKind.Text }
        : new()
        {
            VerticalAlign = VerticalAlign.Top,
            NumberFormat = kind switch
            {
                SheetKind.Share => "0.0%",
                SheetKind.Points => "+0.0;-0.0;0.0",
                SheetKind.Number => "0.00",
                SheetKind.Count => "#,##0",
                _ => "0",
            },
        };
}
