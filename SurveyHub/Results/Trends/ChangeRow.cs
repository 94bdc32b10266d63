using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Trends;

/// <summary>One item compared between two editions.</summary>
public sealed record ChangeRow
{
    /// <summary>Stored with the later edition: against the edition before, and with the last one also against the first.</summary>
    public static readonly ReportTable<ChangeRow> Table = new("change",
        ("year_from", Year, r => r.YearFrom), ("year_to", Year, r => r.YearTo), ("item", Text, r => r.Item),
        ("n_from", Count, r => r.ValidFrom), ("n_to", Count, r => r.ValidTo), ("share_from", Share, r => r.ShareFrom), ("share_to", Share, r => r.ShareTo),
        ("diff", Points, r => r.Difference), ("newcombe_lower", Points, r => r.Lower), ("newcombe_upper", Points, r => r.Upper),
        ("z_pooled", Number, r => r.Z), ("p_pearson", P, r => r.PPearson), ("min_expected", Number, r => r.MinimumExpected), ("p_fisher", P, r => r.PFisher),
        ("p_used", P, r => r.PUsed), ("cohen_h", Number, r => r.CohenH),
        ("n_in_both", Count, r => r.InBoth), ("se_linked", Number, r => r.LinkedError), ("p_linked", P, r => r.LinkedP),
        ("bh_p_used", P, r => r.AdjustedP), ("bh_p_linked", P, r => r.LinkedAdjustedP), ("verdict", Text, r => r.Words),
        ("weighted_diff", Points, r => r.WeightedDifference), ("weighted_newcombe_lower", Points, r => r.WeightedLower), ("weighted_newcombe_upper", Points, r => r.WeightedUpper),
        ("weighted_z_neff", Number, r => r.WeightedZ), ("weighted_p_neff", P, r => r.WeightedP), ("bh_weighted_p_neff", P, r => r.WeightedAdjustedP),
        ("weighted_verdict", Text, r => r.WeightedVerdict is { } verdict ? ExportWords.Of(verdict) : null),
        ("basis", Text, r => r.Basis), ("items_from", Text, r => r.ItemsFrom), ("lineage_id", Text, r => r.LineageId));

    /// <summary><see cref="Basis"/>: the same service on both sides.</summary>
    public const string AsPublished = "as published";

    /// <summary><see cref="Basis"/>: a side is an earlier name, or several services taken together along the lineage.</summary>
    public const string LikeForLike = "like for like";

    public required int YearFrom { get; init; }
    public required int YearTo { get; init; }

    /// <summary>As in <see cref="ServiceYearRow.Item"/>.</summary>
    public required string Item { get; init; }
    public int? ValidFrom { get; init; }
    public int? ValidTo { get; init; }
    public double? ShareFrom { get; init; }
    public double? ShareTo { get; init; }

    /// <summary>Later minus earlier share. Null across a break in the series, and where a side is hidden or has no ratings.</summary>
    public double? Difference { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public double? Z { get; init; }
    public double? PPearson { get; init; }
    public double? MinimumExpected { get; init; }
    public double? PFisher { get; init; }

    /// <summary>Null when not tested.</summary>
    public double? PUsed { get; init; }
    public double? CohenH { get; init; }

    /// <summary>People with a valid rating in both editions, where a pseudonym links them and they are as many as may be shown.</summary>
    public int? InBoth { get; init; }
    public double? LinkedError { get; init; }
    public double? LinkedP { get; init; }

    /// <summary>Over the services of this pair of editions. The overall question is tested alone and has none.</summary>
    public double? AdjustedP { get; init; }
    public double? LinkedAdjustedP { get; init; }

    /// <summary>The verdict, or why there is none, in the words of the file.</summary>
    public required string Words { get; init; }
    public required ComparisonState State { get; init; }

    /// <summary>Null when not tested.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>With n_eff in place of n. Null as everything below where not both editions are weighted by the same groups.</summary>
    public double? WeightedDifference { get; init; }
    public double? WeightedLower { get; init; }
    public double? WeightedUpper { get; init; }
    public double? WeightedZ { get; init; }
    public double? WeightedP { get; init; }
    public double? WeightedAdjustedP { get; init; }
    public Verdict? WeightedVerdict { get; init; }

    /// <summary>A confirmed change of less than three points.</summary>
    public bool IsSmall { get; init; }

    public string Basis { get; init; } = AsPublished;

    /// <summary>What it was in the earlier edition: <c>fax+telephony</c>; null where that had nothing of it.</summary>
    public string? ItemsFrom { get; init; }

    /// <summary>The last name of the series.</summary>
    public string? LineageId { get; init; }
}
