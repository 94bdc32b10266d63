using SurveyHub.Definitions;

namespace SurveyHub.Features.Importing;

/// <summary>One fault in a file that is to be imported: where it stands, what is wrong, and what would be right.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Line">From 1; the header row of a data file is line 1.</param>
/// <param name="Column">The column's name; null where the fault is not in a single one.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
/// <param name="Hint">What would be right, in a sentence that says what to do.</param>
public sealed record ImportProblem(string File, int Line, string? Column, string Message, string Hint)
{
    internal static ImportProblem Of(DefinitionProblem problem) => new(problem.File, problem.Line, null, problem.Message, problem.Hint);

    /// <summary>One line, as editors and build servers read it.</summary>
    public override string ToString() => $"{File}:{Line}:{(Column is null ? "" : $" column {Column}:")} {Message} {Hint}";
}
