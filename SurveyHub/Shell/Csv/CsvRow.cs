namespace SurveyHub.Shell.Csv;

/// <summary>One row below the header.</summary>
public sealed class CsvRow(long line, IReadOnlyList<string> fields, CsvHeader header)
{
    /// <summary>Where the row begins in the file, counted from 1.</summary>
    public long Line => line;

    public IReadOnlyList<string> Fields => fields;

    /// <summary>Nothing stands in it: spreadsheets leave such rows of separators behind.</summary>
    public bool IsBlank => fields.All(string.IsNullOrWhiteSpace);

    /// <summary>Set when the row has another number of fields than the header; which one is missing nobody can know.</summary>
    public string? Fault => fields.Count == header.Names.Count
        ? null
        : $"has {fields.Count} fields, the header {header.Names.Count}. Look for a missing or an extra separator or quote.";

    /// <summary>The field under a column, without the blanks around it; empty when the row is too short.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column; ask <see cref="CsvHeader.Has"/> first.</exception>
    public string this[string column] => header.IndexOf(column) is var index && index < fields.Count ? fields[index].Trim() : "";
}
