using System.Globalization;
using SurveyHub.Definitions;
using SurveyHub.Definitions.Yaml;

namespace SurveyHub.Features.Importing.Mapping;

/// <summary>Reads from a mapping file which columns hold what and what the words in them mean.</summary>
internal sealed class ColumnsReader(TextReading texts, Findings findings)
{
    /// <summary>How an invitation may have ended (AAPOR): the words that frame files use.</summary>
    public static readonly string[] Dispositions = ["complete", "partial", "refused", "no_contact", "undeliverable", "ineligible"];

    private readonly EntriesReader _entries = new(findings);

    public ResponseColumns Responses(YamlMap? map)
    {
        if (map is null) return new();
        var reader = new MapReader(map, "mapping's columns", MappingShape.Columns, texts, findings);
        var items = new Dictionary<string, MappedItem>(StringComparer.Ordinal);
        foreach (var (column, item) in _entries.Words(reader.Node("items"), "columns: items"))
            items[column.Value.Trim()] = new(item.Value.Trim(), item.Line);
        return new()
        {
            Year = Column(reader, "year"),
            Person = Column(reader, "person"),
            Weight = Column(reader, "weight"),
            Language = Column(reader, "language"),
            Date = Column(reader, "date"),
            Complete = Column(reader, "complete"),
            Groups = Groups(reader, "columns: groups"),
            Items = items,
            Ignored = [.. _entries.List(reader.Node("ignore"), "columns: ignore").Select(t => t.Value.Trim())],
        };
    }

    /// <summary>Left out, the frame's columns have the names of the responses' ones.</summary>
    public FrameColumns Frame(YamlMap? map, ResponseColumns responses)
    {
        if (map is null) return new() { Disposition = new("disposition", null), Groups = responses.Groups };
        var reader = new MapReader(map, "mapping's frame_columns", MappingShape.FrameColumns, texts, findings);
        return new()
        {
            Year = Column(reader, "year"),
            Disposition = Column(reader, "disposition") ?? new("disposition", null),
            Groups = reader.Node("groups") is null ? responses.Groups : Groups(reader, "frame_columns: groups"),
        };
    }

    public CellWords Words(YamlMap? map)
    {
        if (map is null) return new();
        var reader = new MapReader(map, "mapping's values", MappingShape.Values, texts, findings);
        var cannotJudge = Set(reader, "cannot_judge");
        var skipped = Set(reader, "skipped");
        foreach (var word in _entries.List(reader.Node("skipped"), "values: skipped").Where(w => cannotJudge.Contains(w.Value.Trim())))
            findings.Error(word, $"“{word.Value}” means both “cannot judge” and “skipped”.", "Delete it from one of the two lists.");
        return new() { CannotJudge = cannotJudge, Skipped = skipped, EmptyIsNotShown = EmptyIsNotShown(reader), Codes = Codes(reader) };
    }

    public IReadOnlyDictionary<string, string> DispositionWords(YamlNode? node)
    {
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (theirs, ours) in _entries.Words(node, "dispositions"))
            if (Dispositions.Contains(ours.Value, StringComparer.Ordinal)) words[theirs.Value.Trim()] = ours.Value;
            else
                findings.Error(ours, $"“{ours.Value}” is no disposition.", NearestWord.To(ours.Value, Dispositions) is { } near
                    ? $"Did you mean “{near}”?"
                    : $"Write one of: {string.Join(", ", Dispositions)}.");
        return words;
    }

    private static ColumnName? Column(MapReader reader, string property) =>
        reader.Word(property) is { Length: > 0 } name ? new(name, reader.Node(property)!.Line) : null;

    private Dictionary<string, ColumnName> Groups(MapReader reader, string what) =>
        _entries.Words(reader.Node("groups"), what).ToDictionary(
            g => g.Name.Value, g => new ColumnName(g.Value.Value.Trim(), g.Value.Line), StringComparer.Ordinal);

    private HashSet<string> Set(MapReader reader, string property) =>
        [.. _entries.List(reader.Node(property), $"values: {property}").Select(t => t.Value.Trim()).Where(w => w.Length > 0)];

    private bool EmptyIsNotShown(MapReader reader)
    {
        if (reader.Word("empty") is not { } word || word == "skipped") return false;
        if (word != "not_shown")
            findings.Error(reader.Node("empty")!, $"“empty” is “{word}”.", "Write skipped (the question was shown and left empty) or not_shown.");
        return true;
    }

    private Dictionary<string, CodeWord> Codes(MapReader reader)
    {
        var codes = new Dictionary<string, CodeWord>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, code) in _entries.Words(reader.Node("codes"), "values: codes"))
            if (int.TryParse(code.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) codes[word.Value.Trim()] = new(number, code.Line);
            else findings.Error(code, $"“{code.Value}” is no scale code.", "Write the word first and its code behind the colon: Very good: 4.");
        return codes;
    }
}
