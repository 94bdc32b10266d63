using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Shell.Components;
using SurveyHub.Statistics;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Features.Reporting.Grouping;

/// <summary>One customer group's ratings of one item beside all customers': a cell of the page and a row of its file.</summary>
/// <param name="Row">The stored row. What is hidden is not in it.</param>
/// <param name="ItemName">The service's name, or the wording of the overall question.</param>
/// <param name="All">The share of all customers; null when that is hidden.</param>
public sealed record GroupCell(SegmentRow Row, string ItemName, double? All)
{
    // Points of difference at which the next shade begins: a fixed scale, so that two pages can be compared.
    private static readonly double[] Shades = [0.025, 0.05, 0.10, 0.20];

    public static readonly ReportTable<GroupCell> Table = new("groups",
        ("year", Year, c => c.Row.Year), ("attribute", Text, c => c.Row.Attribute), ("segment_key", Text, c => c.Row.SegmentKey), ("segment", Text, c => c.Row.Segment),
        ("item", Text, c => c.Row.Item), ("item_name", Text, c => c.ItemName),
        ("n_valid", Count, c => c.Row.Valid), ("k_good", Count, c => c.Row.Good), ("share_good", Share, c => c.Row.Share),
        ("wilson_lower", Share, c => c.Row.Lower), ("wilson_upper", Share, c => c.Row.Upper),
        ("share_all", Share, c => c.All), ("diff_to_all", Points, c => c.Difference), ("diff_to_rest", Points, c => c.Row.DifferenceToRest),
        ("p", P, c => c.Row.PVersusRest), ("q", P, c => c.Row.AdjustedP), ("differs", Flag, c => c.IsTested ? c.Row.Differs : null),
        ("display", Text, c => c.Row.Display), ("hidden_reason", Text, c => c.Row.HiddenReason), ("method_version", Text, _ => MethodVersion.Current),
        ("pooled_of", Text, c => c.Pool?.Members));

    /// <summary>Share of the group minus share of all customers; null when either is not shown.</summary>
    public double? Difference => Row.Share - All;

    /// <summary>Which groups are joined, where the cell is small groups together.</summary>
    public PooledRow? Pool { get; init; }

    public bool IsHidden => Row.IsHidden;

    /// <summary>Of the edition only counts are known: what is not there was not counted.</summary>
    public bool IsCountsOnly { get; init; }

    public string InPlaceOfShare => IsPool ? "none joined" : IsCountsOnly ? "not counted" : "no ratings";

    private bool IsPool => Row.SegmentKey == GroupsView.PoolKey;

    public bool IsSmall => Row.State == CellState.SmallBase;

    public bool IsTested => Row.AdjustedP is not null;

    /// <summary>−4 to 4: how far below or above all customers.</summary>
    public int Shade => Difference is { } difference ? Math.Sign(difference) * Shades.Count(limit => Math.Abs(difference) >= limit) : 0;

    public VerdictKind Kind => !Row.Differs ? VerdictKind.Same : Row.DifferenceToRest > 0 ? VerdictKind.Better : VerdictKind.Worse;

    /// <summary>Against everybody else: "above the others, +6".</summary>
    public string Words => Kind switch
    {
        VerdictKind.Better => $"above the others, {Figures.Points(Row.DifferenceToRest!.Value, confirmed: true)}",
        VerdictKind.Worse => $"below the others, {Figures.Points(Row.DifferenceToRest!.Value, confirmed: true)}",
        _ => IsTested ? "no clear difference" : "too few to test",
    };

    /// <summary>Everything about the cell in a sentence, or why there is nothing.</summary>
    /// <param name="minimum">Fewest answers for which a figure is shown.</param>
    public string Sentence(int minimum) => Row switch
    {
        { IsHidden: true } => $"{(Reporting.Words.IsToProtectOthers(Row.Display) ? "Hidden to protect a smaller one" : "Too few answers")}. {Reporting.Words.Reason(Row.Display, minimum)}",
        { Share: { } share, Lower: { } lower, Upper: { } upper, Valid: { } valid } =>
            $"{(Pool is null ? "" : $"{string.Join(", ", Pool.Names)}: ")}{Figures.Percent(share)} ({Figures.Interval(lower, upper)}), {Figures.Count(valid, "rating", "ratings")}; {Words}.",
        _ when IsPool => "No small groups are joined here.",
        _ => IsCountsOnly ? "Not counted for this group." : "Nobody in this group rated it.",
    };
}
