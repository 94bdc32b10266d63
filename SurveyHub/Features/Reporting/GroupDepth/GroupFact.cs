using SurveyHub.Features.Reporting.Grouping;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Features.Reporting.GroupDepth;

/// <summary>
/// A row of the file about one customer group: who took part (<c>participation</c>), the overall question (<c>overall</c>) and each service
/// (<c>service</c>) in this edition, and the overall question in those before (<c>edition</c>).
/// </summary>
public sealed record GroupFact
{
    public static readonly ReportTable<GroupFact> Table = new("group",
        ("part", Text, r => r.Part), ("year", Year, r => r.In), ("attribute", Text, r => r.Attribute), ("segment_key", Text, r => r.SegmentKey), ("segment", Text, r => r.Segment),
        ("item", Text, r => r.Item), ("item_name", Text, r => r.Cell?.ItemName),
        ("n_invited", Count, r => r.Participation?.Invited), ("n_answered", Count, r => r.Participation?.Answered), ("response_rate_rr2", Share, r => r.Participation?.Rates.Rr2),
        ("n_valid", Count, r => r.Cell?.Row.Valid ?? r.Earlier?.Valid), ("k_good", Count, r => r.Cell?.Row.Good ?? r.Earlier?.Good), ("share_good", Share, r => r.Cell?.Row.Share ?? r.Earlier?.Share),
        ("wilson_lower", Share, r => r.Cell?.Row.Lower ?? r.Earlier?.Interval?.Lower), ("wilson_upper", Share, r => r.Cell?.Row.Upper ?? r.Earlier?.Interval?.Upper),
        ("share_all", Share, r => r.Cell?.All), ("diff_to_all", Points, r => r.Cell?.Difference), ("impact", Points, r => r.Cell?.Impact), ("diff_to_rest", Points, r => r.Cell?.Row.DifferenceToRest),
        ("p", P, r => r.Cell?.Row.PVersusRest), ("q", P, r => r.Cell?.Row.AdjustedP), ("differs", Flag, r => r.Cell is { IsTested: true } cell ? cell.Row.Differs : null),
        ("pooled_of", Text, r => r.Cell?.Pool?.Members), ("was", Text, r => r.Under), ("display", Text, r => r.Display), ("hidden_reason", Text, r => r.Cell?.Row.HiddenReason),
        ("method_version", Text, _ => MethodVersion.Current), ("response_rate_state", Text, r => r.Participation?.State), ("part_of_group_only", Flag, r => r.IsPart));

    public required string Part { get; init; }
    public required int In { get; init; }
    public required string Attribute { get; init; }
    public required string SegmentKey { get; init; }
    public required string Segment { get; init; }
    public string? Item { get; init; }

    /// <summary>This edition's figure.</summary>
    public GroupCell? Cell { get; init; }

    /// <summary>An earlier edition's.</summary>
    public GoodCount? Earlier { get; init; }

    /// <summary>The groups that it was then, where these are others.</summary>
    public string? Under { get; init; }
    public ParticipationLine? Participation { get; init; }

    /// <summary>Few of its people are in the figure; null of other rows than the overall question's.</summary>
    public bool? IsPart { get; init; }
    public required string Display { get; init; }

    internal static IEnumerable<GroupFact> Of(GroupInDepth depth)
    {
        var of = new GroupFact
        {
            Part = "participation", In = depth.Edition.Year, Attribute = depth.Attribute.Key, SegmentKey = depth.Segment.Key, Segment = depth.Segment.Name, Display = "not told",
        };
        return
        [
            of with { Participation = depth.Participation, Display = depth.Participation is null ? "not told" : ExportWords.Of(CellState.Shown) },
            .. new[] { depth.Overall }.OfType<GroupCell>().Select(c => of with { Part = "overall", Item = c.Row.Item, Cell = c, IsPart = depth.OnlySo is not null, Display = c.Row.Display }),
            .. depth.Services.Where(c => !depth.IsPool || c.Pool is not null).Select(c => of with { Part = "service", Item = c.Row.Item, Cell = c, Display = c.Row.Display }),
            .. from line in depth.Years.Lines
               from year in line.Years
               where year.Year < depth.Edition.Year
               select of with
               {
                   Part = "edition", In = year.Year, Item = depth.Overall?.Row.Item, Earlier = year.Count, Under = year.Under, IsPart = year.Count is null ? null : year.IsPart,
                   Display = year.Count is not null ? ExportWords.Of(CellState.Shown) : year.Words switch { GroupYears.Few => "hidden", "" => ExportWords.Of(CellState.NotAsked), var words => words },
               },
        ];
    }
}
