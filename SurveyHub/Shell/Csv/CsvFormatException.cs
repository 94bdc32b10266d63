namespace SurveyHub.Shell.Csv;

/// <summary>A file that cannot be read on as CSV. The message names the line and says what to do.</summary>
public sealed class CsvFormatException(long line, string reason) : Exception($"Line {line}: {reason}")
{
    /// <summary>Counted as an editor does, from 1.</summary>
    public long Line => line;

    /// <summary>The message without the line.</summary>
    public string Reason => reason;
}
