namespace SurveyHub.Features.Importing.Microdata;

/// <summary>One row as it was read. The same object is filled again for the next one: keep nothing of it.</summary>
internal sealed class ResponseRow
{
    public int Line { get; set; }
    public string? Person { get; set; }
    public double? Weight { get; set; }
    public string? Language { get; set; }
    public DateOnly? Date { get; set; }

    /// <summary>What the file says; null when it does not.</summary>
    public bool? Complete { get; set; }

    /// <summary>One for each bound item of the edition.</summary>
    public CellValue[] Cells { get; set; } = [];
}
