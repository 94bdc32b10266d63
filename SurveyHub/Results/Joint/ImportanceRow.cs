using SurveyHub.Statistics.Importance;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Joint;

/// <summary>
/// How closely a service's rating goes with the overall rating, and where that puts it in the priority matrix (methodology M14). Hidden
/// where the service or the overall question is, or where fewer people than a figure needs gave both.
/// </summary>
public sealed record ImportanceRow
{
    public const string TooFewPairs = "too few pairs";
    public const string AllAlike = "all alike";

    public static readonly ReportTable<ImportanceRow> Table = new("importance",
        ("year", ColumnKind.Year, r => r.Year), ("service", Text, r => r.Service), ("n_pairs", Count, r => r.Pairs),
        ("pearson_with_overall", Number, r => r.Pearson), ("spearman_with_overall", Number, r => r.Spearman),
        ("importance_lower", Number, r => r.Lower), ("importance_upper", Number, r => r.Upper),
        ("share_good", ColumnKind.Share, r => r.Share), ("median_importance", Number, r => r.MedianImportance), ("median_share", ColumnKind.Share, r => r.MedianShare),
        ("quadrant", Text, r => WordsOf(r.Quadrant)), ("uncertain", Flag, r => r.IsUncertain), ("priority", Number, r => r.Priority),
        ("display", Text, r => r.Display));

    public required int Year { get; init; }
    public required string Service { get; init; }

    /// <summary>People who rated both the service and the whole.</summary>
    public int? Pairs { get; init; }
    public double? Pearson { get; init; }

    /// <summary>The derived importance, −1 to 1; null when everybody gave one of the two ratings alike.</summary>
    public double? Spearman { get; init; }

    // From here on only services of the matrix.
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public double? Share { get; init; }
    public double? MedianImportance { get; init; }
    public double? MedianShare { get; init; }
    public Quadrant? Quadrant { get; init; }

    /// <summary>The interval of the importance contains the median.</summary>
    public bool? IsUncertain { get; init; }

    /// <summary>Importance times what is missing to 100 % good.</summary>
    public double? Priority { get; init; }

    /// <summary>The state in the words of the file: "shown" in the matrix, "too few pairs", "all alike", or that of the hidden figure.</summary>
    public required string Display { get; init; }

    public bool IsInMatrix => Quadrant is not null;

    /// <summary>As the quadrants are called everywhere.</summary>
    public static string? WordsOf(Quadrant? quadrant) => quadrant switch
    {
        null => null,
        Statistics.Importance.Quadrant.FixFirst => "fix first",
        Statistics.Importance.Quadrant.KeepUp => "keep up",
        Statistics.Importance.Quadrant.Watch => "watch",
        Statistics.Importance.Quadrant.Fine => "possible overkill",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
