using SurveyHub.Statistics;
using SurveyHub.Statistics.Scores;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Joint;

/// <summary>
/// What people expect of a service against what they have, over those who said all three (methodology M15). The share below their own minimum from
/// the smallest base of a figure on; gaps, their intervals and where they lie on the scale from the base of tests on.
/// </summary>
public sealed record GapRow
{
    /// <summary>In the place of the share where nearly all of a few said the same (methodology M9, rule 6).</summary>
    public const string Over = "over 95 %";
    public const string Under = "under 5 %";

    /// <summary>The means are those of the people who said all three.</summary>
    public const string OfComplete = "complete";

    /// <summary>
    /// The mean of what is had is that of all ratings, and the other two lie around it by the gaps: a mean over those who said all three would tell, beside that
    /// of all ratings, how the few others rated (docs/adr/0010, rule 6). Without intervals and tests: how far the gaps scatter can tell it, too.
    /// </summary>
    public const string OfAllRatings = "all ratings";

    public const string NotAcceptable = "below what is acceptable";

    public static readonly ReportTable<GapRow> Table = new("gaps",
        ("year", ColumnKind.Year, r => r.Year), ("service", Text, r => r.Service), ("n_complete", Count, r => r.People),
        ("n_below_minimum", Count, r => r.Below), ("share_below_minimum", ColumnKind.Share, r => r.Share),
        ("share_below_lower", ColumnKind.Share, r => r.Lower), ("share_below_upper", ColumnKind.Share, r => r.Upper),
        ("mean_minimum", Number, r => r.Minimum), ("mean_desired", Number, r => r.Desired), ("mean_perceived", Number, r => r.Perceived),
        ("zone_of_tolerance_width", Number, r => r.ZoneWidth),
        ("adequacy_gap", Number, r => r.Adequacy), ("adequacy_lower", Number, r => r.AdequacyLower), ("adequacy_upper", Number, r => r.AdequacyUpper),
        ("superiority_gap", Number, r => r.Superiority), ("superiority_lower", Number, r => r.SuperiorityLower), ("superiority_upper", Number, r => r.SuperiorityUpper),
        ("verdict", Text, r => r.IsInadequate ? NotAcceptable : null), ("display", Text, r => r.Display),
        ("adequacy_p", ColumnKind.P, r => r.AdequacyP), ("adequacy_q", ColumnKind.P, r => r.AdequacyQ), ("superiority_p", ColumnKind.P, r => r.SuperiorityP), ("superiority_q", ColumnKind.P, r => r.SuperiorityQ),
        ("means_of", Text, r => r.MeansOf), ("n_desired_below_minimum", Count, r => r.WishBelow));

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

    // Student's t test of each gap; q is adjusted over the edition's services (Benjamini and Hochberg).
    public double? AdequacyP { get; init; }
    public double? AdequacyQ { get; init; }
    public double? SuperiorityP { get; init; }
    public double? SuperiorityQ { get; init; }

    /// <summary><see cref="OfComplete"/> or <see cref="OfAllRatings"/>; null without means.</summary>
    public string? MeansOf { get; init; }

    /// <summary>People who wish for less than would just do for them; null where so few do that nobody is told.</summary>
    public int? WishBelow { get; init; }

    /// <summary>"shown", "over 95 %" or "under 5 %" without a number, or the state of what is hidden or empty.</summary>
    public required string Display { get; init; }

    public double? ZoneWidth => Desired - Minimum;

    /// <summary>On average below the minimum, beyond chance, adjusted for the number of services.</summary>
    public bool IsInadequate => Adequacy < 0 && AdequacyQ <= Verdicts.Alpha;

    /// <summary>On average above the minimum, beyond chance.</summary>
    public bool IsAdequate => Adequacy > 0 && AdequacyQ <= Verdicts.Alpha;

    /// <summary>On average above what is wished for, beyond chance.</summary>
    public bool IsSuperior => Superiority > 0 && SuperiorityQ <= Verdicts.Alpha;

    public bool HasMeans => Adequacy is not null;

    /// <param name="row">Which service.</param>
    /// <param name="gap">What was said of it.</param>
    internal static GapRow OfShare(GapRow row, ExpectationGap gap)
    {
        var (below, interval) = (gap.BelowMinimum, gap.BelowMinimum.Interval!.Value);
        return row with { People = below.Valid, Below = below.Good, Share = below.Share, Lower = interval.Lower, Upper = interval.Upper };
    }

    /// <param name="row">With the share.</param>
    /// <param name="gap">What was said of the service.</param>
    /// <param name="ofAll">The mean of all its ratings, where the means have to lie around that one; null where they are those of who said all three.</param>
    /// <param name="fewest">Fewest people of whom it is told that they wish for less than would just do.</param>
    internal static GapRow OfMeans(GapRow row, ExpectationGap gap, double? ofAll, int fewest) => row with
    {
        Minimum = ofAll - gap.Adequacy.Mean ?? gap.Minimum.Mean,
        Desired = ofAll - gap.Superiority.Mean ?? gap.Desired.Mean,
        Perceived = ofAll ?? gap.Perceived.Mean,
        Adequacy = gap.Adequacy.Mean,
        AdequacyLower = ofAll is null ? gap.Adequacy.Interval?.Lower : null,
        AdequacyUpper = ofAll is null ? gap.Adequacy.Interval?.Upper : null,
        AdequacyP = ofAll is null ? gap.Adequacy.P : null,
        Superiority = gap.Superiority.Mean,
        SuperiorityLower = ofAll is null ? gap.Superiority.Interval?.Lower : null,
        SuperiorityUpper = ofAll is null ? gap.Superiority.Interval?.Upper : null,
        SuperiorityP = ofAll is null ? gap.Superiority.P : null,
        MeansOf = ofAll is null ? OfComplete : OfAllRatings,
        WishBelow = gap.WishBelowMinimum >= fewest ? gap.WishBelowMinimum : null,
    };
}
