namespace SurveyHub.Features.Reporting.Excel;

/// <summary>How a column's numbers look. They stay numbers, unrounded.</summary>
public enum SheetKind
{
    Text,
    Year,
    Count,

    /// <summary>0.713 reads 71.3%.</summary>
    Share,

    /// <summary>A difference of shares, in points: 0.06 stands as 6.0 with its sign.</summary>
    Points,

    /// <summary>An average code, or a difference of two.</summary>
    Number,
}

public sealed record SheetColumn(string Name, SheetKind Kind, int Characters);

/// <summary>A sheet: columns, and rows of texts, numbers and nothing. A text in the place of a share says why there is none.</summary>
public sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    public static Sheet Of<TRow>(string name, IEnumerable<TRow> rows, params (string Name, SheetKind Kind, int Characters, Func<TRow, object?> Value)[] columns) =>
        new(name, [.. columns.Select(c => new SheetColumn(c.Name, c.Kind, c.Characters))], [.. rows.Select(row => (object?[])[.. columns.Select(c => Value(c.Kind, c.Value(row)))])]);

    private static object? Value(SheetKind kind, object? value) => kind == SheetKind.Points && value is double difference ? difference * 100 : value;
}
