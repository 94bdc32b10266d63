namespace SurveyHub.Features.Importing.Benchmarks;

/// <summary>How adding figures of other organisations went.</summary>
public abstract record BenchmarkOutcome
{
    /// <summary>Nothing was stored.</summary>
    /// <param name="Problems">The first hundred.</param>
    /// <param name="Count">All of them, up to <see cref="ImportProblems.Most"/>.</param>
    public sealed record Refused(IReadOnlyList<ImportProblem> Problems, int Count) : BenchmarkOutcome;

    /// <summary>All is well; nothing is stored yet.</summary>
    public sealed record Ready(BenchmarkPreview Preview) : BenchmarkOutcome;

    public sealed record Added(BenchmarkPreview Preview) : BenchmarkOutcome;

    private BenchmarkOutcome() { }
}
