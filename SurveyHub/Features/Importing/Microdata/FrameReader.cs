using System.Globalization;
using SurveyHub.Definitions;
using SurveyHub.Features.Importing.Mapping;
using SurveyHub.Shell.Csv;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>Reads the frame files: a row for everybody invited, and how the invitation ended. People are counted, not kept.</summary>
internal sealed class FrameReader(DataMapping mapping, ImportFiles files, ImportProblems problems, OpenOptions openOptions)
{
    private readonly Dictionary<string, string> _dispositions = Words(mapping);
    private readonly HashSet<(string File, string Group, string Cell)> _told = [];

    /// <summary>The counts of every edition that has a frame, by year.</summary>
    public async Task<IReadOnlyDictionary<int, FrameCounts>> ReadAsync(CancellationToken cancellation)
    {
        var counts = new Dictionary<int, FrameCounts>();
        foreach (var file in mapping.Editions.Where(e => e.Frame is not null).GroupBy(e => e.Frame!, StringComparer.Ordinal))
        {
            var byYear = file.ToDictionary(e => e.Year, _ => new FrameCounts());
            await CsvFile.ReadAsync(file.Key, files, problems, (header, rows) => ReadAsync(file.Key, header, rows, byYear), cancellation);
            foreach (var (year, count) in byYear) counts[year] = count;
        }
        return counts;
    }

    private async Task ReadAsync(string file, CsvHeader header, IAsyncEnumerable<CsvRow> rows, Dictionary<int, FrameCounts> byYear)
    {
        var columns = mapping.FrameColumns;
        var year = Column(file, header, columns.Year);
        var disposition = Column(file, header, columns.Disposition);
        var groups = columns.Groups.Concat(Unnamed(header))
            .Select(g => (Group: g.Key, Column: Column(file, header, g.Value), Cells: CellsOf(g.Key)))
            .Where(g => g.Column is not null).ToList();
        if (disposition is null || (columns.Year is not null && year is null)) return;

        var values = new (string Group, string? Option)[groups.Count];
        await foreach (var row in rows)
        {
            if (problems.IsFull) return;
            if (row.IsBlank) continue;
            if (row.Fault is { } fault)
            {
                problems.Add(file, (int)row.Line, fault);
                continue;
            }
            var edition = EditionOf(file, row, year, header, byYear);
            var ended = DispositionOf(file, row, disposition.Value, header);
            for (var g = 0; g < groups.Count; g++)
                values[g] = (groups[g].Group, OptionOf(file, row, groups[g].Column!.Value, groups[g].Group, groups[g].Cells, header));
            if (edition is not null && ended is not null) edition.Add(ended, values);
        }
    }

    /// <summary>As in the file of responses, a column that is called like a customer group explains itself, unless the mapping says that it holds another one.</summary>
    private IEnumerable<KeyValuePair<string, ColumnName>> Unnamed(CsvHeader header) =>
        from @group in mapping.Definition.AllYears.Groups
        where !mapping.FrameColumns.Groups.ContainsKey(@group.Key) && header.Has(@group.Key)
        where !mapping.FrameColumns.Groups.Values.Any(named => string.Equals(named.Name, @group.Key, StringComparison.OrdinalIgnoreCase))
        select KeyValuePair.Create(@group.Key, new ColumnName(@group.Key, null));

    private FrameCounts? EditionOf(string file, CsvRow row, int? column, CsvHeader header, Dictionary<int, FrameCounts> byYear)
    {
        if (column is not { } position) return byYear.Values.First();
        var cell = row.Fields[position].Trim();
        if (int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && byYear.TryGetValue(year, out var edition)) return edition;
        problems.Add(file, (int)row.Line, header.Names[position], $"{CellReader.Shown(cell)} is none of the editions that {mapping.File} names for this file.",
            $"Write {string.Join(", ", byYear.Keys.Order())}, or add the year under editions.");
        return null;
    }

    private string? DispositionOf(string file, CsvRow row, int column, CsvHeader header)
    {
        var cell = row.Fields[column].Trim();
        if (_dispositions.TryGetValue(cell, out var disposition)) return disposition;
        problems.Add(file, (int)row.Line, header.Names[column], $"{CellReader.Shown(cell)} does not say how the invitation ended.",
            $"Write {string.Join(", ", ColumnsReader.Dispositions)}, or say under dispositions in {mapping.File} which of them it means.");
        return null;
    }

    private string? OptionOf(string file, CsvRow row, int column, string group, CellReader cells, CsvHeader header)
    {
        var cell = row.Fields[column].Trim();
        switch (cells.Read(cell))
        {
            case { Kind: CellKind.Code, Code: var code }:
                return mapping.Definition.AllYears.Groups.First(g => g.Key == group).Options.First(o => o.Code == code).Key;
            case { Kind: CellKind.OpenOption, Text: var option }:
                openOptions.Add(group, option!);
                return option;
            case { Kind: CellKind.Wrong }:
                if (!_told.Add((file, group, cell))) return null;
                var (message, hint) = cells.Fault(cell);
                problems.Add(file, (int)row.Line, header.Names[column], message, hint);
                return null;
            default:
                return null;
        }
    }

    private int? Column(string file, CsvHeader header, ColumnName? column)
    {
        if (column is null) return null;
        if (header.Has(column.Name)) return header.IndexOf(column.Name);
        problems.Add(file, 1, null, $"There is no column “{column.Name}”{(column.Line is { } line ? $", which line {line} of {mapping.File} names" : "")}.",
            NearestWord.To(column.Name, header.Names) is { } near ? $"Did you mean “{near}”?" : $"Add the column, or name the right one under frame_columns in {mapping.File}.");
        return null;
    }

    private CellReader CellsOf(string group)
    {
        var questionnaire = mapping.WidestQuestionnaire;
        return new(ItemList.Of(questionnaire).Find($"group.{group}")!, questionnaire, mapping);
    }

    private static Dictionary<string, string> Words(DataMapping mapping)
    {
        var words = ColumnsReader.Dispositions.ToDictionary(d => d, d => d, StringComparer.OrdinalIgnoreCase);
        foreach (var (theirs, ours) in mapping.Dispositions) words[theirs] = ours;
        return words;
    }
}
