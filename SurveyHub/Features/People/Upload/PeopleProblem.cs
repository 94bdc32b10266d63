namespace SurveyHub.Features.People.Upload;

/// <summary>One fault in a file of people: where it stands, what is wrong, and what would be right.</summary>
/// <param name="Line">As an editor counts, from 1; the header is the first.</param>
/// <param name="Column">The column's name in the file; null where the fault is not in a single one.</param>
/// <param name="Value">What stands there, shortened.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
/// <param name="Hint">What would be right, in a sentence that says what to do.</param>
public sealed record PeopleProblem(long Line, string? Column, string Value, string Message, string Hint)
{
    private const int LongestValue = 80;

    internal static PeopleProblem In(long line, string column, string value, string message, string hint) =>
        new(line, column, value.Length <= LongestValue ? value : $"{value[..LongestValue]}…", message, hint);

    /// <summary>A fault of a whole row or file as the CSV reader tells it: what is wrong, and after it what to do.</summary>
    internal static PeopleProblem OfRow(long line, string fault)
    {
        var parts = fault.Split(". ", 2);
        var message = parts[0].StartsWith("has ", StringComparison.Ordinal) ? $"The row {parts[0]}" : char.ToUpperInvariant(parts[0][0]) + parts[0][1..];
        return new(line, null, "", $"{message.TrimEnd('.')}.", parts.ElementAtOrDefault(1) ?? "");
    }
}
