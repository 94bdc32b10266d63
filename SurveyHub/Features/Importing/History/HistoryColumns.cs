using SurveyHub.Definitions;
using SurveyHub.Shell.Csv;

namespace SurveyHub.Features.Importing.History;

/// <summary>The columns of a history file (docs/importing.md), version 1.</summary>
internal static class HistoryColumns
{
    public const string SchemaVersion = "schema_version", Survey = "survey", Year = "year", FieldStart = "field_start", FieldEnd = "field_end",
        Invited = "n_invited", Responses = "n_responses", Service = "service_code", ServiceLabel = "service_label", Item = "item_code",
        GroupAttribute = "group_attribute", GroupValue = "group_value", Valid = "n_valid", CannotJudge = "n_na", Skipped = "n_skipped",
        Favourable = "favourable_count", WordingNote = "wording_note", Comparable = "comparable";

    /// <summary>Points that a scale may have here.</summary>
    public const int MostPoints = 7;

    public static readonly string[] Points = [.. Enumerable.Range(1, MostPoints).Select(p => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"c{p}"))];

    public static readonly string[] All =
    [
        SchemaVersion, Survey, Year, FieldStart, FieldEnd, Invited, Responses, Service, ServiceLabel, Item, GroupAttribute, GroupValue,
        Valid, CannotJudge, Skipped, .. Points, Favourable, WordingNote, Comparable,
    ];

    /// <summary>Columns with a number of people.</summary>
    public static readonly string[] Counts = [Invited, Responses, Valid, CannotJudge, Skipped, .. Points, Favourable];

    private static readonly string[] Needed = [Survey, Year, Service];

    /// <summary>Finds columns that are missing, or that nobody knows: counts under a mistyped name would be lost.</summary>
    public static void Check(string file, CsvHeader header, ImportProblems problems)
    {
        foreach (var column in Needed.Where(c => !header.Has(c)))
            problems.Add(file, 1, null, $"There is no column “{column}”.", "Add it; docs/importing.md lists the columns of a history file.");
        if (!header.Has(Points[0]) && !header.Has(Favourable))
            problems.Add(file, 1, null, "There are no columns with counts.", $"Write the counts per point of the scale into {Points[0]}, {Points[1]} …, the worst first, or the good ones into {Favourable} and all ratings into {Valid}.");
        foreach (var name in header.Names.Where(n => !All.Contains(n, StringComparer.OrdinalIgnoreCase)))
            problems.Add(file, 1, name, "A history file has no such column.", NearestWord.To(name, All) is { } near ? $"Did you mean “{near}”?" : "Delete it, so that it is clear what is imported.");
    }
}
