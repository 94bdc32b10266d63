using SurveyHub.Statistics;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Tables;

/// <summary>One customer group's ratings of one item, beside everyone else's.</summary>
public sealed record SegmentRow
{
    /// <summary>For every attribute: its values on the overall question, then service by service. One page's table is one attribute with the overall question, or with all services.</summary>
    public static readonly ReportTable<SegmentRow> Table = new("segments",
        ("year", ColumnKind.Year, r => r.Year), ("segment", Text, r => r.Segment), ("n_valid", Count, r => r.Valid), ("k_good", Count, r => r.Good),
        ("share_good", ColumnKind.Share, r => r.Share), ("wilson_lower", ColumnKind.Share, r => r.Lower), ("wilson_upper", ColumnKind.Share, r => r.Upper),
        ("hidden", Flag, r => r.IsHidden), ("hidden_reason", Text, r => r.HiddenReason),
        ("p_versus_rest", P, r => r.PVersusRest), ("bh_versus_rest", P, r => r.AdjustedP),
        ("attribute", Text, r => r.Attribute), ("item", Text, r => r.Item), ("segment_key", Text, r => r.SegmentKey), ("display", Text, r => r.Display),
        ("diff_to_rest", Points, r => r.DifferenceToRest));

    public required int Year { get; init; }

    /// <summary>The option's name in the first language of its text; <see cref="NotKnown"/> for those who did not say.</summary>
    public required string Segment { get; init; }
    public int? Valid { get; init; }
    public int? Good { get; init; }
    public double? Share { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public required bool IsHidden { get; init; }

    /// <summary>"primary" (too few themselves), "complementary" (others would be given away), or empty.</summary>
    public required string HiddenReason { get; init; }

    /// <summary>Null when not tested: fewer than the base of tests on either side.</summary>
    public double? PVersusRest { get; init; }
    public double? AdjustedP { get; init; }
    public required string Attribute { get; init; }
    public required string Item { get; init; }

    /// <summary>The option's key; empty for those who did not say.</summary>
    public required string SegmentKey { get; init; }
    public required string Display { get; init; }

    /// <summary>Share of the segment minus share of everyone else; null when not tested.</summary>
    public double? DifferenceToRest { get; init; }
    public required CellState State { get; init; }

    /// <summary>Proven to differ from everyone else, after adjusting for the other cells of the table.</summary>
    public bool Differs => AdjustedP <= Verdicts.Alpha;

    public const string NotKnown = "(not known)";
}
