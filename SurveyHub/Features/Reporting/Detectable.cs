using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Precision;

namespace SurveyHub.Features.Reporting;

/// <summary>How large a change would have been found: said beside "no clear change", so that nobody reads it as "no change" (methodology M17).</summary>
/// <param name="From">The earlier share, 0 to 1.</param>
/// <param name="Change">What would have been found from there on.</param>
public sealed record Detectable(double From, DetectableChange Change)
{
    private const double Level = 0.05;

    /// <summary>Verdicts of services are adjusted for all that are tested together; the change that would have been found is one test's. 1 where it is one.</summary>
    public int Together { get; private init; } = 1;

    /// <summary>What would be found as often whatever the others do: at the level divided by the number of tests, below which every adjusted verdict is clear. Null where it is one test.</summary>
    public DetectableChange? Surely { get; private init; }

    private double Base { get; init; }

    /// <summary>Of two bases: ratings, or the effective base of a figure over several services.</summary>
    /// <returns>Null where something is not known, or nothing was tested without a clear result.</returns>
    public static Detectable? Of(ComparisonState state, Verdict? verdict, double? shareFrom, double? baseFrom, double? baseTo) =>
        (state, verdict, shareFrom) is (ComparisonState.Tested, Verdict.NoClearChange, { } share) && baseFrom > 0 && baseTo > 0
            ? new(share, DetectableChange.From(share, DetectableChange.CommonBase(baseFrom.Value, baseTo.Value))) { Base = DetectableChange.CommonBase(baseFrom.Value, baseTo.Value) }
            : null;

    /// <summary>The same of one among several that are tested, and adjusted, together.</summary>
    public Detectable Among(int tests) => tests < 2 ? this : this with { Together = tests, Surely = DetectableChange.From(From, Base, level: Level / tests) };

    /// <summary>The base that tells as much about an edition's headline as its interval does; null where there is none.</summary>
    public static double? BaseOf(HeadlineRow row) => row switch
    {
        { Kind: "pooled_ratings" } => row.PooledEffectiveN,
        { Kind: "mean_of_services", Share: > 0 and < 1 and var share, MeanError: > 0 and var error } => share * (1 - share) / (error * error),
        { Kind: "overall_question" } => row.Base,
        _ => null,
    };

    /// <summary>"With so many ratings a change from 71 % to 84 % or more, or to 55 % or less, would be found 4 times in 5", and by which test.</summary>
    public string Words => Change switch
    {
        { Higher: { } higher, Lower: { } lower } => $"With so many ratings a change from {Figures.Percent(From)} to {Figures.Percent(higher)} or more, or to {Figures.Percent(lower)} or less, would be found 4 times in 5{Alone}.",
        { Higher: { } higher } => $"With so many ratings a rise from {Figures.Percent(From)} to {Figures.Percent(higher)} or more would be found 4 times in 5{Alone}; no fall would.",
        { Lower: { } lower } => $"With so many ratings a fall from {Figures.Percent(From)} to {Figures.Percent(lower)} or less would be found 4 times in 5{Alone}; no rise would.",
        _ => "With so few ratings no change would be found reliably.",
    };

    /// <summary>"would be found: 84 % or more, or 55 % or less", for lists, whose heads say the rest (<see cref="Meaning"/>).</summary>
    public string Briefly => Change switch
    {
        { Higher: { } higher, Lower: { } lower } => $"would be found: {Figures.Percent(higher)} or more, or {Figures.Percent(lower)} or less",
        { Higher: { } higher } => $"would be found: {Figures.Percent(higher)} or more; no fall",
        { Lower: { } lower } => $"would be found: {Figures.Percent(lower)} or less; no rise",
        _ => "too few ratings to find any change reliably",
    };

    /// <summary>What stands behind <see cref="Briefly"/> in every line of a list.</summary>
    public static string Meaning(IEnumerable<Detectable> lines)
    {
        int[] tests = [.. lines.Select(d => d.Together).Distinct()];
        var together = tests switch { [1] => "", [var one] => $"; as one of {Figures.Count(one)} tests adjusted together, less often", _ => "; where it is adjusted together with others, less often" };
        return $"“Would be found” names the shares that a test of the service alone would have told from the earlier one 4 times in 5, with so many ratings{together}.";
    }

    /// <summary>What is found among several tested together, in the explanation of the figure; null where it is one test.</summary>
    public string? WordsTogether => Surely switch
    {
        null => null,
        { Higher: { } higher, Lower: { } lower } => $"{Adjusted} from {Figures.Percent(From)} to {Figures.Percent(higher)} or more, or to {Figures.Percent(lower)} or less, would be found at least 4 times in 5, whatever became of the others.",
        { Higher: { } higher } => $"{Adjusted} from {Figures.Percent(From)} to {Figures.Percent(higher)} or more would be found at least 4 times in 5, whatever became of the others.",
        { Lower: { } lower } => $"{Adjusted} from {Figures.Percent(From)} to {Figures.Percent(lower)} or less would be found at least 4 times in 5, whatever became of the others.",
        _ => $"As one of {Figures.Count(Together)} tests that are adjusted together no change is sure to be found 4 times in 5.",
    };

    private string Adjusted => $"As one of {Figures.Count(Together)} tests that are adjusted together a change";

    private string Alone => Together < 2 ? "" : $" by a test of this service alone; as one of {Figures.Count(Together)} tests adjusted together, less often";
}
