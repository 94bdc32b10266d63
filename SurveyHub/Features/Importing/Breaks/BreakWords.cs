namespace SurveyHub.Features.Importing.Breaks;

/// <summary>What is said about breaks that nobody has confirmed.</summary>
internal static class BreakWords
{
    public const string Hint = "No change over such a break can be computed, and the trend line is interrupted there. An imported edition cannot be taken back.";

    /// <param name="breaks">Those to be confirmed.</param>
    /// <param name="output">Where the preview was written.</param>
    public static void Write(IReadOnlyCollection<BroughtBreak> breaks, TextWriter output)
    {
        if (breaks.Count == 0) return;
        foreach (var one in breaks) output.WriteLine($"break: {one.Sentence}");
        output.WriteLine(Hint);
        output.WriteLine();
    }

    public static void Refuse(IReadOnlyCollection<BroughtBreak> missing, TextWriter output) => output.WriteLine(missing.Count == 1
        ? "Nothing was imported: it breaks the series, as is said above. If this is meant, run the command again with --confirm-breaks."
        : $"Nothing was imported: it breaks the series in {missing.Count} ways, as is said above. If they are meant, run the command again with --confirm-breaks.");
}
