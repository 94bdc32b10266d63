namespace SurveyHub.Features.Importing.Microdata;

/// <summary>How an import of microdata went.</summary>
public abstract record MicrodataOutcome
{
    /// <summary>Nothing was stored.</summary>
    /// <param name="Problems">The first hundred.</param>
    /// <param name="Count">All of them.</param>
    public sealed record Refused(IReadOnlyList<ImportProblem> Problems, int Count) : MicrodataOutcome;

    /// <summary>All is well; nothing is stored yet.</summary>
    public sealed record Ready(MicrodataPreview Preview) : MicrodataOutcome;

    public sealed record Imported(MicrodataPreview Preview) : MicrodataOutcome;

    private MicrodataOutcome() { }
}
