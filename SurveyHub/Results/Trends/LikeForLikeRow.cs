using SurveyHub.Statistics;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Trends;

/// <summary>
/// The headline of an edition over the services that all compared editions share, along the lineage (methodology M6). Stored with the
/// latest of these editions, where the services are not the same in all of them; the headlines as published stay what they are.
/// </summary>
public sealed record LikeForLikeRow
{
    public static readonly ReportTable<LikeForLikeRow> Table = new("like_for_like",
        ("year", ColumnKind.Year, r => r.Year), ("services", Count, r => r.Services), ("share_good", ColumnKind.Share, r => r.Share),
        ("lower", ColumnKind.Share, r => r.Lower), ("upper", ColumnKind.Share, r => r.Upper), ("n_ratings", Count, r => r.Ratings));

    public required int Year { get; init; }

    /// <summary>How many services are compared; several that became one count as one.</summary>
    public required int Services { get; init; }
    public double? Share { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public long? Ratings { get; init; }
    public required CellState State { get; init; }
}
