using SurveyHub.Surveys;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Tables;

/// <summary>How many chose one option of an item. Only items with the base of a test are here (methodology M1, M9): a few answers would tell whose they are.</summary>
public sealed record DistributionRow
{
    public static readonly ReportTable<DistributionRow> Table = new("distribution",
        ("year", ColumnKind.Year, r => r.Year), ("item", Text, r => r.Item), ("code", Count, r => r.Code), ("role", Text, r => r.Role?.ToString().ToLowerInvariant()),
        ("n", Count, r => r.N), ("share", ColumnKind.Share, r => r.Share));

    public required int Year { get; init; }
    public required string Item { get; init; }
    public required int Code { get; init; }

    /// <summary>Ratings only.</summary>
    public OptionRole? Role { get; init; }
    public required int N { get; init; }

    /// <summary>Of the valid answers.</summary>
    public required double Share { get; init; }
}
