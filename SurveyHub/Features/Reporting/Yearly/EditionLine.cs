using SurveyHub.Features.Reporting.Trending;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Features.Reporting.Yearly;

/// <summary>One line of the edition's page: a figure, why it is on the page, and what it is held against.</summary>
public sealed record EditionLine
{
    public const string Participation = "participation";
    public const string Headline = "headline";
    public const string Lowest = "lowest";
    public const string Highest = "highest";
    public const string Changed = "changed";
    public const string Group = "group";

    public static readonly ReportTable<EditionLine> Table = new("edition",
        ("year", ColumnKind.Year, l => l.Year), ("section", Text, l => l.Section), ("item", Text, l => l.Item), ("item_name", Text, l => l.Name),
        ("attribute", Text, l => l.Segment?.Attribute), ("segment_key", Text, l => l.Segment?.SegmentKey), ("segment", Text, l => l.Segment?.Segment),
        ("n_valid", Count, l => l.Valid), ("share_good", ColumnKind.Share, l => l.Share), ("lower", ColumnKind.Share, l => l.Lower), ("upper", ColumnKind.Share, l => l.Upper), ("display", Text, l => l.Display),
        ("compare_year", ColumnKind.Year, l => l.Change?.From), ("diff", Points, l => l.Segment?.DifferenceToRest ?? l.Change?.Difference),
        ("diff_lower", Points, l => l.Change?.Lower), ("diff_upper", Points, l => l.Change?.Upper), ("verdict", Text, l => l.Verdict),
        ("invited", Count, l => l.TakenPart?.Invited), ("answered", Count, l => l.TakenPart?.Answered),
        ("responses", Count, l => l.TakenPart?.Respondents), ("response_rate_rr2", ColumnKind.Share, l => l.TakenPart?.ResponseRate),
        ("method_version", Text, _ => MethodVersion.Current), ("response_rate_state", Text, l => l.TakenPart?.Participation?.State));

    public required int Year { get; init; }
    public required string Section { get; init; }
    public string Item { get; init; } = "";
    public string Name { get; init; } = "";
    public long? Valid { get; init; }
    public double? Share { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public string Display { get; init; } = "";
    public ChangeLine? Change { get; init; }

    /// <summary>The customer group that differs from everybody else.</summary>
    public SegmentRow? Segment { get; init; }

    /// <summary>The edition whose participation this is.</summary>
    public TrendLine? TakenPart { get; init; }

    private string? Verdict => Segment is { } segment ? segment.DifferenceToRest > 0 ? "above the rest" : "below the rest" : Change?.Display;
}
