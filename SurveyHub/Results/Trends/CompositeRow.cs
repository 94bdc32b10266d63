using SurveyHub.Statistics;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Trends;

/// <summary>
/// Several services of an edition taken together, because one of another edition is all of them: the parts of what was merged later, or of
/// what had been split. Where one of them is hidden, or too few rated all of it, there are no numbers.
/// </summary>
public sealed record CompositeRow
{
    /// <summary>Made again whenever an edition of the survey comes or goes: which services belong together, the latest one says.</summary>
    public static readonly ReportTable<CompositeRow> Table = new("composite",
        ("year", ColumnKind.Year, r => r.Year), ("items", Text, r => r.Items), ("n_valid", Count, r => r.Valid), ("k_good", Count, r => r.Good),
        ("share_good", ColumnKind.Share, r => r.Share), ("lower", ColumnKind.Share, r => r.Lower), ("upper", ColumnKind.Share, r => r.Upper), ("display", Text, r => r.Display));

    public required int Year { get; init; }

    /// <summary>Keys in alphabetical order: <c>fax+telephony</c>.</summary>
    public required string Items { get; init; }

    /// <summary>Ratings, not people: who rated two of them counts twice here, and is one in the interval.</summary>
    public int? Valid { get; init; }
    public int? Good { get; init; }
    public double? Share { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }

    /// <summary>The number of independent ratings that would be as precise.</summary>
    public double? EffectiveN { get; init; }
    public required string Display { get; init; }
    public required CellState State { get; init; }
}
