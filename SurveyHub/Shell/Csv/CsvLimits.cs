namespace SurveyHub.Shell.Csv;

/// <summary>How much of a file we are willing to read before we say that it cannot be what was meant.</summary>
public sealed record CsvLimits
{
    /// <summary>In bytes.</summary>
    public long File { get; init; } = 256L * 1024 * 1024;

    /// <summary>Rows below the header.</summary>
    public int Rows { get; init; } = 2_000_000;

    public int Columns { get; init; } = 4_000;

    /// <summary>Characters in one field.</summary>
    public int Field { get; init; } = 100_000;
}
