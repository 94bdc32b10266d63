namespace SurveyHub.Shell.Csv;

/// <summary>The first row: names of columns, compared without regard to case.</summary>
public sealed class CsvHeader
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);

    internal CsvHeader(long line, IReadOnlyList<string> names)
    {
        Names = [.. names.Select(name => name.Trim())];
        for (var column = 0; column < Names.Count; column++)
        {
            if (Names[column].Length == 0)
                throw new CsvFormatException(line, $"column {column + 1} has no name. Give every column a name in the first row, or delete it.");
            if (!_columns.TryAdd(Names[column], column))
                throw new CsvFormatException(line, $"there are two columns called “{Names[column]}”. Rename or delete one.");
        }
    }

    public IReadOnlyList<string> Names { get; }

    public bool Has(string column) => _columns.ContainsKey(column);

    internal int IndexOf(string column) =>
        _columns.TryGetValue(column, out var index) ? index : throw new KeyNotFoundException($"The file has no column “{column}”.");
}
