using SurveyHub.Results.Trends;
using SurveyHub.Shell.Components;
using SurveyHub.Statistics;

namespace SurveyHub.Features.Reporting;

/// <summary>One figure held against an earlier edition's, and what is said about it. Shares are unrounded; hidden ones are not here.</summary>
public sealed record ChangeLine
{
    public required int From { get; init; }
    public required int To { get; init; }
    public required ComparisonState State { get; init; }
    public Verdict? Verdict { get; init; }

    /// <summary>Why there is nothing to say, where more is known than the state.</summary>
    public NoChange? Because { get; init; }

    /// <summary>Earlier share; null when it is hidden, or across a break.</summary>
    public double? ShareFrom { get; init; }

    /// <summary>Ratings behind it; null where <see cref="ShareFrom"/> is.</summary>
    public int? ValidFrom { get; init; }

    /// <summary>Later minus earlier share, with its interval; null where no difference may be computed or shown.</summary>
    public double? Difference { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public double? P { get; init; }
    public double? AdjustedP { get; init; }

    /// <summary>What the weighted shares alone would make of it; null where not both editions are weighted alike, and where it was not computed at closing.</summary>
    public Verdict? WeightedVerdict { get; init; }

    /// <summary>How large a change would have been found; null unless the verdict is "no clear change".</summary>
    public Detectable? Detectable { get; init; }

    /// <summary>Ratings that both years need for a test.</summary>
    public int TestBase { get; init; } = Thresholds.Default.MinimumTestBase;

    /// <summary>Whether a side has another name, or is several services, in the words of the files.</summary>
    public string Basis { get; init; } = ChangeRow.AsPublished;

    /// <summary>What it was in the earlier edition, by key; null where that had nothing of it.</summary>
    public string? ItemsFrom { get; init; }

    /// <summary>The verdict in the words of the files.</summary>
    public required string Display { get; init; }

    public bool IsConfirmed => Verdict is Statistics.Verdict.Better or Statistics.Verdict.Worse;

    public VerdictKind Kind => Verdict switch
    {
        Statistics.Verdict.Better => VerdictKind.Better,
        Statistics.Verdict.Worse => VerdictKind.Worse,
        _ => VerdictKind.Same,
    };

    /// <summary>"better, +6", "worse, −2 (small)", "no clear change", or why there is no verdict.</summary>
    public string Words => (State, Verdict) switch
    {
        (ComparisonState.Tested, Statistics.Verdict.Better) => $"better, {Under}{Points}{Small}",
        (ComparisonState.Tested, Statistics.Verdict.Worse) => $"worse, {Under}{Points}{Small}",
        (ComparisonState.Tested, _) => "no clear change",
        (ComparisonState.TooFewToTest, _) => "too few to test",
        (ComparisonState.NotComparable, _) => Because?.Words ?? "not comparable",
        (ComparisonState.Hidden, _) => Because?.Words ?? "too few answers",
        (ComparisonState.NoComparison, _) => Because?.Words ?? $"nothing to compare in {From}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A confirmed change in a sentence: "better, +6 points", "worse, −2 points (small)".</summary>
    public string WordsInPoints => $"{(Kind == VerdictKind.Better ? "better" : "worse")}, {Under}{Points} {(Points is "+1" or "−1" ? "point" : "points")}{Small}";

    /// <summary>What stands behind the words; null when they say all there is.</summary>
    public string? Explanation => this switch
    {
        { State: ComparisonState.Tested, ShareFrom: { } from, Lower: { } lower, Upper: { } upper } =>
            $"{Figures.Percent(from)} in {From}; the change lies {Figures.PointsInterval(lower, upper)}.{Found}",
        { State: ComparisonState.Tested, Lower: { } lower, Upper: { } upper } => $"The change since {From} lies {Figures.PointsInterval(lower, upper)}.{Found}",
        { State: ComparisonState.Tested, Difference: not null } => HeadlineWords.NoIntervalOfFew + Found,
        { State: ComparisonState.TooFewToTest, ShareFrom: { } from } => $"{Figures.Percent(from)} in {From}; a test needs {TestBase} ratings in both years.",
        { State: ComparisonState.NotComparable, Because: not null } => Because.Explanation,
        { State: ComparisonState.NotComparable } => $"The wording or the scale changed since {From}: no difference is computed.",
        { State: ComparisonState.Hidden } => Because is null ? $"In {From} or in {To} too few answers stand behind the figure." : Because.Explanation,
        _ => null,
    };

    private string Found => Detectable is null ? "" : $" {Detectable.Words}";

    private string Points => Figures.Points(Difference!.Value, confirmed: true);

    private string Small => Verdicts.IsSmall(Difference!.Value) ? " (small)" : "";

    // 2.96 is small, and beside a 3.04 that is not it would read as the same.
    private string Under => Small.Length > 0 && Points is "+3" or "−3" ? "under " : "";
}
