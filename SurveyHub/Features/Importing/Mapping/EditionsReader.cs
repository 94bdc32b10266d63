using System.Globalization;
using SurveyHub.Definitions;
using SurveyHub.Definitions.Yaml;

namespace SurveyHub.Features.Importing.Mapping;

/// <summary>Reads from a mapping file which editions are to be made, and where the series is broken between them.</summary>
internal sealed class EditionsReader(TextReading texts, Findings findings)
{
    private const int FirstYear = 1970, LastYear = 2100, MostEditions = 60;

    public IReadOnlyList<MappedEdition> Editions(MapReader mapping)
    {
        var editions = new List<MappedEdition>();
        foreach (var map in mapping.Maps("editions", MostEditions, required: true))
        {
            var edition = Edition(map);
            if (editions.Find(e => e.Year == edition.Year) is { } twin)
                findings.Error(map, $"The year {edition.Year} stands twice; the first is in line {twin.Line}.", "Delete one of the two, or correct its year.");
            editions.Add(edition);
        }
        return [.. editions.OrderBy(e => e.Year)];
    }

    public IReadOnlyList<TrendBreak> Breaks(MapReader mapping)
    {
        var breaks = new List<TrendBreak>();
        foreach (var map in mapping.Maps("trend_breaks", 1000))
        {
            var reader = new MapReader(map, "trend break", MappingShape.TrendBreak, texts, findings);
            if (reader.Word("item") is { Length: > 0 } item) breaks.Add(new(item, reader.RequiredWhole("year", FirstYear, LastYear), map.Line));
            else reader.Missing("item", "item: and the key of the item or the service whose series is broken");
        }
        return breaks;
    }

    /// <summary>A file that serves several editions needs a column that tells them apart.</summary>
    public void CheckSharing(IReadOnlyList<MappedEdition> editions, ResponseColumns columns, FrameColumns frameColumns)
    {
        Check(editions.Select(e => (e.Responses, e.Line)), columns.Year, "columns: year");
        Check(editions.Where(e => e.Frame is not null).Select(e => (e.Frame!, e.Line)), frameColumns.Year, "frame_columns: year");

        void Check(IEnumerable<(string File, int Line)> files, ColumnName? year, string property)
        {
            if (year is not null) return;
            foreach (var shared in files.GroupBy(f => f.File, StringComparer.Ordinal).Where(g => g.Count() > 1))
                findings.Error(shared.ElementAt(1).Line, 1, $"'{shared.Key}' serves several editions, and no column says which row is of which year.",
                    $"Name that column under {property}, or give each edition a file of its own.");
        }
    }

    private MappedEdition Edition(YamlMap map)
    {
        var reader = new MapReader(map, "edition", MappingShape.Edition, texts, findings);
        var year = reader.RequiredWhole("year", FirstYear, LastYear);
        if (reader.Node("responses") is null) reader.Missing("responses", "responses: and the name of the file with its answers");
        var (opens, closes) = (Day(reader, "opens_on") ?? new(year, 1, 1), Day(reader, "closes_on") ?? new(year, 12, 31));
        if (closes < opens)
            findings.Error(reader.Node("closes_on") ?? reader.Node("opens_on")!, $"The edition {year} closes before it opens.", "Write a later day behind closes_on.");
        return new()
        {
            Year = year,
            Line = map.Line,
            Responses = reader.Word("responses") ?? "",
            Frame = reader.Word("frame"),
            OpensOn = opens,
            ClosesOn = closes,
        };
    }

    private DateOnly? Day(MapReader reader, string property)
    {
        if (reader.Word(property) is not { } word) return null;
        if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        findings.Error(reader.Node(property)!, $"'{property}' is '{word}', which is no day.", "Write year, month and day: 2020-11-30.");
        return null;
    }
}
