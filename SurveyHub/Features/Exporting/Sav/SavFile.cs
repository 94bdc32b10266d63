namespace SurveyHub.Features.Exporting.Sav;

/// <summary>What a system file says before its cases.</summary>
public sealed record SavFile
{
    /// <summary>What the file is of.</summary>
    public required string Label { get; init; }

    /// <summary>Who made it.</summary>
    public required string Software { get; init; }

    /// <summary>The day it says it was made.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Null where nobody has counted them yet; programs then read to the end.</summary>
    public int? Cases { get; init; }

    /// <summary>Sentences for whoever opens the file; SPSS shows them by DISPLAY DOCUMENTS.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];
    public required IReadOnlyList<SavVariable> Variables { get; init; }
}
