using SurveyHub.Definitions;
using SurveyHub.Features.Importing.Mapping;
using SurveyHub.Shell.Csv;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>Which column of one file of responses holds what. Positions count from 0.</summary>
internal sealed class ResponseLayout
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<string> _unknown = [];

    public required string File { get; init; }
    public required CsvHeader Header { get; init; }
    public int? Year { get; private set; }
    public int? Person { get; private set; }
    public int? Weight { get; private set; }
    public int? Language { get; private set; }
    public int? Date { get; private set; }
    public int? Complete { get; private set; }

    /// <summary>Columns that are left out: nobody said what they hold.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    /// <summary>The file says which services each customer uses.</summary>
    public bool HasUse { get; private set; }

    /// <summary>Where an item's answers stand; null when the file does not have it.</summary>
    public int? ColumnOf(Item item) => _columns.TryGetValue(item.Key, out var column) ? column : null;

    /// <summary>Binds a file's columns. Whatever the mapping names and the file does not have is a problem.</summary>
    public static ResponseLayout Of(string file, CsvHeader header, DataMapping mapping, ImportProblems problems)
    {
        var layout = new ResponseLayout { File = file, Header = header };
        var columns = mapping.Columns;
        layout.Year = Named(columns.Year);
        layout.Person = Named(columns.Person);
        layout.Weight = Named(columns.Weight);
        layout.Language = Named(columns.Language);
        layout.Date = Named(columns.Date);
        layout.Complete = Named(columns.Complete);
        foreach (var (group, column) in columns.Groups) layout.Bind($"group.{group}", Named(column), problems);
        foreach (var (column, item) in columns.Items) layout.Bind(item.Item, Named(new(column, item.Line)), problems);
        layout.BindByName(mapping);
        return layout;

        int? Named(ColumnName? column)
        {
            if (column is null) return null;
            if (header.Has(column.Name)) return header.IndexOf(column.Name);
            problems.Add(file, 1, null, $"There is no column “{column.Name}”, which line {column.Line} of {mapping.File} names.",
                NearestWord.To(column.Name, header.Names) is { } near ? $"Did you mean “{near}”?" : "Correct the mapping, or add the column.");
            return null;
        }
    }

    private void Bind(string item, int? column, ImportProblems problems)
    {
        if (column is not { } position) return;
        if (_columns.TryGetValue(item, out var other) && other != position)
            problems.Add(File, 1, Header.Names[position], $"“{item}” is in the column “{Header.Names[other]}” as well.", "Delete one of the two from the mapping.");
        _columns[item] = position;
        HasUse |= item.StartsWith("used.", StringComparison.Ordinal);
    }

    /// <summary>Columns that bear an item's key, a service's key (its main rating) or a group's key explain themselves.</summary>
    private void BindByName(DataMapping mapping)
    {
        var taken = _columns.Values.Concat(new[] { Year, Person, Weight, Language, Date, Complete }.OfType<int>()).ToHashSet();
        var items = ItemList.Of(mapping.WidestQuestionnaire);
        var keys = items.MainRatings.Select(i => (Name: i.ReportKey, i.Key))
            .Concat(items.All.Select(i => (Name: i.Key, i.Key)))
            .Concat(items.All.Where(i => i.Kind == ItemKind.Group).Select(i => (Name: i.Question, i.Key)))
            .ToLookup(n => n.Name, n => n.Key, StringComparer.OrdinalIgnoreCase);
        foreach (var (position, name) in Header.Names.Index())
            if (taken.Contains(position) || mapping.Columns.Ignored.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            else if (keys[name].FirstOrDefault() is { } key && _columns.TryAdd(key, position)) HasUse |= key.StartsWith("used.", StringComparison.Ordinal);
            else _unknown.Add(name);
    }
}
