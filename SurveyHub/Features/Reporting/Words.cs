using SurveyHub.Features.Reporting.Listing;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Ranking;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting;

/// <summary>The words of states, verdicts and standings on screen. No p-value, no rank without its limits, never "unchanged".</summary>
public static class Words
{
    public const string NoServiceStandsOut = "No service stands out as lowest: the differences are within what chance explains.";
    public const string NoneStandsOutByMuch = "No service stands out as lowest: none lies 5 points or more below the others beyond chance.";
    public const string CountsOnly = "Of this edition only counts are known, not who rated what: its services are sorted but not compared with each other.";

    public static string TooFewServices(int testBase) => $"Fewer than 3 services have {testBase} ratings or more: too few to compare services with each other.";

    /// <summary>Ratings from which on a figure of the edition is tested, ranked and shown with its spread.</summary>
    public static int TestBase(Questionnaire questionnaire) => Thresholds.Of(questionnaire.MinimumAnswers).MinimumTestBase;

    /// <summary>Why a figure is not there, for those who ask.</summary>
    /// <param name="display">The state as the tables word it.</param>
    /// <param name="minimum">Fewest answers for which a figure is shown.</param>
    public static string Reason(string display, int minimum) => IsToProtectOthers(display)
        ? "Enough answers stand behind it, but a smaller one could be worked out from it."
        : $"Fewer than {minimum} answers stand behind it.";

    /// <summary>Whether a hidden figure has answers enough itself.</summary>
    public static bool IsToProtectOthers(string display) => display == ExportWords.HiddenToProtectOthers;

    /// <summary>What stands in the place of a share.</summary>
    /// <param name="state">The state of the figure.</param>
    /// <param name="display">The state as the tables word it: it tells more than the state.</param>
    /// <param name="asksUse">Everybody was asked which services they use: nobody was asked about a service that nobody uses.</param>
    public static string InPlaceOfShare(CellState state, string display, bool asksUse = false) => state switch
    {
        CellState.NotAsked => display == ExportWords.NobodyAnswered ? "nobody answered" : asksUse ? "used by nobody" : "not asked",
        CellState.NoRatings => "no ratings",
        CellState.Hidden => IsToProtectOthers(display) ? "hidden to protect a smaller one" : "too few answers",
        _ => "",
    };

    /// <summary>A hidden cell of a table without room for words.</summary>
    public static string Few(string display) => IsToProtectOthers(display) ? "∗" : "few";

    /// <summary>"above", "around", "below": how a share with its interval stands to a target.</summary>
    public static string Target(TargetState state) => $"the figure lies {Side(state)} that";

    /// <summary>"below 80 %".</summary>
    public static string Target(TargetState state, double target) => $"{Side(state)} {Figures.Percent(target)}";

    /// <summary>"below its target of 80 %".</summary>
    public static string OwnTarget(TargetState state, double target) => $"{Side(state)} its target of {Figures.Percent(target)}";

    /// <summary>Why no service has a figure.</summary>
    public static string NoService(IReadOnlyList<ServiceLine> services) => services.Count > 0 && services.All(s => s.Figures.State == CellState.NotAsked)
        ? InPlaceOfShare(CellState.NotAsked, services[0].Figures.Display)
        : NoRatings(services) is { } none ? $"no {none}" : InPlaceOfShare(CellState.Hidden, "");

    /// <summary>What services without a figure do not have, behind "No service has": "enough answers", "ratings".</summary>
    public static string NoneHas(IReadOnlyList<ServiceLine> services) => NoRatings(services) ?? "enough answers";

    // Many answered, and said that they cannot judge: that is not too few.
    private static string? NoRatings(IReadOnlyList<ServiceLine> services) =>
        services.Any(s => s.Figures.State == CellState.NoRatings) && services.All(s => s.Figures.State is CellState.NoRatings or CellState.NotAsked)
            ? $"ratings{(services.Any(s => s.Figures.NotApplicable > 0) ? ": everybody who answered could not judge" : "")}"
            : null;

    /// <summary>The badge, which only the first two standings earn.</summary>
    public static string? Badge(ServiceStanding standing) =>
        standing is ServiceStanding.LowestRated or ServiceStanding.BelowTheRest ? ExportWords.Of(standing) : null;

    /// <summary>"position 1–2 of 12, the lowest first": the places it may truly have.</summary>
    public static string? Position(LowestRatedRow? place, int services) => place switch
    {
        { RankLower: { } lower, RankUpper: { } upper } when lower == upper => $"position {lower} of {services}, the lowest first",
        { RankLower: { } lower, RankUpper: { } upper } => $"position {lower}–{upper} of {services}, the lowest first",
        _ => null,
    };

    /// <summary>The sentence above the list of services; null when a badge says more.</summary>
    /// <param name="places">The services that were compared, or would have been.</param>
    /// <param name="testBase">See <see cref="TestBase"/>.</param>
    public static string? OnStandings(IReadOnlyList<LowestRatedRow> places, int testBase)
    {
        if (places.Any(p => Badge(p.Standing) is not null)) return null;
        if (places.Any(p => p.State == "counts only")) return CountsOnly;
        if (places.Count < LowestRated.FewestServices) return TooFewServices(testBase);
        return places.Any(p => p.Standing == ServiceStanding.SlightlyBelowTheRest) ? NoneStandsOutByMuch : NoServiceStandsOut;
    }

    /// <summary>The column <c>target_state</c>.</summary>
    public static string OfFile(TargetState state) => Side(state);

    private static string Side(TargetState state) => state switch
    {
        TargetState.BelowTarget => "below",
        TargetState.AroundTarget => "around",
        TargetState.AboveTarget => "above",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
