using System.Globalization;
using SurveyHub.Results;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Features.Reporting.Expecting;

/// <summary>One service, what is expected of it and what is had: a row of the page and of its file.</summary>
/// <param name="Row">The stored row. What is hidden is not in it.</param>
/// <param name="ServiceName">Name of the service.</param>
/// <param name="Scale">The scale of all three ratings.</param>
/// <param name="Rated">How the rating that is compared was given, by all who gave it; null where it is not shown.</param>
/// <param name="Reason">Why there is no share.</param>
public sealed record ExpectationLine(GapRow Row, string ServiceName, RatingScale Scale, ServiceYearRow? Rated, Reason Reason)
{
    public static readonly ReportTable<ExpectationLine> Table = new("expectations",
        ("year", Year, r => r.Row.Year), ("service", Text, r => r.Row.Service), ("service_name", Text, r => r.ServiceName), ("n_complete", Count, r => r.Row.People),
        ("n_below_minimum", Count, r => r.Row.Below), ("share_below_minimum", Share, r => r.Row.Share), ("share_below_lower", Share, r => r.Row.Lower), ("share_below_upper", Share, r => r.Row.Upper),
        ("mean_minimum", Number, r => r.Row.Minimum), ("mean_desired", Number, r => r.Row.Desired), ("mean_perceived", Number, r => r.Row.Perceived),
        ("zone_of_tolerance_width", Number, r => r.Row.ZoneWidth),
        ("adequacy_gap", Number, r => r.Row.Adequacy), ("adequacy_lower", Number, r => r.Row.AdequacyLower), ("adequacy_upper", Number, r => r.Row.AdequacyUpper),
        ("superiority_gap", Number, r => r.Row.Superiority), ("superiority_lower", Number, r => r.Row.SuperiorityLower), ("superiority_upper", Number, r => r.Row.SuperiorityUpper),
        ("verdict", Text, r => r.Row.IsInadequate ? GapRow.NotAcceptable : null), ("share_good", Share, r => r.Rated?.Share), ("display", Text, r => r.Row.Display),
        ("method_version", Text, _ => MethodVersion.Current),
        ("adequacy_p", P, r => r.Row.AdequacyP), ("adequacy_q", P, r => r.Row.AdequacyQ), ("superiority_p", P, r => r.Row.SuperiorityP), ("superiority_q", P, r => r.Row.SuperiorityQ),
        ("means_of", Text, r => r.Row.MeansOf), ("n_desired_below_minimum", ColumnKind.Count, r => r.Row.WishBelow));

    public bool IsShown => Row.Share is not null;

    /// <summary>In the place of a share: "over 95 %".</summary>
    public string InAWord => Row.Display.Replace(" %", "\u00a0%", StringComparison.Ordinal);

    /// <summary>"33 of 110 people".</summary>
    public string Base => $"{Figures.Count(Row.Below!.Value)} of {Figures.Count(Row.People!.Value, "person", "people")}";

    /// <summary>Where the mean lies against the zone of tolerance, in words.</summary>
    public string Where => Row switch
    {
        { Adequacy: null } => "",
        { AdequacyLower: null, Adequacy: < 0 } => "below the minimum on average, not tested",
        { AdequacyLower: null, Superiority: > 0 } => "above what is wished for on average, not tested",
        { AdequacyLower: null } => "between the minimum and what is wished for on average, not tested",
        { IsInadequate: true } => "below what customers find acceptable",
        { Adequacy: < 0 } => "below the minimum on average, which chance may explain",
        { IsSuperior: true } => "better than customers wish for",
        { Superiority: > 0 } => "above what is wished for on average, which chance may explain",
        { IsAdequate: true, SuperiorityQ: > Verdicts.Alpha } => "acceptable; chance may explain the difference from what customers wish for",
        { IsAdequate: true } => "acceptable, and not yet what customers wish for",
        _ => "close to the minimum: chance may explain the difference",
    };

    /// <summary>The figure of the zone in words, for who does not see it.</summary>
    public string Said => $"{ServiceName}: from {Code(Row.Minimum!.Value)}, which would just do, to {Code(Row.Desired!.Value)}, which is wished for; what people have is {Code(Row.Perceived!.Value)}, {Where}";

    /// <summary>"0.37 above the minimum (0.02 to 0.73)".</summary>
    public string AdequacyWords => Gap(Row.Adequacy!.Value, Row.AdequacyLower, Row.AdequacyUpper);

    public string SuperiorityWords => Gap(Row.Superiority!.Value, Row.SuperiorityLower, Row.SuperiorityUpper);

    /// <summary>In the place of a share.</summary>
    /// <param name="edition">The service's edition.</param>
    public string WhyNot(Edition edition) => Reason switch
    {
        Reason.NearlyAllAlike => $"{InAWord} are below their own minimum; nearly all of a few answered alike, so no number stands here",
        Reason.WholeIsHidden => "hidden with the service’s own figures",
        Reason.TooFewAnswers => $"fewer than {edition.Questionnaire.MinimumAnswers} people said all three",
        Reason.ProtectsTwoReports => "hidden: set against the report of before the reopening it would tell of a few people",
        Reason.NotAsked => "nobody was asked",
        Reason.NobodyAnswered => "nobody answered",
        _ => "nobody said all three",
    };

    /// <summary>A mean of codes, as the average code is written: two digits.</summary>
    public static string Code(double mean) => Rounding.HalfAway(mean, 2).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Gap(double gap, double? lower, double? upper) => lower is null || upper is null ? Signed(gap) : $"{Signed(gap)} ({Signed(lower.Value)} to {Signed(upper.Value)})";

    private static string Signed(double gap) => Rounding.HalfAway(gap, 2) is var rounded
        ? rounded switch { > 0 => $"+{rounded.ToString("0.00", CultureInfo.InvariantCulture)}", < 0 => $"−{(-rounded).ToString("0.00", CultureInfo.InvariantCulture)}", _ => "0.00" }
        : "";
}
