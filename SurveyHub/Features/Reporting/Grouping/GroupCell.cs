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
    // Where the next shade begins, in shares: fixed scales, so that two pages can be compared. What one group does to the whole is a tenth of what it is itself.
    private static readonly double[] Shades = [0.025, 0.05, 0.10, 0.20];
    private static readonly double[] ImpactShades = [0.0025, 0.005, 0.01, 0.02];

    public static readonly ReportTable<GroupCell> Table = new("groups",
        ("year", Year, c => c.Row.Year), ("attribute", Text, c => c.Row.Attribute), ("segment_key", Text, c => c.Row.SegmentKey), ("segment", Text, c => c.Row.Segment),
        ("item", Text, c => c.Row.Item), ("item_name", Text, c => c.ItemName),
        ("n_valid", Count, c => c.Row.Valid), ("k_good", Count, c => c.Row.Good), ("share_good", Share, c => c.Row.Share),
        ("wilson_lower", Share, c => c.Row.Lower), ("wilson_upper", Share, c => c.Row.Upper),
        ("share_all", Share, c => c.All), ("diff_to_all", Points, c => c.Difference), ("diff_to_rest", Points, c => c.Row.DifferenceToRest),
        ("p", P, c => c.Row.PVersusRest), ("q", P, c => c.Row.AdjustedP), ("differs", Flag, c => c.IsTested ? c.Row.Differs : null),
        ("display", Text, c => c.Row.Display), ("hidden_reason", Text, c => c.Row.HiddenReason), ("method_version", Text, _ => MethodVersion.Current),
        ("pooled_of", Text, c => c.Pool?.Members), ("impact", Points, c => c.Impact), ("part_of_group_only", Flag, c => c.IsPart));

    /// <summary>Share of the group minus share of all customers; null when either is not shown.</summary>
    public double? Difference => Row.Share - All;

    /// <summary>The ratings of all customers, of which these are a part; null when hidden.</summary>
    public int? AllValid { get; init; }

    /// <summary>
    /// How far the group pulls the service's share up or down: its part of the service's ratings × its difference from all customers. If it rated
    /// as all do, the service's share would be so much lower. Over all groups of a service it adds up to 0. Made of what is shown; else null.
    /// </summary>
    public double? Impact => Difference is { } difference && Row.Valid is { } valid && AllValid is > 0 and { } all ? valid / (double)all * difference : null;

    /// <summary>Which groups are joined, where the cell is small groups together.</summary>
    public PooledRow? Pool { get; init; }

    public bool IsHidden => Row.IsHidden;

    /// <summary>Far fewer of the group's people are in its figures than answered: see <see cref="PartOfGroup"/>. Null of small groups together.</summary>
    public bool? IsPart { get; init; }

    /// <summary>Of the edition only counts are known: what is not there was not counted.</summary>
    public bool IsCountsOnly { get; init; }

    public string InPlaceOfShare => IsPool ? "none joined" : IsCountsOnly ? "not counted" : "no ratings";

    /// <summary>It stands in the column of small groups together.</summary>
    public bool IsPool => Row.SegmentKey == GroupsView.PoolKey;

    public bool IsSmall => Row.State == CellState.SmallBase;

    public bool IsTested => Row.AdjustedP is not null;

    /// <summary>−4 to 4: how far below or above all customers; of impacts, how far the group pulls down or up.</summary>
    public int Shade(CellFigure shown) => shown == CellFigure.Impact ? On(ImpactShades, Impact) : On(Shades, Difference);

    /// <summary>What stands in the cell; null where nothing does.</summary>
    public string? InCell(CellFigure shown) => shown switch
    {
        CellFigure.Value => Difference is null ? null : Figures.Whole(Row.Share!.Value),
        CellFigure.Difference => Difference is { } difference ? Figures.Points(difference) : null,
        CellFigure.Impact => Impact is { } impact ? Figures.PointsInTenths(impact) : null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public VerdictKind Kind => !Row.Differs ? VerdictKind.Same : Row.DifferenceToRest > 0 ? VerdictKind.Better : VerdictKind.Worse;

    /// <summary>Against everybody else: "above the others, +6".</summary>
    public string Words => Kind switch
    {
        VerdictKind.Better => $"above the others, {Figures.Points(Row.DifferenceToRest!.Value, confirmed: true)}",
        VerdictKind.Worse => $"below the others, {Figures.Points(Row.DifferenceToRest!.Value, confirmed: true)}",
        _ => IsTested ? "no clear difference" : "too few to test",
    };

    /// <summary>"11 % of the service’s ratings; it pulls the share down by 0.4 points."; null where there is nothing to tell.</summary>
    public string? ImpactWords => Impact is not { } impact ? null : $"{Figures.Percent(Row.Valid!.Value / (double)AllValid!.Value)} of the service’s ratings; " + (Rounding.HalfAway(Rounding.Points(impact), 1) switch
    {
        0 => "it hardly moves the share.",
        > 0 => $"it pulls the share up by {Figures.PointsInTenths(impact)[1..]} points.",
        _ => $"it pulls the share down by {Figures.PointsInTenths(impact)[1..]} points.",
    });

    private static int On(double[] shades, double? points) => points is { } far ? Math.Sign(far) * shades.Count(limit => Math.Abs(far) >= limit) : 0;

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
