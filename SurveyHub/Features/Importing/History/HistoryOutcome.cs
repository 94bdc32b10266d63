using SurveyHub.Features.Importing.Breaks;

namespace SurveyHub.Features.Importing.History;

/// <summary>How an import of counts went.</summary>
public abstract record HistoryOutcome
{
    /// <summary>Nothing was stored.</summary>
    /// <param name="Problems">The first hundred.</param>
    /// <param name="Count">All of them, up to <see cref="ImportProblems.Most"/>.</param>
    public sealed record Refused(IReadOnlyList<ImportProblem> Problems, int Count) : HistoryOutcome;

    /// <summary>All is well; nothing is stored yet.</summary>
    public sealed record Ready(HistoryPreview Preview) : HistoryOutcome;

    /// <summary>Nothing was stored: it would break the series, and nobody has said that this is meant.</summary>
    public sealed record Unconfirmed(HistoryPreview Preview, IReadOnlyList<BroughtBreak> Missing) : HistoryOutcome;

    public sealed record Imported(HistoryPreview Preview) : HistoryOutcome;

    private HistoryOutcome() { }
}
