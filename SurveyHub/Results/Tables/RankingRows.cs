using SurveyHub.Statistics.Ranking;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Tables;

/// <summary>A service with a base large enough for tests, and its place among the others.</summary>
public sealed record LowestRatedRow
{
    public static readonly ReportTable<LowestRatedRow> Table = new("lowest_rated",
        ("year", ColumnKind.Year, r => r.Year), ("service", Text, r => r.Service), ("share_good", ColumnKind.Share, r => r.Share),
        ("se_clustered", Number, r => r.Error), ("rank_from_lowest", Count, r => r.Rank), ("rank_lower", Count, r => r.RankLower),
        ("rank_upper", Count, r => r.RankUpper), ("gap_to_mean_of_others", Points, r => r.Gap), ("gap_se", Number, r => r.GapError),
        ("gap_p", P, r => r.GapP), ("gap_bh", P, r => r.GapAdjustedP), ("flag", Text, r => r.Flag), ("state", Text, r => r.State));

    public required int Year { get; init; }
    public required string Service { get; init; }
    public required double Share { get; init; }
    public double? Error { get; init; }

    /// <summary>1 = lowest; not to be printed without its limits.</summary>
    public required int Rank { get; init; }
    public int? RankLower { get; init; }
    public int? RankUpper { get; init; }
    public double? Gap { get; init; }
    public double? GapError { get; init; }
    public double? GapP { get; init; }
    public double? GapAdjustedP { get; init; }

    /// <summary>The standing in the words of the file.</summary>
    public required string Flag { get; init; }
    public required ServiceStanding Standing { get; init; }

    /// <summary>"tested", or why nothing was: "fewer than 3 services", "counts only".</summary>
    public required string State { get; init; }
}

/// <summary>The evidence that one service is rated lower than another.</summary>
public sealed record PairwiseRow
{
    public static readonly ReportTable<PairwiseRow> Table = new("pairwise_services",
        ("year", ColumnKind.Year, r => r.Year), ("service", Text, r => r.Service), ("other", Text, r => r.Other),
        ("diff", Points, r => r.Difference), ("se_diff", Number, r => r.Error),
        ("p_service_lower_than_other", ColumnKind.P, r => r.P), ("holm_adjusted_p", ColumnKind.P, r => r.AdjustedP));

    public required int Year { get; init; }
    public required string Service { get; init; }
    public required string Other { get; init; }
    public required double Difference { get; init; }
    public required double Error { get; init; }

    /// <summary>One-sided.</summary>
    public required double P { get; init; }
    public required double AdjustedP { get; init; }
}
