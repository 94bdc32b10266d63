using SurveyHub.Statistics;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Tables;

/// <summary>One rating item in one edition: its bases, its share, its interval. Where the state is not shown, the numbers are not there.</summary>
public sealed record ServiceYearRow
{
    /// <summary>Each service's main rating, in the services' order, and the overall question last.</summary>
    public static readonly ReportTable<ServiceYearRow> Table = Of("service_year");

    /// <summary>The further ratings of the template (reliable, quick, helpful), service by service.</summary>
    public static readonly ReportTable<ServiceYearRow> AspectTable = Of("aspect_year");

    /// <summary>All customers as of the earlier report whose customer groups stay; empty where groups have all answers.</summary>
    public static readonly ReportTable<ServiceYearRow> OfGroupsTable = Of("service_year_of_groups");

    public required int Year { get; init; }

    /// <summary><see cref="Surveys.Item.ReportKey"/>: the service's key, "overall", or "wifi.reliable".</summary>
    public required string Item { get; init; }

    /// <summary>Returned questionnaires of the edition; null where only counts were imported and nobody told.</summary>
    public int? Respondents { get; init; }
    public int? Valid { get; init; }
    public int? NotApplicable { get; init; }

    /// <summary>Returned without an answer to this item: skipped, or not shown.</summary>
    public int? Missing { get; init; }
    public int? Good { get; init; }
    public double? Share { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public double? BestShare { get; init; }
    public double? MeanCode { get; init; }
    public double? CodeDeviation { get; init; }

    /// <summary>The state in the words of the file.</summary>
    public required string Display { get; init; }

    /// <summary>To whom the item was shown; base of the share of <see cref="NotApplicable"/>.</summary>
    public int? Asked { get; init; }
    public double? BadShare { get; init; }
    public required CellState State { get; init; }

    /// <summary>Σ w over valid ratings, as everything below null where nothing is weighted.</summary>
    public double? SumOfWeights { get; init; }
    public double? WeightedShare { get; init; }

    /// <summary>Kish's n_eff and design effect of the valid ratings.</summary>
    public double? EffectiveN { get; init; }
    public double? DesignEffect { get; init; }
    public double? WeightedLower { get; init; }
    public double? WeightedUpper { get; init; }

    /// <summary>The error with weights taken as given, over everybody who answered.</summary>
    public double? WeightedError { get; init; }

    /// <summary>Everybody who could have rated, where the survey tells the interval of the share among these people (methodology M12); as the next three otherwise null.</summary>
    public int? CensusPopulation { get; init; }

    /// <summary>n*; null also when everybody rated.</summary>
    public double? CensusBase { get; init; }
    public double? CensusLower { get; init; }
    public double? CensusUpper { get; init; }

    public bool IsVisible => State is CellState.Shown or CellState.SmallBase;

    private static ReportTable<ServiceYearRow> Of(string name) => new(name,
        ("year", ColumnKind.Year, r => r.Year), ("item", Text, r => r.Item),
        ("respondents", Count, r => r.Respondents), ("n_valid", Count, r => r.Valid),
        ("n_not_applicable", Count, r => r.NotApplicable), ("n_missing", Count, r => r.Missing), ("k_good", Count, r => r.Good),
        ("share_good", ColumnKind.Share, r => r.Share), ("wilson_lower", ColumnKind.Share, r => r.Lower), ("wilson_upper", ColumnKind.Share, r => r.Upper),
        ("share_top_code", ColumnKind.Share, r => r.BestShare), ("mean_code", Number, r => r.MeanCode), ("sd_code", Number, r => r.CodeDeviation),
        ("display", Text, r => r.Display),
        ("n_asked", Count, r => r.Asked), ("share_bad", ColumnKind.Share, r => r.BadShare),
        ("sum_weights", Number, r => r.SumOfWeights), ("weighted_share_good", ColumnKind.Share, r => r.WeightedShare),
        ("n_eff_kish", Number, r => r.EffectiveN), ("deff_kish", Number, r => r.DesignEffect),
        ("weighted_wilson_lower", ColumnKind.Share, r => r.WeightedLower), ("weighted_wilson_upper", ColumnKind.Share, r => r.WeightedUpper),
        ("weighted_se_linearized", Number, r => r.WeightedError),
        ("census_population", Count, r => r.CensusPopulation), ("census_n_star", Number, r => r.CensusBase),
        ("census_lower", ColumnKind.Share, r => r.CensusLower), ("census_upper", ColumnKind.Share, r => r.CensusUpper));
}
