using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Features.Reporting.InDepth;

/// <summary>
/// A row of the file about one service: the service in each edition (<c>edition</c>), its further questions (<c>question</c>) and its
/// customer groups (<c>group</c>) in this one.
/// </summary>
public sealed record ServiceFact
{
    public static readonly ReportTable<ServiceFact> Table = new("service",
        ("part", Text, r => r.Part), ("year", Year, r => r.In), ("service", Text, r => r.Service), ("service_name", Text, r => r.Name),
        ("question", Text, r => r.Question), ("attribute", Text, r => r.Attribute), ("segment_key", Text, r => r.SegmentKey), ("segment", Text, r => r.Segment),
        ("n_asked", Count, r => r.Asked), ("n_cannot_judge", Count, r => r.CannotJudge), ("n_valid", Count, r => r.Valid), ("k_good", Count, r => r.Good),
        ("share_good", Share, r => r.ShareGood), ("wilson_lower", Share, r => r.Lower), ("wilson_upper", Share, r => r.Upper),
        ("compare_year", Year, r => r.Change?.From), ("diff", Points, r => r.Change?.Difference), ("diff_lower", Points, r => r.Change?.Lower), ("diff_upper", Points, r => r.Change?.Upper),
        ("verdict", Text, r => r.Change?.Display),
        ("detectable_rise_to", Share, r => r.Change?.Detectable?.Change.Higher), ("detectable_fall_to", Share, r => r.Change?.Detectable?.Change.Lower),
        ("flag", Text, r => r.Flag), ("rank_lower", Count, r => r.Place?.RankLower), ("rank_upper", Count, r => r.Place?.RankUpper),
        ("display", Text, r => r.Display), ("method_version", Text, _ => MethodVersion.Current));

    public required string Part { get; init; }
    public required int In { get; init; }
    public required string Service { get; init; }
    public required string Name { get; init; }
    public string? Question { get; init; }
    public string? Attribute { get; init; }
    public string? SegmentKey { get; init; }
    public string? Segment { get; init; }
    public int? Asked { get; init; }
    public int? CannotJudge { get; init; }
    public int? Valid { get; init; }
    public int? Good { get; init; }
    public double? ShareGood { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }

    /// <summary>Editions only.</summary>
    public ChangeLine? Change { get; init; }

    /// <summary>This edition only.</summary>
    public LowestRatedRow? Place { get; init; }
    public required string Display { get; init; }

    private string? Flag => Place?.Flag;

    internal static IEnumerable<ServiceFact> Of(ServiceInDepth service) =>
    [
        .. service.Editions.Where(e => e.Figures is not null && !e.Line.IsAncestor).Select(e => Of(service, "edition", e.Figures!) with
        {
            Change = e.Change, Place = e.Year == service.Edition.Year ? service.Line.Place : null,
        }),
        .. service.Aspects.Select(a => Of(service, "question", a.Figures) with { Question = a.Question }),
        .. from attribute in service.Groups
           from cell in attribute.Cells
           select new ServiceFact
           {
               Part = "group", In = cell.Row.Year, Service = service.Line.Service, Name = service.Line.Name,
               Attribute = cell.Row.Attribute, SegmentKey = cell.Row.SegmentKey, Segment = cell.Row.Segment, Valid = cell.Row.Valid, Good = cell.Row.Good,
               ShareGood = cell.Row.Share, Lower = cell.Row.Lower, Upper = cell.Row.Upper, Display = cell.Row.Display,
           },
    ];

    private static ServiceFact Of(ServiceInDepth service, string part, ServiceYearRow row) => new()
    {
        Part = part, In = row.Year, Service = service.Line.Service, Name = service.Line.Name, Asked = row.Asked, CannotJudge = row.NotApplicable,
        Valid = row.Valid, Good = row.Good, ShareGood = row.Share, Lower = row.Lower, Upper = row.Upper, Display = row.Display,
    };
}
