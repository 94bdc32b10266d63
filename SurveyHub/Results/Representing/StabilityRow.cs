using SurveyHub.Statistics.Precision;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Representing;

/// <summary>How far an edition's headline may be moved by who answered. Shares that could be set against others to tell of groups are rounded here.</summary>
public sealed record StabilityRow
{
    public static readonly ReportTable<StabilityRow> Table = new("stability",
        ("year", ColumnKind.Year, r => r.Year), ("grade", Text, r => r.Words), ("response_rate_rr2", Share, r => r.ResponseRate),
        ("unlikeness", Share, r => r.Unlikeness), ("unlike_attribute", Text, r => r.UnlikeAttribute),
        ("headline_share", Share, r => r.Headline), ("weighted_share", Share, r => r.Weighted), ("shift_weighted", Points, r => r.WeightedShift),
        ("last_early_day", Text, r => r.LastEarlyDay?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("early_share", Share, r => r.Early), ("late_share", Share, r => r.Late),
        ("late_diff_lower", Points, r => r.LateLower), ("late_diff_upper", Points, r => r.LateUpper), ("shift_late", Points, r => r.LateShift));

    public required int Year { get; init; }
    public required Stability Grade { get; init; }
    public double? ResponseRate { get; init; }

    /// <summary>See <see cref="StabilityRule.Of"/>, and of which customer group it is.</summary>
    public double? Unlikeness { get; init; }
    public string? UnlikeAttribute { get; init; }
    public double? Headline { get; init; }
    public double? Weighted { get; init; }

    /// <summary>Weighted minus unweighted, from the rounded share.</summary>
    public double? WeightedShift { get; init; }
    public DateOnly? LastEarlyDay { get; init; }

    /// <summary>Of the ratings the headline is made of, all services together where it is a mean. Whole percents.</summary>
    public double? Early { get; init; }
    public double? Late { get; init; }

    /// <summary>95 % interval of late minus early, in whole points.</summary>
    public double? LateLower { get; init; }
    public double? LateUpper { get; init; }

    /// <summary>How far the figure would move if those who did not answer were like those who answered late. Tenths of a point.</summary>
    public double? LateShift { get; init; }

    /// <summary>Days stand with the responses of this edition, but too few people answered early or late.</summary>
    public bool WavesAreSmall { get; init; }

    /// <summary>More people answered than the list has, altogether or in a group.</summary>
    public bool ListIsTooSmall { get; init; }

    /// <summary>There are enough answers for a grade.</summary>
    public bool HasAnswers { get; init; }

    public string Words => Grade switch
    {
        Stability.Stable => "stable",
        Stability.FairlyStable => "fairly stable",
        Stability.Shaky => "shaky",
        Stability.CannotBeJudged => "cannot be judged",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
