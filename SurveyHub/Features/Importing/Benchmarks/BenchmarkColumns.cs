using System.Globalization;
using SurveyHub.Definitions;
using SurveyHub.Shell.Csv;

namespace SurveyHub.Features.Importing.Benchmarks;

/// <summary>The columns of benchmark_v1.csv (docs/guide-analyst.md).</summary>
internal static class BenchmarkColumns
{
    public const string SchemaVersion = "schema_version", OrgId = "org_id", OrgLabel = "org_label", Sector = "sector", SizeBand = "size_band", Country = "country",
        Year = "year", FieldStart = "field_start", FieldEnd = "field_end", Concept = "service_concept", ServiceLabel = "service_label", Dimension = "dimension",
        Group = "customer_group", ItemHash = "item_hash", ScalePoints = "scale_points", ScaleHash = "scale_hash", Language = "lang",
        Invited = "n_invited", Responses = "n_responses", Valid = "n_valid", CannotJudge = "n_cannot_judge",
        Share = "good_excellent_pct", Lower = "ci_low", Upper = "ci_high", Mean = "mean", Note = "method_note";

    /// <summary>Points for which there are columns.</summary>
    public const int MostPoints = 7;

    public static readonly string[] Points = [.. Enumerable.Range(1, MostPoints).Select(p => string.Create(CultureInfo.InvariantCulture, $"c{p}"))];

    public static readonly string[] All =
    [
        SchemaVersion, OrgId, OrgLabel, Sector, SizeBand, Country, Year, FieldStart, FieldEnd, Concept, ServiceLabel, Dimension, Group,
        ItemHash, ScalePoints, ScaleHash, Language, Invited, Responses, Valid, CannotJudge, .. Points, Share, Lower, Upper, Mean, Note,
    ];

    /// <summary>Without these nobody knows whose figure it is, and of what.</summary>
    private static readonly string[] Needed = [SchemaVersion, OrgId, Year, Concept, Dimension, Group, ItemHash, ScaleHash, Valid, Share];

    /// <summary>Finds columns that are missing, or that nobody knows: figures under a mistyped name would be lost.</summary>
    public static void Check(string file, CsvHeader header, ImportProblems problems)
    {
        foreach (var column in Needed.Where(c => !header.Has(c)))
            problems.Add(file, 1, null, $"There is no column “{column}”.", "Is it a benchmark_v1.csv? Add the column; docs/guide-analyst.md lists them.");
        foreach (var name in header.Names.Where(n => !All.Contains(n, StringComparer.OrdinalIgnoreCase)))
            problems.Add(file, 1, name, $"A benchmark file has no column {Microdata.CellReader.Shown(name)}.", NearestWord.To(name, All) is { } near ? $"Did you mean “{near}”?" : "Delete it, so that it is clear what is imported.");
    }
}
