using SurveyHub.Results.Benchmarks;

namespace SurveyHub.Features.Importing.Benchmarks;

/// <summary>A row of a benchmark file that is right.</summary>
/// <param name="File">Where it stands.</param>
/// <param name="Line">From 1; the header is line 1.</param>
/// <param name="Source">Whose it is.</param>
/// <param name="Key">Which figure; a file that has it twice is wrong.</param>
/// <param name="Figure">Null where the row gives no number: of a small base it says at most "over 95 %".</param>
internal sealed record BenchmarkLine(
    string File, int Line, BenchmarkSource Source, (string OrgId, int Year, string Concept, string Dimension, string Group) Key, BenchmarkFigure? Figure)
{
    /// <summary>Fewest answers of a figure that organisations exchange.</summary>
    public const int FewestAnswers = 10;

    /// <summary>The organisation says that the share is weighted or averaged, so that no number of answers gives it.</summary>
    public bool IsNotCounted { get; init; }

    public bool IsTooSmall => Figure?.Valid < FewestAnswers;
}
