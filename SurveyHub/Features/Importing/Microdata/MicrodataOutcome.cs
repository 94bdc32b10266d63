using SurveyHub.Features.Importing.Breaks;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>How an import of microdata went.</summary>
public abstract record MicrodataOutcome
{
    /// <summary>Nothing was stored.</summary>
    /// <param name="Problems">The first hundred.</param>
    /// <param name="Count">All of them, up to <see cref="ImportProblems.Most"/>.</param>
    public sealed record Refused(IReadOnlyList<ImportProblem> Problems, int Count) : MicrodataOutcome;

    /// <summary>All is well; nothing is stored yet.</summary>
    public sealed record Ready(MicrodataPreview Preview) : MicrodataOutcome;

    /// <summary>Nothing was stored: it would break the series, and nobody has said that this is meant.</summary>
    public sealed record Unconfirmed(MicrodataPreview Preview, IReadOnlyList<BroughtBreak> Missing) : MicrodataOutcome;

    public sealed record Imported(MicrodataPreview Preview) : MicrodataOutcome;

    private MicrodataOutcome() { }
}
