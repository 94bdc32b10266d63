namespace SurveyHub.Results;

/// <summary>What a column's numbers are, so that a page, a chart and a file each know how to print them.</summary>
public enum ColumnKind
{
    Text,
    Year,

    /// <summary>A number of people or ratings.</summary>
    Count,

    /// <summary>0 to 1.</summary>
    Share,

    /// <summary>A difference of shares, −1 to 1; printed in points.</summary>
    Points,

    /// <summary>A p-value, adjusted or not.</summary>
    P,

    /// <summary>Any other number: a standard error, a mean code, an effective base.</summary>
    Number,
    Flag,
}

public sealed record ReportColumn(string Name, ColumnKind Kind);

/// <summary>
/// A table of the report: its name and its columns. One description for the page, the chart and the file; what is hidden is hidden
/// in the rows themselves, so nobody who prints them can forget it.
/// </summary>
public abstract class ReportTable(string name, IReadOnlyList<ReportColumn> columns)
{
    /// <summary>As the file is called, without ".csv".</summary>
    public string Name => name;

    /// <summary>Under what name its rows are stored as readers are told them, where these are others.</summary>
    public string ToldName => ToldNameOf(name);

    /// <inheritdoc cref="ToldName"/>
    public static string ToldNameOf(string table) => $"{table}_told";

    /// <summary>In the order of the file. Their names are part of the product: columns are only ever appended.</summary>
    public IReadOnlyList<ReportColumn> Columns => columns;

    /// <summary>A row's values in the order of the columns: text, whole number, double, bool, or null for "nothing to say".</summary>
    public abstract IReadOnlyList<object?> Cells(object row);
}

public sealed class ReportTable<TRow>(string name, params (string Name, ColumnKind Kind, Func<TRow, object?> Value)[] columns)
    : ReportTable(name, [.. columns.Select(c => new ReportColumn(c.Name, c.Kind))])
{
    /// <summary>The same table with further columns at its end.</summary>
    public ReportTable<TRow> With(params (string Name, ColumnKind Kind, Func<TRow, object?> Value)[] further) => new(Name, [.. columns, .. further]);

    /// <summary>The same columns under another name.</summary>
    public ReportTable<TRow> Named(string another) => new(another, columns);

    /// <summary>The same table with another value in one of its columns.</summary>
    public ReportTable<TRow> Replacing(string name, Func<TRow, object?> value) => new(Name, [.. columns.Select(c => c.Name == name ? (c.Name, c.Kind, value) : c)]);

    public IReadOnlyList<object?> Cells(TRow row) => [.. columns.Select(c => c.Value(row))];

    public override IReadOnlyList<object?> Cells(object row) => Cells((TRow)row);
}
