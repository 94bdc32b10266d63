using System.Diagnostics;
using SurveyHub.Statistics.Ranking;

namespace SurveyHub.Statistics;

/// <summary>The words of states and verdicts in exported tables. English in every language: programs read them. Screens have their own words.</summary>
public static class ExportWords
{
    /// <summary>In the place of "not asked" where the whole edition has no answer.</summary>
    public const string NobodyAnswered = "nobody answered";

    /// <summary>Large enough itself, but a smaller one could be worked out from it.</summary>
    public const string HiddenToProtectOthers = "hidden: complementary";

    /// <summary>The column <c>display</c> or <c>state</c>.</summary>
    public static string Of(CellState state) => state switch
    {
        CellState.NotAsked => "not asked",
        CellState.NoRatings => "no ratings",
        CellState.Hidden => "hidden: fewer than minimum",
        CellState.SmallBase => "small base",
        CellState.Shown => "shown",
        _ => throw new UnreachableException(),
    };

    /// <summary>The column <c>verdict</c> where a side is hidden: too few answers, unless every hidden side has enough of them.</summary>
    public static string OfHidden(string? from, string to) =>
        from != Of(CellState.Hidden) && to != Of(CellState.Hidden) && (from == HiddenToProtectOthers || to == HiddenToProtectOthers) ? HiddenToProtectOthers : Of(CellState.Hidden);

    /// <summary>The column <c>verdict</c>: the verdict, or why there is none.</summary>
    public static string Of(JudgedComparison judged) => judged.Verdict is { } verdict ? Of(verdict) : judged.Comparison.State switch
    {
        ComparisonState.NotComparable => "not comparable: question changed",
        ComparisonState.NoComparison => "no comparison: no ratings in one year",
        ComparisonState.Hidden => Of(CellState.Hidden),
        ComparisonState.TooFewToTest => "too few to test",
        _ => throw new UnreachableException(),
    };

    /// <summary>The column <c>verdict</c> of a tested change.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Better => "up",
        Verdict.Worse => "down",
        Verdict.NoClearChange => "no confirmed change",
        _ => throw new UnreachableException(),
    };

    /// <summary>The column <c>flag</c>; empty when nothing is said.</summary>
    public static string Of(ServiceStanding standing) => standing switch
    {
        ServiceStanding.None => "",
        ServiceStanding.LowestRated => "lowest rated",
        ServiceStanding.BelowTheRest => "below the rest",
        ServiceStanding.SlightlyBelowTheRest => "slightly below the rest",
        ServiceStanding.LowNotCertain => "low but not certain",
        _ => throw new UnreachableException(),
    };
}
