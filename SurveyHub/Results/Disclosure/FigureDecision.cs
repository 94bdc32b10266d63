using SurveyHub.Statistics;

namespace SurveyHub.Results.Disclosure;

/// <summary>What may be shown of a rating by all customers.</summary>
/// <param name="State">Its state.</param>
/// <param name="Display">The state in the words of the files.</param>
/// <param name="Reason">Why there is no figure; <see cref="Reason.None"/> where there is one.</param>
internal sealed record FigureDecision(CellState State, string Display, Reason Reason)
{
    public bool IsShown => State is CellState.Shown or CellState.SmallBase;

    public Decision Decision => State switch
    {
        CellState.Hidden => Decision.Suppressed,
        CellState.NotAsked or CellState.NoRatings => Decision.Empty,
        _ => Decision.Shown,
    };

    /// <param name="state">The state.</param>
    /// <param name="display">Its words.</param>
    /// <param name="protects">What it is hidden for; <see cref="Reason.None"/> where only its own base counts.</param>
    public static FigureDecision Of(CellState state, string display, Reason protects) => new(state, display, state switch
    {
        CellState.Hidden => display == ExportWords.HiddenToProtectOthers ? protects : Reason.TooFewAnswers,
        CellState.NoRatings => Reason.NobodyRated,
        CellState.NotAsked => display == ExportWords.NobodyAnswered ? Reason.NobodyAnswered : Reason.NotAsked,
        _ => Reason.None,
    });
}
