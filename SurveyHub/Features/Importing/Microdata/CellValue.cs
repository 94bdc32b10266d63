namespace SurveyHub.Features.Importing.Microdata;

internal enum CellKind
{
    /// <summary>Nothing stands in the cell: skipped, or not shown.</summary>
    Empty,

    /// <summary>A word that means "shown, and left empty".</summary>
    Skipped,
    Code,
    Number,
    Text,

    /// <summary>The value of a group whose options are taken from the data.</summary>
    OpenOption,

    /// <summary>Nobody knows this value.</summary>
    Wrong,
}

/// <summary>What one cell says about its item.</summary>
internal readonly record struct CellValue(CellKind Kind, int Code = 0, double Number = 0, string? Text = null)
{
    public bool IsAnswer => Kind is not (CellKind.Empty or CellKind.Skipped);
}
