namespace SurveyHub.Definitions;

public enum DefinitionSeverity
{
    /// <summary>The file can be used; its owner should look.</summary>
    Warning,

    /// <summary>The file cannot be used until this is put right.</summary>
    Error,
}

/// <summary>One fault in a survey file: where it is, what is wrong, and what would be right.</summary>
/// <param name="File">The file as its reader named it: <c>surveys/internal-services.yaml</c>.</param>
/// <param name="Line">From 1; 1 as well for a fault of the whole file.</param>
/// <param name="Column">From 1.</param>
/// <param name="Severity">Whether the file can be used nevertheless.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
/// <param name="Hint">What would be right, in a sentence that says what to do.</param>
public sealed record DefinitionProblem(string File, int Line, int Column, DefinitionSeverity Severity, string Message, string Hint)
{
    public bool IsError => Severity == DefinitionSeverity.Error;

    /// <summary>One line, as editors and build servers read it: <c>surveys/x.yaml:12: error: … Write …</c></summary>
    public override string ToString() => $"{File}:{Line}: {(IsError ? "error" : "warning")}: {Message} {Hint}";
}
