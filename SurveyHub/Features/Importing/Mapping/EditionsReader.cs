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
            if (HasYear(map) && editions.Find(e => e.Year == edition.Year) is { } twin)
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
                findings.Error(shared.ElementAt(1).Line, 1, $"“{shared.Key}” serves several editions, and no column says which row is of which year.",
                    $"Name that column under {property}, or give each edition a file of its own.");
        }
    }

    /// <summary>Two names that lead to one file would make two editions of the same answers.</summary>
    public void CheckPlaces(IReadOnlyList<MappedEdition> editions, ImportFiles files)
    {
        var names = editions.SelectMany(e => new[] { (Name: e.Responses, e.Line), (Name: e.Frame ?? "", e.Line) })
            .Where(n => n.Name.Length > 0).DistinctBy(n => n.Name, StringComparer.Ordinal).ToList();
        foreach (var (index, (name, line)) in names.Index())
            if (names.Take(index).FirstOrDefault(n => files.IsSame(n.Name, name)) is { Name: not null } other)
                findings.Error(line, 1, $"“{name}” and “{other.Name}” lead to the same file.",
                    "Give each file a name of its own: among uploaded files only the last part of a name counts, and upper and lower case are the same.");
    }

    private MappedEdition Edition(YamlMap map)
    {
        var reader = new MapReader(map, "edition", MappingShape.Edition, texts, findings);
        var year = reader.RequiredWhole("year", FirstYear, LastYear);
        if (reader.Node("responses") is null) reader.Missing("responses", "responses: and the name of the file with its answers");
        var (opens, closes) = (Day(reader, "opens_on") ?? new(year, 1, 1), Day(reader, "closes_on") ?? new(year, 12, 31));
        if (closes < opens)
            findings.Error(reader.Node("closes_on") ?? reader.Node("opens_on")!, $"The edition {year} closes before it opens.", "Write a later day behind closes_on.");
        if (HasYear(map))
            foreach (var (property, day) in new[] { ("opens_on", opens), ("closes_on", closes) })
                if (Math.Abs(day.Year - year) > 1)
                    findings.Error(reader.Node(property)!, string.Create(CultureInfo.InvariantCulture, $"“{property}” is {day:yyyy-MM-dd}, and the edition is that of {year}."), "Correct one of the two.");
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

    /// <summary>Whether the year that was read is the file's own, and does not stand in for a missing or a wrong one.</summary>
    private bool HasYear(YamlMap edition) => edition.Find("year") is { } year && !findings.Blames(year.Value);

    private DateOnly? Day(MapReader reader, string property)
    {
        if (reader.Word(property) is not { } word) return null;
        if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        findings.Error(reader.Node(property)!, $"“{property}” is “{word}”, which is no day.", "Write year, month and day: 2020-11-30.");
        return null;
    }
}
