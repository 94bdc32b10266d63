using SurveyHub.Statistics.Scores;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Joint;

/// <summary>
/// What people expect of a service against what they have, over those who said all three (methodology M15). The share below their own minimum from
/// the smallest base of a figure on; means, gaps and their intervals from the base of tests on.
/// </summary>
public sealed record GapRow
{
    /// <summary>In the place of the share where nearly all of a few said the same (methodology M9, rule 6).</summary>
    public const string Over = "over 95 %";
    public const string Under = "under 5 %";

    public const string NotAcceptable = "below what is acceptable";

    public static readonly ReportTable<GapRow> Table = new("gaps",
        ("year", ColumnKind.Year, r => r.Year), ("service", Text, r => r.Service), ("n_complete", Count, r => r.People),
        ("n_below_minimum", Count, r => r.Below), ("share_below_minimum", ColumnKind.Share, r => r.Share),
        ("share_below_lower", ColumnKind.Share, r => r.Lower), ("share_below_upper", ColumnKind.Share, r => r.Upper),
        ("mean_minimum", Number, r => r.Minimum), ("mean_desired", Number, r => r.Desired), ("mean_perceived", Number, r => r.Perceived),
        ("zone_of_tolerance_width", Number, r => r.ZoneWidth),
        ("adequacy_gap", Number, r => r.Adequacy), ("adequacy_lower", Number, r => r.AdequacyLower), ("adequacy_upper", Number, r => r.AdequacyUpper),
        ("superiority_gap", Number, r => r.Superiority), ("superiority_lower", Number, r => r.SuperiorityLower), ("superiority_upper", Number, r => r.SuperiorityUpper),
        ("verdict", Text, r => r.IsInadequate ? NotAcceptable : null), ("display", Text, r => r.Display));

    public required int Year { get; init; }
    public required string Service { get; init; }

    /// <summary>People who gave all three ratings.</summary>
    public int? People { get; init; }

    /// <summary>Of these, whose rating is below their own minimum.</summary>
    public int? Below { get; init; }
    public double? Share { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }

    // From the base of tests on.
    public double? Minimum { get; init; }
    public double? Desired { get; init; }
    public double? Perceived { get; init; }
    public double? Adequacy { get; init; }
    public double? AdequacyLower { get; init; }
    public double? AdequacyUpper { get; init; }
    public double? Superiority { get; init; }
    public double? SuperiorityLower { get; init; }
    public double? SuperiorityUpper { get; init; }

    /// <summary>"shown", "over 95 %" or "under 5 %" without a number, or the state of what is hidden or empty.</summary>
    public required string Display { get; init; }

    public double? ZoneWidth => Desired - Minimum;

    /// <summary>The whole interval of the adequacy gap is below zero.</summary>
    public bool IsInadequate => AdequacyUpper < 0;

    public bool HasMeans => Adequacy is not null;

    internal static GapRow Of(GapRow row, ExpectationGap gap, bool withMeans)
    {
        var (below, interval) = (gap.BelowMinimum, gap.BelowMinimum.Interval!);
        row = row with { People = below.Valid, Below = below.Good, Share = below.Share, Lower = interval.Value.Lower, Upper = interval.Value.Upper };
        return !withMeans ? row : row with
        {
            Minimum = gap.Minimum.Mean,
            Desired = gap.Desired.Mean,
            Perceived = gap.Perceived.Mean,
            Adequacy = gap.Adequacy.Mean,
            AdequacyLower = gap.Adequacy.Interval?.Lower,
            AdequacyUpper = gap.Adequacy.Interval?.Upper,
            Superiority = gap.Superiority.Mean,
            SuperiorityLower = gap.Superiority.Interval?.Lower,
            SuperiorityUpper = gap.Superiority.Interval?.Upper,
        };
    }
}
