using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Joint;

/// <summary>
/// One further question about a service, and how much of the differences in the service's own rating it accounts for (methodology M14).
/// Only from a hundred people on who answered all of them, and only where none of these figures is hidden.
/// </summary>
public sealed record DriverRow
{
    public const string Shown = "shown";
    public const string TooFew = "too few complete";
    public const string TooMany = "too many questions";
    public const string AllAlike = "all alike";
    public const string Constant = "constant";
    public const string Collinear = "follows from others";

    public static readonly ReportTable<DriverRow> Table = new("drivers",
        ("year", ColumnKind.Year, r => r.Year), ("service", Text, r => r.Service), ("question", Text, r => r.Question), ("n_complete", Count, r => r.People),
        ("r_squared", Number, r => r.Explained), ("lmg", Number, r => r.Contribution), ("lmg_share", ColumnKind.Share, r => r.Share),
        ("lmg_share_lower", ColumnKind.Share, r => r.Lower), ("lmg_share_upper", ColumnKind.Share, r => r.Upper), ("group", Count, r => r.Group),
        ("display", Text, r => r.Display));

    public required int Year { get; init; }
    public required string Service { get; init; }

    /// <summary>Key of the question.</summary>
    public required string Question { get; init; }

    /// <summary>People who gave the service's rating and every further one.</summary>
    public int? People { get; init; }

    /// <summary>R² of all questions together, 0 to 1.</summary>
    public double? Explained { get; init; }

    /// <summary>This question's part of it.</summary>
    public double? Contribution { get; init; }
    public double? Share { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }

    /// <summary>1 for the questions that account for most; those with the same number cannot be told apart.</summary>
    public int? Group { get; init; }

    /// <summary>One of the words above, or the state of the hidden figure.</summary>
    public required string Display { get; init; }
}
