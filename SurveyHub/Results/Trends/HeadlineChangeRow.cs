using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Trends;

/// <summary>The figures over all services compared between two editions. The last columns are the survey's declared headline.</summary>
public sealed record HeadlineChangeRow
{
    /// <summary>Stored as <see cref="ChangeRow.Table"/> is.</summary>
    public static readonly ReportTable<HeadlineChangeRow> Table = new("headline_change",
        ("year_from", Year, r => r.YearFrom), ("year_to", Year, r => r.YearTo), ("diff", Points, r => r.PooledDifference),
        ("se_people_linked_across_years", Number, r => r.PooledLinkedError), ("se_people_not_linked", Number, r => r.PooledError),
        ("p_not_linked", P, r => r.PooledP),
        ("services_compared", Count, r => r.ServicesCompared), ("services_basis", Text, r => r.Basis),
        ("headline_kind", Text, r => r.Kind), ("headline_diff", Points, r => r.Difference), ("headline_lower", Points, r => r.Lower),
        ("headline_upper", Points, r => r.Upper), ("headline_p", ColumnKind.P, r => r.HeadlineP), ("verdict", Text, r => r.Words),
        ("headline_weighted_diff", Points, r => r.WeightedDifference), ("headline_weighted_lower", Points, r => r.WeightedLower),
        ("headline_weighted_upper", Points, r => r.WeightedUpper), ("headline_weighted_p", ColumnKind.P, r => r.WeightedP),
        ("weighted_verdict", Text, r => r.WeightedVerdict is { } verdict ? ExportWords.Of(verdict) : null));

    /// <summary>The same between any two other editions, where they differ in their services: who rated those in common has to be counted for it.</summary>
    public static readonly ReportTable<HeadlineChangeRow> FurtherTable = Table.Named("headline_change_further");

    /// <summary><see cref="Basis"/>: both editions asked about the same services.</summary>
    public const string AllServices = "all services";

    /// <summary><see cref="Basis"/>: the figures are over the services that both editions have and show, and differ a little from each edition's own.</summary>
    public const string CommonServices = "common services";

    /// <summary><see cref="Words"/>: another kind of headline is another series.</summary>
    public const string AnotherHeadline = "not comparable: headline changed";

    /// <summary><see cref="Words"/>: no service was asked about in the same way in both editions and may be shown in both.</summary>
    public const string NothingInCommon = "not comparable: no service in common";

    public required int YearFrom { get; init; }
    public required int YearTo { get; init; }
    public double? PooledDifference { get; init; }
    public double? PooledLinkedError { get; init; }
    public double? PooledError { get; init; }
    public double? PooledP { get; init; }

    /// <summary>Services pooled on each side.</summary>
    public required int ServicesCompared { get; init; }
    public required string Basis { get; init; }

    /// <summary>As in <see cref="HeadlineRow.Kind"/>; of the later edition.</summary>
    public required string Kind { get; init; }
    public double? Difference { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }

    /// <summary>One planned test, not adjusted.</summary>
    public double? HeadlineP { get; init; }
    public required string Words { get; init; }
    public required ComparisonState State { get; init; }
    public Verdict? Verdict { get; init; }

    /// <summary>Null as everything below where not both editions are weighted by the same groups.</summary>
    public double? WeightedDifference { get; init; }
    public double? WeightedLower { get; init; }
    public double? WeightedUpper { get; init; }
    public double? WeightedP { get; init; }
    public Verdict? WeightedVerdict { get; init; }
}
