namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>One published figure with everything that explains it, and what is needed to compute it again.</summary>
public sealed record ExplainedFigure
{
    /// <summary>Its place within the edition's report, as the address has it: "services/wifi", "changes/2024/wifi".</summary>
    public required string Place { get; init; }

    /// <summary>"Clinical Wi-Fi: good or excellent, 2025".</summary>
    public required string Title { get; init; }

    /// <summary>As it stands on the pages, or the words in its place.</summary>
    public required string Value { get; init; }

    /// <summary>Definition, base, what is left out, hidden, weighted; each a term and its sentences.</summary>
    public required IReadOnlyList<(string Term, string Text)> Parts { get; init; }

    /// <summary>Who may read it, of those who may read reports; null for all of them.</summary>
    public string? Policy { get; init; }

    /// <summary>Where it is of more than the edition's own figures; otherwise null.</summary>
    public string? DataVersion { get; init; }

    /// <summary>The counts behind it with the script over them; null where the figure is hidden or there is none.</summary>
    public Recomputation? Recomputation { get; init; }
}

/// <summary>The counts behind a figure and the R script that computes it from them.</summary>
/// <param name="Counts">Columns first, then rows; nothing in them that the report hides.</param>
/// <param name="Script">Lines of R that read <c>counts</c> (and <c>tests</c>) and leave a named vector <c>result</c>.</param>
/// <param name="Published">What the report says, unrounded, by the names of <c>result</c>.</param>
public sealed record Recomputation(
    IReadOnlyList<IReadOnlyList<object?>> Counts, string Script, IReadOnlyList<(string Name, double Value)> Published)
{
    /// <summary>The p-values that are adjusted together with this figure's: item and p. Empty where none is adjusted.</summary>
    public IReadOnlyList<(string Item, double P)> Tests { get; init; } = [];

    /// <summary>Who may see and take them.</summary>
    public string Policy { get; init; } = Shell.Policies.ExportReports;
}
