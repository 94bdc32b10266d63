using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Precision;

namespace SurveyHub.Features.Reporting;

/// <summary>How large a change would have been found: said beside "no clear change", so that nobody reads it as "no change" (methodology M17).</summary>
/// <param name="From">The earlier share, 0 to 1.</param>
/// <param name="Change">What would have been found from there on.</param>
public sealed record Detectable(double From, DetectableChange Change)
{
    /// <summary>Of two bases: ratings, or the effective base of a figure over several services.</summary>
    /// <returns>Null where something is not known, or nothing was tested without a clear result.</returns>
    public static Detectable? Of(ComparisonState state, Verdict? verdict, double? shareFrom, double? baseFrom, double? baseTo) =>
        (state, verdict, shareFrom) is (ComparisonState.Tested, Verdict.NoClearChange, { } share) && baseFrom > 0 && baseTo > 0
            ? new(share, DetectableChange.From(share, DetectableChange.CommonBase(baseFrom.Value, baseTo.Value)))
            : null;

    /// <summary>The base that tells as much about an edition's headline as its interval does; null where there is none.</summary>
    public static double? BaseOf(HeadlineRow row) => row switch
    {
        { Kind: "pooled_ratings" } => row.PooledEffectiveN,
        { Kind: "mean_of_services", Share: > 0 and < 1 and var share, MeanError: > 0 and var error } => share * (1 - share) / (error * error),
        { Kind: "overall_question" } => row.Base,
        _ => null,
    };

    /// <summary>"With so many ratings a change from 71 % to 84 % or more, or to 55 % or less, would be found 4 times in 5."</summary>
    public string Words => Change switch
    {
        { Higher: { } higher, Lower: { } lower } => $"With so many ratings a change from {Figures.Percent(From)} to {Figures.Percent(higher)} or more, or to {Figures.Percent(lower)} or less, would be found 4 times in 5.",
        { Higher: { } higher } => $"With so many ratings a rise from {Figures.Percent(From)} to {Figures.Percent(higher)} or more would be found 4 times in 5; no fall would.",
        { Lower: { } lower } => $"With so many ratings a fall from {Figures.Percent(From)} to {Figures.Percent(lower)} or less would be found 4 times in 5; no rise would.",
        _ => "With so few ratings no change would be found reliably.",
    };
}
