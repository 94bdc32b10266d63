namespace SurveyHub.Features.Importing.Mapping;

/// <summary>The properties that a mapping file may have; docs/importing.md describes them, and a test compares the two.</summary>
public static class MappingShape
{
    public static readonly string[] Mapping =
        ["survey", "editions", "columns", "frame_columns", "dispositions", "values", "duplicates", "trend_breaks"];

    public static readonly string[] Survey =
    [
        "key", "title", "organisation", "language", "anonymity", "minimum_answers", "headline", "scale", "services", "services_file", "overall",
        "service_comment", "comments", "groups", "weighting", "census", "protect_unanimous", "target",
    ];

    public static readonly string[] Scale = ["options", "good", "bad", "cannot_judge"];
    public static readonly string[] Group = ["name", "options"];
    public static readonly string[] Edition = ["year", "responses", "frame", "opens_on", "closes_on"];
    public static readonly string[] Columns = ["year", "person", "weight", "language", "date", "complete", "groups", "items", "ignore"];
    public static readonly string[] FrameColumns = ["year", "disposition", "groups"];
    public static readonly string[] Values = ["cannot_judge", "skipped", "empty", "codes"];
    public static readonly string[] TrendBreak = ["item", "year"];
}
