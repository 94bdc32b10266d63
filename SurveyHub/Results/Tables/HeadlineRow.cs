using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Surveys;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Tables;

/// <summary>The figures over all services of one edition. The last columns are the one that the survey's definition calls its headline.</summary>
public sealed record HeadlineRow
{
    public static readonly ReportTable<HeadlineRow> Table = new("headline",
        ("year", ColumnKind.Year, r => r.Year), ("raters", Count, r => r.Raters), ("n_ratings", Count, r => r.Ratings),
        ("pooled_share_good", ColumnKind.Share, r => r.PooledShare), ("pooled_se_clustered", Number, r => r.PooledError),
        ("pooled_n_eff", Number, r => r.PooledEffectiveN),
        ("pooled_wilson_neff_lower", ColumnKind.Share, r => r.PooledLower), ("pooled_wilson_neff_upper", ColumnKind.Share, r => r.PooledUpper),
        ("pooled_naive_se_if_ratings_were_independent", Number, r => r.PooledNaiveError),
        ("services_in_mean", Count, r => r.ServicesInMean), ("mean_of_services", ColumnKind.Share, r => r.MeanOfServices),
        ("mean_of_services_se", Number, r => r.MeanError),
        ("mean_of_services_lower", ColumnKind.Share, r => r.MeanLower), ("mean_of_services_upper", ColumnKind.Share, r => r.MeanUpper),
        ("pooled_state", Text, r => r.PooledState),
        ("headline_kind", Text, r => r.Kind), ("headline_share", ColumnKind.Share, r => r.Share),
        ("headline_lower", ColumnKind.Share, r => r.Lower), ("headline_upper", ColumnKind.Share, r => r.Upper),
        ("headline_n", Count, r => r.Base), ("headline_state", Text, r => r.Display), ("respondents", Count, r => r.Respondents),
        ("weighted_pooled_share_good", ColumnKind.Share, r => r.WeightedPooledShare), ("weighted_pooled_se_clustered", Number, r => r.WeightedPooledError),
        ("headline_weighted_share", ColumnKind.Share, r => r.WeightedShare),
        ("headline_weighted_lower", ColumnKind.Share, r => r.WeightedLower), ("headline_weighted_upper", ColumnKind.Share, r => r.WeightedUpper));

    public required int Year { get; init; }

    /// <summary>People with a rating of at least one service.</summary>
    public int? Raters { get; init; }

    /// <summary>They are told with two digits: some of them have no rating in the file of single responses, and how many they are would tell how many of a hidden group rated anything.</summary>
    public bool? RatersAreRounded { get; init; }
    public long? Ratings { get; init; }
    public double? PooledShare { get; init; }
    public double? PooledError { get; init; }
    public double? PooledEffectiveN { get; init; }
    public double? PooledLower { get; init; }
    public double? PooledUpper { get; init; }
    public double? PooledNaiveError { get; init; }

    /// <summary>
    /// The sums over people that the pooled share and its error follow from: kept to compare editions, and told nowhere:
    /// with the file of single responses they would tell answers that are withheld there.
    /// </summary>
    public PooledMoments? Sums { get; init; }

    public int ServicesInMean { get; init; }
    public double? MeanOfServices { get; init; }
    public double? MeanError { get; init; }
    public double? MeanLower { get; init; }
    public double? MeanUpper { get; init; }

    /// <summary>"shown", or why the pooled figures are not there.</summary>
    public required string PooledState { get; init; }

    /// <summary>overall_question, mean_of_services or pooled_ratings.</summary>
    public required string Kind { get; init; }
    public double? Share { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }

    /// <summary>Ratings behind the headline: of the overall question, of all services pooled, or of those in the mean.</summary>
    public long? Base { get; init; }
    public required CellState State { get; init; }
    public required string Display { get; init; }
    public int? Respondents { get; init; }

    /// <summary>As everything below null where nothing is weighted, and where the unweighted figure is not there.</summary>
    public double? WeightedPooledShare { get; init; }
    public double? WeightedPooledError { get; init; }
    public double? WeightedShare { get; init; }
    public double? WeightedLower { get; init; }
    public double? WeightedUpper { get; init; }

    internal static string WordOf(HeadlineKind kind) => kind switch
    {
        HeadlineKind.OverallQuestion => "overall_question",
        HeadlineKind.MeanOfServices => "mean_of_services",
        HeadlineKind.PooledRatings => "pooled_ratings",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
